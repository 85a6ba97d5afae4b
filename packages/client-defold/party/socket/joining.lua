-- Calls that bring more than the server's answer: a live party, or the time that an answer took. And waiting for events.
local check = require "party.check"
local errors = require "party.error"
local futures = require "party.runtime.future"
local wait = require "party.runtime.wait"

local M = {}

-- Waits until what `listen` begins to listen to ends the future, the time is up, it is called off, or the connection
-- ends for good.
local function wait_for(settings, events, context, options, listen)
  local undo = {}
  local function stop()
    for _, take_back in ipairs(undo) do take_back() end
    undo = {}
  end
  -- Without a limit of its own it waits for ever.
  local future = wait.new({ clock = settings.clock, turn = settings.turn }, options, context, stop)
  if future.ended then return future end
  undo[#undo + 1] = listen(future)
  undo[#undo + 1] = events.emitter.on("disconnect", function(why)
    if not why.will_reconnect then future.reject(errors.disconnected(why.reason, context)) end
  end)
  -- It may have been there already.
  if future.ended then stop() end
  return future
end

--- A future of the next event of this name.
--- @param options `where` (which events count), `timeout_ms`, `cancellation_token`
function M.wait_for_event(settings, events, event, options)
  local context = { operation = "once" }
  local bounds = { timeout_ms = options.timeout_ms, cancellation_token = options.cancellation_token }
  local err = check.failure(context, function() check.options(bounds) end)
  if err then return futures.failed(settings.turn, err) end
  return wait_for(settings, events, context, bounds, function(future)
    return events.emitter.on(event, function(payload)
      if not options.where or options.where(payload) then future.resolve(payload) end
    end)
  end)
end

-- How long to wait until the player is in a party, in milliseconds.
local join_timeout_ms = 60000

--- By operation: a function that stands in for the call.
--- @param parts `turn`, `settings`, `call`, `registry`, `events`
function M.converters(parts)
  local turn, call, registry = parts.turn, parts.call, parts.registry
  local convert = {}

  --- Ends with the live party.
  function convert.party_create(operation, request, options, wrong)
    local future = futures.new(turn)
    call(operation, request, options, wrong).done(function(created, err)
      if err then return future.reject(err) end
      local party = registry.get(created.party_id)
      if party then return future.resolve(party) end
      -- It was over before the game could hear of it.
      future.reject(errors.disconnected("the party has ended", { operation = operation, party_id = created.party_id }))
    end)
    return future
  end

  -- Ends with the live party once the player is in it.
  local function enter(request, bounds, wrong)
    local context = { operation = "party_join", party_id = request.party_id }
    local limits = {
      timeout_ms = bounds.timeout_ms or join_timeout_ms,
      cancellation_token = bounds.cancellation_token,
    }
    return wait_for(parts.settings, parts.events, context, limits, function(future)
      local function look()
        local party = registry.get(request.party_id)
        if party and not party.stale then future.resolve(party) end
      end
      look()
      -- Asking once more would end the party's tickets, or leave a request that nobody needs.
      if not future.ended then
        call("party_join", request, limits, wrong).done(function(_, err)
          if err then future.reject(err) else look() end
        end)
      end
      return parts.events.emitter.on("party", look)
    end)
  end

  --- With the option `wait = "joined"` it ends when the player is in, and with the live party: also after the leader of
  --- a closed party has said yes. It waits for a minute unless `timeout_ms` says otherwise. The server tells nobody that
  --- a request was refused: that ends with `timeout`.
  function convert.party_join(operation, request, options, wrong)
    local bounds = {}
    for option, value in pairs(options) do bounds[option] = value end
    bounds.wait = nil
    if options.wait == "joined" then
      local err = wrong or check.failure({ operation = operation }, function() check.options(bounds) end)
      if err then return futures.failed(turn, err) end
      return enter(request, bounds, wrong)
    end
    if options.wait ~= nil then wrong = wrong or errors.invalid_argument("wait", "has to be joined") end
    return call(operation, request, bounds, wrong)
  end

  --- Ends with how long the answer took, in milliseconds.
  function convert.ping(operation, request, options, wrong)
    local sent_at = parts.settings.clock.now()
    return futures.map(turn, call(operation, request, options, wrong), function()
      return parts.settings.clock.now() - sent_at
    end)
  end

  return convert
end

return M
