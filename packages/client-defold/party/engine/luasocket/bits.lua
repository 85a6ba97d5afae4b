-- Operations on bits, which Lua 5.1 lacks: LuaJIT's own, or by tables.
local M = {}

local has_bit, bit = pcall(require, "bit")

local xor_of, and_of = {}, {}
for a = 0, 15 do
  for b = 0, 15 do
    local xor, both, place, x, y = 0, 0, 1, a, b
    for _ = 1, 4 do
      if x % 2 ~= y % 2 then xor = xor + place end
      if x % 2 == 1 and y % 2 == 1 then both = both + place end
      x, y, place = (x - x % 2) / 2, (y - y % 2) / 2, place * 2
    end
    xor_of[a * 16 + b], and_of[a * 16 + b] = xor, both
  end
end

local function combine(table_of, a, b)
  local result, place = 0, 1
  while a > 0 or b > 0 do
    local x, y = a % 16, b % 16
    result = result + table_of[x * 16 + y] * place
    a, b, place = (a - x) / 16, (b - y) / 16, place * 16
  end
  return result
end

--- Exclusive or of two unsigned 32-bit numbers.
function M.xor(a, b)
  return has_bit and bit.bxor(a, b) % 4294967296 or combine(xor_of, a, b)
end

--- And of two unsigned 32-bit numbers.
function M.both(a, b)
  return has_bit and bit.band(a, b) % 4294967296 or combine(and_of, a, b)
end

--- Turns an unsigned 32-bit number to the left.
function M.rotate(a, count)
  local shifted = a * 2 ^ count
  local high = math.floor(shifted / 4294967296)
  return shifted % 4294967296 + high
end

return M
