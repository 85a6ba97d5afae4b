-- Something that ends exactly once, with a result or with an error. Everything that comes later is ignored.
local tasks = require "party.runtime.tasks"

local M = {}

--- @param turn where those who wait go on
function M.new(turn)
  local listeners = {}
  local result, reason
  local future = { ended = false }

  local function finish(value, failure)
    if future.ended then return end
    future.ended = true
    result, reason = value, failure
    local waiting = listeners
    listeners = nil
    if future.on_end then future.on_end() end
    for _, listener in ipairs(waiting) do
      turn.later(function() listener(result, reason) end)
    end
  end

  --- Ends it with a result; nothing means true.
  function future.resolve(value)
    if value == nil then value = true end
    finish(value, nil)
  end

  function future.reject(failure)
    finish(nil, failure)
  end

  --- Calls the function with result and error at the end of the turn in which it ends, or of this one.
  function future.done(listener)
    if listeners then
      listeners[#listeners + 1] = listener
    else
      turn.later(function() listener(result, reason) end)
    end
  end

  --- Waits in the running coroutine, and returns result and error.
  function future.await()
    if future.ended then return result, reason end
    local thread = tasks.current()
    future.done(function() tasks.resume(thread) end)
    -- Whoever else resumes the coroutine meanwhile has to wait too.
    repeat coroutine.yield() until future.ended
    return result, reason
  end

  return future
end

--- What becomes of a future's result. The function runs when it has ended well, and gives a result, or nil and an error.
function M.map(turn, future, convert)
  local mapped = M.new(turn)
  future.done(function(result, reason)
    if not reason then result, reason = convert(result) end
    if reason then mapped.reject(reason) else mapped.resolve(result) end
  end)
  return mapped
end

--- A future that has failed already.
function M.failed(turn, reason)
  local future = M.new(turn)
  future.reject(reason)
  return future
end

return M
