-- Bytes as text. Written by hand because neither Lua nor every Defold has it, and because tokens are in the alphabet
-- of URLs and without padding.
local M = {}

local alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

local digits, values = {}, {}
for index = 1, #alphabet do
  local digit = alphabet:sub(index, index)
  digits[index - 1] = digit
  values[digit:byte()] = index - 1
end
values[("-"):byte()] = 62
values[("_"):byte()] = 63

local floor = math.floor

--- Standard base64 with padding.
function M.encode(bytes)
  local out = {}
  for index = 1, #bytes, 3 do
    local a, b, c = bytes:byte(index, index + 2)
    local group = a * 65536 + (b or 0) * 256 + (c or 0)
    out[#out + 1] = digits[floor(group / 262144)]
      .. digits[floor(group / 4096) % 64]
      .. (b and digits[floor(group / 64) % 64] or "=")
      .. (c and digits[group % 64] or "=")
  end
  return table.concat(out)
end

--- The bytes of base64 in either alphabet, with or without padding. Raises an error for anything else.
function M.decode(text)
  local plain = text:gsub("=+$", "")
  if #plain % 4 == 1 then error("expected base64", 0) end
  local out = {}
  for index = 1, #plain, 4 do
    local group, count = 0, 0
    for offset = 0, 3 do
      local byte = plain:byte(index + offset)
      local value = byte and values[byte]
      if byte and not value then error("expected base64", 0) end
      if byte then count = count + 1 end
      group = group * 64 + (value or 0)
    end
    local bytes = string.char(floor(group / 65536), floor(group / 256) % 256, group % 256)
    out[#out + 1] = count == 4 and bytes or bytes:sub(1, count - 1)
  end
  return table.concat(out)
end

return M
