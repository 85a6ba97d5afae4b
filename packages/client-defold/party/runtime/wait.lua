-- A future with a limit of time, that can be called off. Once it has ended it holds no timer and no listener.
local errors = require "party.error"
local futures = require "party.runtime.future"

local M = {}

--- @param settings whose `timeout_ms` counts where the options have none
--- @param options `timeout_ms`, `cancellation_token`
--- @param context what an error says of the call
--- @param on_end called once when it ends, unless it was called off before it began
function M.new(settings, options, context, on_end)
  local future = futures.new(settings.turn)
  local token = options.cancellation_token
  local timeout_ms = options.timeout_ms or settings.timeout_ms
  local timer, forget

  local function cancel()
    future.reject(errors.new("aborted", "the call was called off", context))
  end

  if token and token.is_cancelled() then
    cancel()
    return future
  end
  future.on_end = function()
    if timer then settings.clock.cancel(timer) end
    if forget then forget() end
    if on_end then on_end() end
  end
  if token then forget = token.on_cancel(cancel) end
  if timeout_ms then
    timer = settings.clock.after(timeout_ms, function()
      future.reject(errors.new("timeout", ("nothing within %d ms"):format(timeout_ms), context))
    end)
  end
  return future
end

return M
