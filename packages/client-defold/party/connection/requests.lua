-- The requests that wait for their replies, by `cid`. Each ends exactly once: by its reply, the server's error, its
-- deadline, its cancellation or the end of the connection.
local errors = require "party.error"
local wait = require "party.runtime.wait"

local M = {}

--- What an error says of a call. It must not keep the message.
function M.context_of(call)
  return { operation = call.operation, party_id = call.party_id }
end

function M.new(settings)
  local entries = {}
  local last_cid = 0
  local requests = {}

  --- How many requests wait.
  function requests.size()
    local count = 0
    for _, entry in pairs(entries) do
      if not entry.waiting.ended then count = count + 1 end
    end
    return count
  end

  --- Sends a request under a new `cid` and returns a future of its reply.
  ---
  --- An entry whose caller has given up stays: the server may do what was asked all the same, and its reply is then
  --- still taken note of.
  --- @param call `operation`, `party_id`, `options`, `on_reply(reply)`, `on_refused(err)`
  --- @param send writes it; an error that it returns ends the request
  function requests.start(call, send)
    last_cid = last_cid + 1
    local cid = tostring(last_cid)
    local waiting = wait.new(settings, call.options, M.context_of(call))
    if not waiting.ended then
      entries[cid] = { call = call, waiting = waiting }
      local err = send(cid)
      if err then
        entries[cid] = nil
        waiting.reject(errors.during(err, M.context_of(call)))
      end
    end
    return waiting
  end

  --- Ends the request of this `cid` by its reply, or by an error. Returns whether anybody has waited for it.
  function requests.settle(cid, reply, err)
    local entry = entries[cid]
    if not entry then return false end
    local was_waiting = not entry.waiting.ended
    entries[cid] = nil
    if err then
      local own = errors.during(err, M.context_of(entry.call))
      if entry.call.on_refused then entry.call.on_refused(own) end
      entry.waiting.reject(own)
    else
      if entry.call.on_reply then entry.call.on_reply(reply) end
      entry.waiting.resolve(reply)
    end
    return was_waiting
  end

  --- Ends all that wait, in the order in which they were made.
  function requests.fail_all(reason)
    local ended = entries
    entries = {}
    local cids = {}
    for cid in pairs(ended) do cids[#cids + 1] = tonumber(cid) end
    table.sort(cids)
    for _, cid in ipairs(cids) do
      local entry = ended[tostring(cid)]
      entry.waiting.reject(errors.disconnected(reason, M.context_of(entry.call)))
    end
  end

  return requests
end

return M
