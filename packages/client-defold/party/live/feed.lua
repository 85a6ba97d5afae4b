-- What a live party is fed with, by nobody but the socket.
local emitters = require "party.runtime.emitter"

local M = {}

local max_kept = 100

function M.new(snapshot, clock, on_failure)
  local emitter = emitters.new(on_failure)
  -- Messages that arrived before anybody listened; nil from then on.
  local kept = {}
  local is_releasing = false
  local feed = { snapshot = snapshot, emitter = emitter }

  function feed.deliver(message)
    if not kept then return emitter.emit("data", message) end
    kept[#kept + 1] = message
    if #kept > max_kept then table.remove(kept, 1) end
  end

  --- Somebody listens. Handing out waits for whoever else begins to listen in the same run of code.
  function feed.release()
    if is_releasing then return end
    is_releasing = true
    clock.after(0, function()
      local waiting = kept
      kept = nil
      for _, message in ipairs(waiting) do feed.deliver(message) end
    end)
  end

  return feed
end

return M
