-- SHA-1, with which a server proves that it has read a WebSocket's handshake.
local bits = require "party.engine.luasocket.bits"

local M = {}

local xor, both, rotate = bits.xor, bits.both, bits.rotate
local range = 4294967296

local function word_at(bytes, index)
  local a, b, c, d = bytes:byte(index, index + 3)
  return a * 16777216 + b * 65536 + c * 256 + d
end

local function text_of(word)
  local floor = math.floor
  return string.char(floor(word / 16777216), floor(word / 65536) % 256, floor(word / 256) % 256, word % 256)
end

-- What a round does with three of the words, and its constant.
local function mix(round, b, c, d)
  if round < 20 then return xor(d, both(b, xor(c, d))), 0x5A827999 end
  if round < 40 then return xor(xor(b, c), d), 0x6ED9EBA1 end
  if round < 60 then return xor(xor(both(b, c), both(b, d)), both(c, d)), 0x8F1BBCDC end
  return xor(xor(b, c), d), 0xCA62C1D6
end

--- The 20 bytes of the digest.
function M.digest(text)
  local length = #text * 8
  local padded = text .. "\128" .. ("\0"):rep((55 - #text) % 64) .. "\0\0\0\0" .. text_of(length)
  local hash = { 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0 }
  for block = 1, #padded, 64 do
    local words = {}
    for index = 0, 15 do words[index] = word_at(padded, block + index * 4) end
    for index = 16, 79 do
      local mixed = xor(xor(words[index - 3], words[index - 8]), xor(words[index - 14], words[index - 16]))
      words[index] = rotate(mixed, 1)
    end
    local a, b, c, d, e = unpack(hash)
    for round = 0, 79 do
      local mixed, constant = mix(round, b, c, d)
      local next_a = (rotate(a, 5) + mixed + e + constant + words[round]) % range
      a, b, c, d, e = next_a, a, rotate(b, 30), c, d
    end
    for index, word in ipairs { a, b, c, d, e } do hash[index] = (hash[index] + word) % range end
  end
  local out = {}
  for index, word in ipairs(hash) do out[index] = text_of(word) end
  return table.concat(out)
end

return M
