-- Numbers that differ from process to process. `math.random` is the same in each until a game seeds it, which is the
-- game's to do: clients that lost a server together would come back together.
local M = {}

local modulus = 2147483647

--- A function that gives a number from 0 up to 1.
--- @param seed anything that differs
function M.new(seed)
  local state = 1
  for index = 1, #seed do state = (state * 31 + seed:byte(index)) % modulus end
  state = state == 0 and 1 or state
  return function()
    -- Park and Miller's generator: its products are exact in a double.
    state = state * 48271 % modulus
    return (state - 1) / (modulus - 1)
  end
end

return M
