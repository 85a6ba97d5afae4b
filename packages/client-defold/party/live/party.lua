-- A party that the player is in, as it is now: its fields change with every message of the server, before any handler
-- hears of it. It stays the same table over a connection that was lost and made again, while the player comes back into
-- it. Once it has `ended` for the player it shows what was last known; who enters it again gets another one.
local calls = require "party.runtime.calls"
local errors = require "party.error"
local integers = require "party.json.int64"
local lists = require "party.live.lists"
local futures = require "party.runtime.future"

local M = {}

---@class party.LiveParty : party.Snapshot

local events = {
  presence = true, leader = true, update = true, join_request = true, matchmaking = true, matchmaking_cancelled = true,
  matched = true, data = true, ["end"] = true,
}

local function copy(table_of)
  local copied = {}
  for name, value in pairs(table_of or {}) do copied[name] = value end
  return copied
end

--- Takes over what is known now.
function M.show(party, snapshot)
  for field, value in pairs(snapshot) do party[field] = value end
end

--- @param feed see feed.lua
--- @param socket `call(operation, request, options, wrong)` gives a future, `perform(name, callback, start)` hands one to
--- the game
function M.new(feed, socket)
  local party = {}
  M.show(party, feed.snapshot)

  -- Defines a method that stands for a call of the socket about this party.
  -- @param complete fills the request in, and gives an error if it is wrong
  -- @param convert makes the result of the reply
  local function method(name, operation, names, complete, convert)
    party[name] = function(...)
      local request, options, callback, wrong = calls.arguments(party, names, ...)
      return socket.perform(name, callback, function()
        wrong = wrong or (complete and complete(request))
        request.party_id = party.party_id
        local future = socket.call(operation, request, options, wrong)
        return convert and futures.map(socket.turn, future, convert) or future
      end)
    end
  end

  --- What is known now: the same table until something changes. It is not to be written into.
  function party.get_snapshot()
    return feed.snapshot
  end

  --- Calls the listener after every change, until the function that is returned is called.
  function party.subscribe(...)
    return feed.emitter.on("change", calls.last(...))
  end

  local function on_message(message, handler)
    return feed.emitter.on("data", function(event)
      if integers.digits(event.op_code) ~= integers.digits(message.op_code) then return end
      local own_event = copy(event)
      own_event.data = message.decode(event.data)
      return handler(own_event)
    end)
  end

  --- Calls the handler for every event of this name, or every message of this kind, until the function that is returned
  --- is called: "presence" `{ joins, leaves }`, "leader" `{ leader, previous }`, "update" `{ label, open, hidden }`,
  --- "join_request" `{ presences }`, "matchmaking" `{ ticket }`, "matchmaking_cancelled" `{ ticket, cause }`, "matched",
  --- "data" `{ presence, op_code, data, own }`, "end" `{ cause }`. Handlers run after the party has changed and before
  --- those of the socket.
  ---
  --- Messages wait until the first handler for messages is registered, at most the last 100.
  function party.on(...)
    local event, handler = calls.last_two(...)
    local is_message = type(event) == "table"
    if not is_message and not events[event] then errors.misuse("event", "has to be the name of one") end
    if is_message or event == "data" then feed.release() end
    if is_message then return on_message(event, handler) end
    return feed.emitter.on(event, handler)
  end

  -- What a message of a kind, or data under an op code, is to be sent as.
  local function payload_of(kind, value)
    if type(kind) ~= "table" then return kind, value == nil and "" or value end
    local ok, data = pcall(kind.encode, value)
    if not ok then return kind.op_code, nil, errors.invalid_argument("value", tostring(data)) end
    return kind.op_code, data
  end

  -- Hands the player's own handlers what it has sent.
  local function echo(message)
    local event = copy(message)
    event.presence, event.op_code, event.own = party.self, integers.of(message.op_code), true
    feed.deliver(event)
    return true
  end

  --- Sends the others a message of a kind that `define_message` has named, or data under an op code. See
  --- `party_data_send`. With the option `echo` the player's own handlers hear it too, with `own`, once the server has
  --- taken it.
  function party.send(...)
    local request, options, callback, wrong = calls.arguments(party, { "kind", "value" }, ...)
    return socket.perform("send", callback, function()
      local op_code, data, failure = payload_of(request.kind, request.value)
      local message = { party_id = party.party_id, op_code = op_code, data = data }
      local bounds = copy(options)
      bounds.echo = nil
      local future = socket.call("party_data_send", message, bounds, wrong or failure)
      if not options.echo then return future end
      return futures.map(socket.turn, future, function() return echo(message) end)
    end)
  end

  --- Leaves the party. See `party_leave`.
  method("leave", "party_leave", {})
  --- Makes a member the leader. Leader only. See `party_promote`.
  method("promote", "party_promote", { "presence" })
  --- Lets a player in who asks to join. Leader only. See `party_accept`.
  method("accept", "party_accept", { "presence" })
  --- Removes a member: its party ends with "kicked". Leader only. See `party_remove`.
  method("remove", "party_remove", { "presence" })
  --- Refuses a player who asks to join, and who is not told. Leader only. A member is refused with `invalid_argument`.
  method("reject", "party_remove", { "presence" }, function(request)
    local is_member = type(request.presence) == "table" and lists.has(party.members, request.presence)
    return is_member and errors.invalid_argument("presence", "is a member") or nil
  end)
  --- Ends the party for everyone. Leader only. See `party_close`.
  method("close", "party_close", {})
  --- Changes what the party is like, and nothing that is left out: `party.update { open = true }`. Leader only. See
  --- `party_update`; a leader who has joined the party and does not know its label clears it, unless it is given.
  method("update", "party_update", { "label", "open", "hidden" }, function(request)
    for _, field in ipairs { "label", "open", "hidden" } do
      if request[field] == nil then request[field] = party[field] end
    end
  end)
  --- Asks who waits to be let in; `join_requests` is up to date by itself. Leader only.
  method("list_join_requests", "party_join_request_list", {}, nil, function(reply) return reply.presences end)
  --- Looks for a match for the whole party. Leader only. See `party_matchmaker_add`.
  method("matchmake", "party_matchmaker_add", {
    "min_count", "max_count", "query", "string_properties", "numeric_properties", "count_multiple",
  })
  --- Withdraws a ticket of the party. Leader only. See `party_matchmaker_remove`.
  method("cancel_matchmaking", "party_matchmaker_remove", { "ticket" })

  -- For who knows the reply of `party_create` as an envelope: `result.party.party_id`.
  return setmetatable(party, { __index = function(self, name) return name == "party" and self or nil end })
end

return M
