-- Numbers of Lua are doubles, which hold every integer up to 2^53. A larger one is a text of its decimal digits.
local M = {}

local max_safe = 9007199254740991
local limit = "9223372036854775807"

--- Whether a number is an integer that is certain to be the one that was meant.
function M.is_safe(value)
  return type(value) == "number" and value % 1 == 0 and value >= -max_safe and value <= max_safe
end

local function fits(digits, is_negative)
  if #digits ~= #limit then return #digits < #limit end
  return digits <= limit or (is_negative and digits == "9223372036854775808")
end

--- A 64-bit integer in its one form, of a number or of digits: a number where that is exact, digits where it is not.
--- nil for what is none.
function M.of(value)
  if type(value) == "number" then return M.is_safe(value) and value or nil end
  if type(value) ~= "string" then return nil end
  local sign, digits = value:match("^(%-?)0*(%d+)$")
  if not digits or not fits(digits, sign == "-") then return nil end
  local number = tonumber(sign .. digits)
  if M.is_safe(number) then return number == 0 and 0 or number end
  return sign .. digits
end

--- The digits of a 64-bit integer.
function M.digits(value)
  return type(value) == "number" and ("%.0f"):format(value) or value
end

return M
