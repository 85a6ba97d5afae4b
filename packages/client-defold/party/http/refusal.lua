-- Why a WebSocket could not be opened. A WebSocket does not say, so the same address is asked once more, without the
-- upgrade: the server looks at the token first, and answers 401 when it does not take it and 400 when only the upgrade
-- is missing.
local errors = require "party.error"
local fetch = require "party.http.fetch"
local futures = require "party.runtime.future"

local M = {}

--- Gives a future that ends with the error.
function M.explain(settings, url, close, token)
  local future = futures.new(settings.turn)
  fetch.fetch(settings, { url = url:gsub("^ws", "http"), method = "GET", headers = {} }, token).done(function(response, err)
    if err then
      future.reject(errors.new("connection_failed", err.message, { cause = close }))
    elseif response.status == 401 then
      future.reject(errors.new("unauthenticated", response.body:match("^%s*(.-)%s*$"), { http_status = 401 }))
    else
      future.reject(errors.new("connection_failed", settings.authority .. " opens no WebSocket", { cause = close }))
    end
  end)
  return future
end

return M
