-- When to connect again.
local M = {}

--- The default policy, exponential backoff with full jitter: each wait is drawn anew from the whole range between
--- nothing and the longest wait, so that clients that lost a server together do not come back together.
---
--- A policy is a function of `{ retry_count, elapsed_ms, code, reason, random }` that returns how many milliseconds to
--- wait, or nil to give up.
--- @param options `base_ms` (500): longest wait before the first attempt, doubled with each that fails; `cap_ms`
--- (15000): longest wait of all; `give_up_after_ms` (300000): how long to try at all
function M.full_jitter(options)
  local base_ms = options.base_ms or 500
  local cap_ms = options.cap_ms or 15000
  local give_up_after_ms = options.give_up_after_ms or 300000
  return function(attempt)
    if attempt.elapsed_ms >= give_up_after_ms then return nil end
    return attempt.random * math.min(cap_ms, base_ms * 2 ^ attempt.retry_count)
  end
end

return M
