-- What the platform calls (a frame, a timer) and what a game calls runs as one turn. Whoever waits for something that a
-- turn has brought about goes on when the turn is over, so that nobody sees the middle of a change.
local M = {}

--- @param on_failure is called with what a task has raised; it must not raise itself
function M.new(on_failure)
  local queue, first, last = {}, 1, 0
  local depth = 0
  local turn = {}

  local function finish()
    while first <= last do
      local task = queue[first]
      queue[first] = nil
      first = first + 1
      local ok, cause = pcall(task)
      if not ok then on_failure(cause) end
    end
  end

  --- Runs the function as a turn, or as a part of the one that is under way. Returns its results.
  function turn.run(fn, ...)
    if depth > 0 then return fn(...) end
    depth = 1
    local ok, result, reason = pcall(fn, ...)
    finish()
    depth = 0
    if not ok then error(result, 0) end
    return result, reason
  end

  --- Runs the function at the end of the turn, after what was told to before.
  function turn.later(task)
    last = last + 1
    queue[last] = task
    if depth == 0 then turn.run(function() end) end
  end

  --- The function, as a turn of its own whenever it is called.
  function turn.wrap(fn)
    return function(...) return turn.run(fn, ...) end
  end

  return turn
end

return M
