-- Code of the game runs in coroutines of its own: so it can wait, and what it raises stops nobody else. A coroutine
-- instead of pcall, because Lua 5.1 cannot wait inside of that.
local M = {}

-- Who is told when a coroutine fails. A coroutine that has ended is forgotten.
local reporters = setmetatable({}, { __mode = "k" })

local function advance(thread, ...)
  local results = { coroutine.resume(thread, ...) }
  if not results[1] then
    local report = reporters[thread]
    local trace = debug.traceback(thread, tostring(results[2]))
    if report then report(results[2], trace) else error(trace, 0) end
  end
end

--- Runs a function, whose arguments follow, as a task.
--- @param report is called with what the function raises, and a traceback
function M.spawn(fn, report, ...)
  local thread = coroutine.create(fn)
  reporters[thread] = report
  advance(thread, ...)
end

--- The coroutine that is running, nil for the main one.
function M.current()
  local thread, is_main = coroutine.running()
  return not is_main and thread or nil
end

M.resume = advance

return M
