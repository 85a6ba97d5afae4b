-- A WebSocket of RFC 6455, as a client has it.
local base64 = require "party.json.base64"
local frames = require "party.engine.luasocket.frames"
local heads = require "party.engine.luasocket.head"
local messages = require "party.engine.luasocket.messages"
local sha1 = require "party.engine.luasocket.sha1"
local streams = require "party.engine.luasocket.stream"

local M = {}

-- What RFC 6455 adds to the key of a handshake.
local guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

local closed_normally, closed_abnormally = 1000, 1006

-- How long the other side may take to agree to an end, in milliseconds.
local closing_ms = 1000

local function new_key(random)
  local bytes = {}
  for index = 1, 16 do bytes[index] = string.char(math.floor(random() * 256)) end
  return base64.encode(table.concat(bytes))
end

local function handshake(address, key)
  return table.concat({
    "GET " .. address.path .. " HTTP/1.1",
    "Host: " .. address.authority,
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: " .. key,
  }, "\r\n") .. "\r\n\r\n"
end

-- Whether the answer agrees to the handshake.
local function is_agreed(head, key)
  return head.status == 101
    and (head.headers["upgrade"] or ""):lower() == "websocket"
    and head.headers["sec-websocket-accept"] == base64.encode(sha1.digest(key .. guid))
end

--- Opens a WebSocket; see engine/engine.lua.
--- @param random gives a number from 0 up to 1
function M.connect(loop, max_bytes, random, url, listener)
  local address = streams.parse(url)
  local key = new_key(random)
  local transport = {}
  local buffer = ""
  local is_open, is_over, is_closing = false, false, false
  local stream, timer, reader

  local function release()
    is_over = true
    if timer then loop.cancel(timer) end
    if stream then stream.close() end
  end

  local function finish(code, reason)
    if is_over then return end
    release()
    if not is_closing then listener.on_close { code = code, reason = reason } end
  end

  -- Says goodbye and waits for the answer, but not for long.
  local function say_close(code)
    stream.send(frames.write(frames.close, frames.code(code), random))
    timer = timer or loop.after(closing_ms, release)
  end

  reader = messages.new(max_bytes, {
    on_message = function(message)
      if not is_closing then listener.on_frame(message) end
    end,
    on_ping = function(payload) stream.send(frames.write(frames.pong, payload, random)) end,
    on_close = function(code, reason)
      if not is_closing then stream.send(frames.write(frames.close, code and frames.code(code) or "", random)) end
      finish(code or 1005, reason)
    end,
    on_fault = function(code)
      stream.send(frames.write(frames.close, frames.code(code), random))
      finish(closed_abnormally, ("the server broke the protocol (%d)"):format(code))
    end,
  })

  local function shake(bytes)
    buffer = buffer .. bytes
    local head, rest, wrong = heads.read(buffer)
    if wrong then return finish(closed_abnormally, wrong) end
    if not head then return end
    if not is_agreed(head, key) then
      return finish(closed_abnormally, ("the server opens no WebSocket (HTTP %d)"):format(head.status))
    end
    is_open = true
    listener.on_open()
    if not is_over then reader.push(rest, function() return is_over end) end
  end

  if not address or address.scheme ~= "ws" then
    timer = loop.after(0, function() finish(closed_abnormally, "only ws is spoken here") end)
  else
    stream = streams.connect(loop, address.host, address.port, {
      on_open = function() stream.send(handshake(address, key)) end,
      on_data = function(bytes)
        if is_open then reader.push(bytes, function() return is_over end) else shake(bytes) end
      end,
      on_close = function(reason) finish(closed_abnormally, reason) end,
    })
  end

  function transport.send(text)
    if is_over or is_closing then return "the connection has ended" end
    stream.send(frames.write(frames.text, text, random))
    return nil
  end

  function transport.close()
    if is_over or is_closing then return end
    if not is_open then return release() end
    is_closing = true
    say_close(closed_normally)
  end

  function transport.abandon()
    if not is_over then release() end
  end

  return transport
end

return M
