-- One attempt to connect. When the token is refused it asks for another one and tries once more: tokens live for a
-- minute, and the clock of a player's device may be wrong.
local cancellation = require "party.runtime.cancellation"
local errors = require "party.error"

local M = {}

--- @param target where to connect to: `url(token, refused)` gives a future of the address, `explain(url, close, token)`
--- one that ends with the error why there is no connection
--- @param open_transport begins to open a connection; see engine/engine.lua
--- @param listener `on_open()`, `on_frame(text)`, `on_close(close)`, `on_fail(err)`; told nothing once it is closed
function M.start(target, open_transport, listener)
  local token = cancellation.new()
  local transport
  local attempt

  local function fail(err)
    if token.is_cancelled() then return end
    listener.on_fail(errors.during(err, { operation = "connect" }))
  end

  local function refused(url, close, before)
    target.explain(url, close, token).done(function(_, err)
      if token.is_cancelled() then return end
      if before or err.code ~= "unauthenticated" then return fail(err) end
      attempt(url, err)
    end)
  end

  local function open(url, before)
    local is_open = false
    transport = open_transport(url, {
      on_open = function()
        if token.is_cancelled() then return end
        is_open = true
        listener.on_open()
      end,
      on_frame = function(frame)
        if not token.is_cancelled() then listener.on_frame(frame) end
      end,
      on_close = function(close)
        if token.is_cancelled() then return end
        if is_open then listener.on_close(close) else refused(url, close, before) end
      end,
    })
  end

  function attempt(refused_url, before)
    target.url(token, refused_url).done(function(url)
      if token.is_cancelled() then return end
      if before and url == refused_url then return fail(before) end
      open(url, before)
    end)
  end

  attempt()
  return {
    --- Returns what went wrong, if anything did.
    send = function(frame) return transport.send(frame) end,
    close = function()
      token.cancel()
      if transport then transport.close() end
    end,
    abandon = function()
      token.cancel()
      if transport then transport.abandon() end
    end,
  }
end

return M
