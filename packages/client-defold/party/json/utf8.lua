-- Texts of Lua are bytes. A server closes the connection of who sends bytes that are no UTF-8.
local M = {}

local replacement = "\239\191\189"

--- The UTF-8 of a code point; of half a surrogate pair that of U+FFFD.
function M.char(code)
  local floor = math.floor
  if code < 0x80 then return string.char(code) end
  if code < 0x800 then return string.char(0xC0 + floor(code / 64), 0x80 + code % 64) end
  if code >= 0xD800 and code <= 0xDFFF then return replacement end
  if code < 0x10000 then
    return string.char(0xE0 + floor(code / 4096), 0x80 + floor(code / 64) % 64, 0x80 + code % 64)
  end
  return string.char(
    0xF0 + floor(code / 262144),
    0x80 + floor(code / 4096) % 64,
    0x80 + floor(code / 64) % 64,
    0x80 + code % 64
  )
end

-- How long a sequence is that begins with the byte, and between which its second byte has to be.
local function sequence(first)
  if first < 0xC2 then return nil end
  if first < 0xE0 then return 2, 0x80, 0xBF end
  if first == 0xE0 then return 3, 0xA0, 0xBF end
  if first == 0xED then return 3, 0x80, 0x9F end
  if first < 0xF0 then return 3, 0x80, 0xBF end
  if first == 0xF0 then return 4, 0x90, 0xBF end
  if first < 0xF4 then return 4, 0x80, 0xBF end
  if first == 0xF4 then return 4, 0x80, 0x8F end
  return nil
end

local function lengthAt(text, index)
  local length, low, high = sequence(text:byte(index))
  if not length then return nil end
  for offset = 1, length - 1 do
    local byte = text:byte(index + offset)
    if not byte or byte < low or byte > high then return nil end
    low, high = 0x80, 0xBF
  end
  return length
end

--- The text with U+FFFD in place of every byte that belongs to no character.
function M.repair(text)
  if not text:find("[\128-\255]") then return text end
  local out, index = {}, 1
  while index <= #text do
    local plain = text:match("^[%z\1-\127]+", index)
    if plain then
      out[#out + 1] = plain
      index = index + #plain
    else
      local length = lengthAt(text, index)
      out[#out + 1] = length and text:sub(index, index + length - 1) or replacement
      index = index + (length or 1)
    end
  end
  return table.concat(out)
end

return M
