-- Frames of RFC 6455, as a client writes and reads them.
local bits = require "party.engine.luasocket.bits"

local M = {}

M.continuation, M.text, M.binary, M.close, M.ping, M.pong = 0, 1, 2, 8, 9, 10

local floor = math.floor

local function big_endian(value, count)
  local bytes = {}
  for index = count, 1, -1 do
    bytes[index] = string.char(value % 256)
    value = floor(value / 256)
  end
  return table.concat(bytes)
end

-- A frame of a client is masked, so that what it says cannot be chosen byte for byte.
local function masked(payload, mask)
  local out = {}
  for from = 1, #payload, 4096 do
    local bytes = { payload:byte(from, from + 4095) }
    for index = 1, #bytes do bytes[index] = bits.xor(bytes[index], mask[(from + index - 2) % 4 + 1]) end
    out[#out + 1] = string.char(unpack(bytes))
  end
  return table.concat(out)
end

--- A whole frame.
--- @param random gives a number from 0 up to 1
function M.write(opcode, payload, random)
  local mask = {}
  for index = 1, 4 do mask[index] = floor(random() * 256) end
  local length = #payload
  local size
  if length < 126 then
    size = string.char(128 + length)
  elseif length < 65536 then
    size = string.char(128 + 126) .. big_endian(length, 2)
  else
    size = string.char(128 + 127) .. big_endian(length, 8)
  end
  return string.char(128 + opcode) .. size .. string.char(unpack(mask)) .. masked(payload, mask)
end

--- The two bytes of a close code.
function M.code(code)
  return big_endian(code, 2)
end

local function number_at(bytes, index, count)
  local value = 0
  for offset = 0, count - 1 do value = value * 256 + bytes:byte(index + offset) end
  return value
end

--- Reads the frame at an index, if it is there as a whole.
--- @return frame `opcode`, `is_final`, `payload`, and `next`, the index behind it; nil if more bytes are needed
--- @return code the close code for what the frame does wrong, if it does
function M.read(bytes, index, max_bytes)
  if #bytes < index + 1 then return nil end
  local first, second = bytes:byte(index, index + 1)
  local opcode, is_control = first % 16, first % 16 >= 8
  local has_reserved = floor(first / 16) % 8 ~= 0
  -- A server does not mask.
  if has_reserved or second >= 128 then return nil, 1002 end
  local length, extra = second, 0
  if is_control and (length > 125 or first < 128) then return nil, 1002 end
  if length == 126 then extra = 2 elseif length == 127 then extra = 8 end
  if #bytes < index + 1 + extra then return nil end
  if extra > 0 then length = number_at(bytes, index + 2, extra) end
  if length > max_bytes then return nil, 1009 end
  local from = index + 2 + extra
  if #bytes < from + length - 1 then return nil end
  return {
    opcode = opcode,
    is_final = first >= 128,
    payload = bytes:sub(from, from + length - 1),
    next = from + length,
  }
end

return M
