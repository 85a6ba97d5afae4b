-- Puts frames together to messages.
local frames = require "party.engine.luasocket.frames"
local utf8 = require "party.json.utf8"

local M = {}

--- @param listener `on_message(text)`, `on_ping(payload)`, `on_close(code, reason)`, `on_fault(code)`
function M.new(max_bytes, listener)
  local buffer = ""
  -- The frames of a message that has not ended, and their bytes.
  local parts, size
  local reader = {}

  local function finish_message()
    local message = table.concat(parts)
    parts = nil
    if utf8.repair(message) ~= message then return listener.on_fault(1007) end
    listener.on_message(message)
  end

  local function take_data(frame)
    local begins = frame.opcode ~= frames.continuation
    if begins == (parts ~= nil) then return listener.on_fault(1002) end
    -- Nothing that the SDK asks for is answered in binary.
    if begins and frame.opcode ~= frames.text then return listener.on_fault(1003) end
    if begins then parts, size = {}, 0 end
    size = size + #frame.payload
    if size > max_bytes then return listener.on_fault(1009) end
    parts[#parts + 1] = frame.payload
    if frame.is_final then finish_message() end
  end

  local function take_close(payload)
    if #payload == 1 then return listener.on_fault(1002) end
    if payload == "" then return listener.on_close(nil, "") end
    local high, low = payload:byte(1, 2)
    listener.on_close(high * 256 + low, payload:sub(3))
  end

  local function take(frame)
    if frame.opcode == frames.close then return take_close(frame.payload) end
    if frame.opcode == frames.ping then return listener.on_ping(frame.payload) end
    if frame.opcode == frames.pong then return nil end
    if frame.opcode > frames.binary then return listener.on_fault(1002) end
    take_data(frame)
  end

  --- Takes bytes as they come.
  --- @param is_over whether nothing is wanted any more
  function reader.push(bytes, is_over)
    buffer = buffer .. bytes
    local index = 1
    while not is_over() do
      local frame, wrong = frames.read(buffer, index, max_bytes)
      if wrong then return listener.on_fault(wrong) end
      if not frame then break end
      index = frame.next
      take(frame)
    end
    buffer = buffer:sub(index)
  end

  return reader
end

return M
