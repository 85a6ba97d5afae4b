-- One exchange over HTTP.
local errors = require "party.error"
local futures = require "party.runtime.future"

local M = {}

--- Gives a future of `{ status, body }`; whatever the network does wrong is the error `network_error`.
--- @param request `url`, `method`, `headers`, `body`
--- @param token calls it off; the future then does not end
function M.fetch(settings, request, token)
  local future = futures.new(settings.turn)
  local forget
  local cancel = settings.engine.http(request, settings.turn.wrap(function(response, reason)
    if forget then forget() end
    if response then
      future.resolve(response)
    else
      future.reject(errors.new("network_error", settings.authority .. ": " .. tostring(reason)))
    end
  end))
  if not future.ended then forget = token.on_cancel(cancel) end
  return future
end

return M
