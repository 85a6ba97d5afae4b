-- Handlers by event. They run in the order in which they were registered, each as a task of its own: it may wait, and
-- one that fails stops nobody else.
local errors = require "party.error"
local tasks = require "party.runtime.tasks"

local M = {}

--- @param on_failure is called with the event, what a handler has raised, and a traceback
function M.new(on_failure)
  local handlers = {}
  local emitter = {}

  --- Calls the handler for every event of this name, until the function that is returned is called.
  function emitter.on(event, handler)
    if type(handler) ~= "function" then errors.misuse("handler", "has to be a function") end
    local entry = { handler = handler }
    -- A new list, so that an event that is being told goes to those who were there when it came.
    local list = { unpack(handlers[event] or {}) }
    list[#list + 1] = entry
    handlers[event] = list
    return function()
      entry.is_gone = true
      local rest = {}
      for _, other in ipairs(handlers[event]) do
        if other ~= entry then rest[#rest + 1] = other end
      end
      handlers[event] = rest
    end
  end

  function emitter.emit(event, payload)
    for _, entry in ipairs(handlers[event] or {}) do
      if not entry.is_gone then
        tasks.spawn(entry.handler, function(cause, trace) on_failure(event, cause, trace) end, payload)
      end
    end
  end

  --- How many handlers an event has.
  function emitter.count(event)
    return #(handlers[event] or {})
  end

  return emitter
end

return M
