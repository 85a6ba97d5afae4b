-- Calls things off.
local M = {}

--- A token to be given to any number of calls as `cancellation_token`. `token.cancel()` ends all of them with
--- `aborted`, and every later one that gets it.
function M.new()
  local listeners, is_cancelled = {}, false
  local token = {}

  function token.is_cancelled()
    return is_cancelled
  end

  function token.cancel()
    if is_cancelled then return end
    is_cancelled = true
    local told = listeners
    listeners = {}
    for listener in pairs(told) do listener() end
  end

  --- Calls the function when the token is cancelled, until the function that is returned is called.
  function token.on_cancel(listener)
    listeners[listener] = true
    return function() listeners[listener] = nil end
  end

  return token
end

return M
