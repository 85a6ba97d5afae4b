-- Sockets and timers, one at a time.
local socket = require "socket"

local M = {}

function M.new()
  local readers, writers = {}, {}
  -- Timers by their time; those at the same time in the order in which they were made.
  local timers, last_id = {}, 0
  local loop = {}

  function loop.now()
    return socket.gettime() * 1000
  end

  function loop.after(delay_ms, fn)
    last_id = last_id + 1
    local timer = { at = loop.now() + math.max(0, delay_ms), id = last_id, fn = fn }
    local index = #timers
    while index > 0 and timers[index].at > timer.at do index = index - 1 end
    table.insert(timers, index + 1, timer)
    return timer
  end

  function loop.cancel(timer)
    for index, other in ipairs(timers) do
      if other == timer then return table.remove(timers, index) end
    end
  end

  local function watch(list, source, fn)
    list[source] = fn
    return function()
      if list[source] == fn then list[source] = nil end
    end
  end

  --- Calls the function whenever there is something to read.
  --- @return function that ends that
  function loop.watch_read(source, fn) return watch(readers, source, fn) end

  --- Calls the function whenever something can be written.
  --- @return function that ends that
  function loop.watch_write(source, fn) return watch(writers, source, fn) end

  local function keys(list)
    local all = {}
    for source in pairs(list) do all[#all + 1] = source end
    return all
  end

  local function run_timers()
    -- Those that are made meanwhile wait for the next step, or a timer of 0 ms could keep all others from running.
    local newest, now = last_id, loop.now()
    local index = 1
    while timers[index] and timers[index].at <= now do
      local timer = timers[index]
      if timer.id > newest then
        index = index + 1
      else
        table.remove(timers, index)
        timer.fn()
        index = 1
      end
    end
  end

  function loop.step(max_wait_s)
    local wait_s = max_wait_s
    if timers[1] then
      local next_s = math.max(0, (timers[1].at - loop.now()) / 1000)
      wait_s = wait_s and math.min(wait_s, next_s) or next_s
    end
    local readable, writable = socket.select(keys(readers), keys(writers), wait_s)
    for _, source in ipairs(readable) do
      if readers[source] then readers[source]() end
    end
    for _, source in ipairs(writable) do
      if writers[source] then writers[source]() end
    end
    run_timers()
  end

  function loop.run(is_done)
    while true do
      if is_done and is_done() then return end
      if not timers[1] and next(readers) == nil and next(writers) == nil then return end
      loop.step()
    end
  end

  return loop
end

return M
