-- What a socket hears. Handlers run in the order in which they were registered, one message after the other in the order
-- in which the server sent them. They stay registered over any number of connections until they are taken back.
local calls = require "party.runtime.calls"
local emitters = require "party.runtime.emitter"
local envelopes = require "party.socket.envelope"
local errors = require "party.error"
local pushes = require "party.gen.events"

local M = {}

-- Events that are no message of the server:
--
-- - `party_rejoin`: what became of a party that the player was in when the connection was lost; see live/rejoin.lua.
-- - `status_restored`: the connection was made again, and those the player follows are followed again: these of them are
--   online now.
-- - `transition`: every step of the connection: `{ from, to, code, reason, will_reconnect, retry_in_ms }`.
-- - `disconnect`: a connection that was open has ended: `{ code, reason, will_reconnect }`. The last one of a connection
--   is always without `will_reconnect`.
-- - `error`: what belongs to no call: an error of the server without a request that waits for it, a message that cannot
--   be read (`malformed_message`), a handler of the game that failed (`handler_failed`; where nobody listens to errors,
--   the platform raises what it has raised).
local others = { "party_rejoin", "status_restored", "transition", "disconnect", "error" }

--- Gives the socket `on` and an `on_…` for every event.
--- @return events `emit(event, payload)`, `push(name, message)`, `error(err)`, `failed(event, cause, trace)`
function M.define(socket, settings)
  local logger = settings.logger
  local known = {}
  local events = {}

  -- A handler of the game has failed; what stands for the event is told with it.
  function events.failed(event, cause, trace)
    local err = errors.new("handler_failed", event .. ": " .. tostring(cause), { cause = cause })
    logger.error(err.message, trace)
    -- A failing error handler would be told of itself, for ever; and a mistake that nobody hears of is not found.
    if event == "error" or events.emitter.count("error") == 0 then return settings.raise(trace) end
    events.emitter.emit("error", err)
  end

  events.emitter = emitters.new(events.failed)

  function events.emit(event, payload)
    events.emitter.emit(event, payload)
  end

  --- Hands a message of the server to the event of its name. What is no event has no handlers.
  function events.push(name, message)
    events.emitter.emit(name, envelopes.as_envelope(name, message))
  end

  function events.error(err)
    if events.emitter.count("error") == 0 then logger.warn("nobody listens to this error", tostring(err)) end
    events.emitter.emit("error", err)
  end

  --- Calls the handler for every event of this name, until the function that is returned is called.
  function socket.on(...)
    local event, handler = calls.last_two(...)
    if not known[event] then errors.misuse("event", "has to be the name of one") end
    return events.emitter.on(event, handler)
  end

  for _, list in ipairs { pushes, others } do
    for _, event in ipairs(list) do
      known[event] = true
      socket["on_" .. event] = function(...) return socket.on(event, calls.last(...)) end
    end
  end

  return events
end

return M
