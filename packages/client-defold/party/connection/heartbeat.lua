-- Finds out that a peer is gone long before the platform does: a network that vanished sends no close frame. One ping is
-- under way at a time; any answer but silence counts as life.
local M = {}

--- @param parts `clock`, `random`, `interval_ms`, `ping()` (a future), `on_dead()`
function M.new(parts)
  local timer
  local run = 0
  local heartbeat = {}

  function heartbeat.stop()
    run = run + 1
    if timer then parts.clock.cancel(timer) end
    timer = nil
  end

  local function beat()
    heartbeat.stop()
    local current = run
    parts.ping().done(function(_, err)
      if current ~= run then return end
      if err and err.code == "timeout" then parts.on_dead() else heartbeat.start() end
    end)
  end

  function heartbeat.start()
    heartbeat.stop()
    -- Up to a tenth earlier: clients that came back together after a server restart do not ping together.
    timer = parts.clock.after(parts.interval_ms * (1 - parts.random() / 10), beat)
  end

  --- Sends the next ping now, unless one is under way. Does nothing while it is stopped.
  function heartbeat.hurry()
    if timer then beat() end
  end

  return heartbeat
end

return M
