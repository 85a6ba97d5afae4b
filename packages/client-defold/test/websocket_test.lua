local base64 = require "party.json.base64"
local engines = require "party.engine.luasocket"
local frames = require "party.engine.luasocket.frames"
local sha1 = require "party.engine.luasocket.sha1"
local t = require "support.runner"
local tcp_server = require "support.tcp_server"

local function hex(bytes)
  return (bytes:gsub(".", function(byte) return ("%02x"):format(byte:byte()) end))
end

t.test("SHA-1 is what the standard says", function()
  t.equal(hex(sha1.digest "abc"), "a9993e364706816aba3e25717850c26c9cd0d89d")
  t.equal(hex(sha1.digest ""), "da39a3ee5e6b4b0d3255bfef95601890afd80709")
  t.equal(
    hex(sha1.digest "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
    "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
  )
  -- The example of RFC 6455.
  t.equal(base64.encode(sha1.digest "dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
end)

-- A frame of a server: no mask.
local function frame(opcode, payload, is_not_final)
  local high, low = math.floor(#payload / 256), #payload % 256
  local size
  if #payload > 65535 then
    size = string.char(127, 0, 0, 0, 0, 0, math.floor(high / 256), high % 256, low)
  elseif #payload > 125 then
    size = string.char(126, high, low)
  else
    size = string.char(low)
  end
  return string.char((is_not_final and 0 or 128) + opcode) .. size .. payload
end

-- Frames of a client, unmasked: a list of `{ opcode, payload }`.
local function unmask(bytes)
  local list, index = {}, 1
  while index <= #bytes do
    local first, second = bytes:byte(index, index + 1)
    t.ok(second >= 128, "a client has to mask")
    local length, from = second - 128, index + 2
    if length == 126 then
      local a, b = bytes:byte(from, from + 1)
      length, from = a * 256 + b, from + 2
    elseif length == 127 then
      local _, _, _, _, _, a, b, c = bytes:byte(from, from + 7)
      length, from = a * 65536 + b * 256 + c, from + 8
    end
    if #bytes < from + 3 + length then break end
    local mask = { bytes:byte(from, from + 3) }
    local out = {}
    for offset = 0, length - 1 do
      local byte, key, xor, place = bytes:byte(from + 4 + offset), mask[offset % 4 + 1], 0, 1
      for _ = 1, 8 do
        if byte % 2 ~= key % 2 then xor = xor + place end
        byte, key, place = math.floor(byte / 2), math.floor(key / 2), place * 2
      end
      out[#out + 1] = string.char(xor)
    end
    list[#list + 1] = { opcode = first - 128, payload = table.concat(out) }
    index = from + 4 + length
  end
  return list
end

-- A connection between an engine and a server that has agreed to it, unless `answer` says otherwise.
local function opened(body, answer, max_bytes)
  local engine = engines.new { max_message_bytes = max_bytes }
  local peer
  local server = tcp_server.listen(engine, function(connection)
    peer = connection
    connection.on_data = function()
      local key = connection.received:match "Sec%-WebSocket%-Key: ([^\r\n]+)"
      if not connection.received:find("\r\n\r\n", 1, true) then return end
      connection.on_data = nil
      connection.request = connection.received
      connection.received = ""
      local accept = base64.encode(sha1.digest(key .. "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"))
      connection.send((answer or "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n"):format(accept))
    end
  end)
  local told = { frames = {} }
  local transport = engine.connect(("ws://127.0.0.1:%d/ws?token=x"):format(server.port), {
    on_open = function() told.is_open = true end,
    on_frame = function(text) told.frames[#told.frames + 1] = text end,
    on_close = function(close)
      told.closes = (told.closes or 0) + 1
      told.close = close
    end,
  })
  local function await(is_so) tcp_server.await(engine, is_so) end
  await(function() return told.is_open or told.close end)
  local ok, cause = xpcall(function() body(told, transport, peer, await, engine) end, debug.traceback)
  transport.abandon()
  server.close()
  if not ok then error(cause, 0) end
  -- Whatever has happened, nothing is left.
  engine.run()
end

t.test("a handshake asks for what it should", function()
  opened(function(_, _, peer)
    t.ok(peer.request:find("^GET /ws%?token=x HTTP/1.1\r\n"))
    for _, header in ipairs { "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13" } do
      t.ok(peer.request:find(header, 1, true))
    end
    t.equal(#base64.decode(peer.request:match "Key: ([^\r\n]+)"), 16)
  end)
end)

t.test("messages of every size are masked, and come out as they went in", function()
  for _, size in ipairs { 0, 1, 125, 126, 4097, 65535, 65536, 70000 } do
    opened(function(_, transport, peer, await)
      local text = ("x"):rep(size)
      t.equal(transport.send(text), nil)
      await(function() return #peer.received >= size + 6 and #unmask(peer.received) == 1 end)
      t.equal(unmask(peer.received), { { opcode = 1, payload = text } })
      t.ok(size < 8 or not peer.received:find(text, 1, true))
    end)
  end
end)

t.test("messages of every size are read, however the bytes arrive", function()
  opened(function(told, _, peer, await)
    local texts = { "", "a", ("b"):rep(125), ("c"):rep(126), ("d"):rep(70000) }
    local bytes = ""
    for _, text in ipairs(texts) do bytes = bytes .. frame(frames.text, text) end
    peer.send(bytes:sub(1, 3))
    peer.send(bytes:sub(4, 200))
    peer.send(bytes:sub(201))
    await(function() return #told.frames == #texts end)
    t.equal(told.frames, texts)
  end)
end)

t.test("what follows the handshake in the same packet is read", function()
  local answer = "HTTP/1.1 101 Switching Protocols\r\nupgrade: WebSocket\r\nSec-WebSocket-Accept: %s\r\n\r\n" .. frame(1, "first")
  opened(function(told, _, _, await)
    await(function() return #told.frames == 1 end)
    t.equal(told.frames, { "first" })
  end, answer)
end)

t.test("a message in fragments is one message, with pings between them answered", function()
  opened(function(told, _, peer, await)
    peer.send(frame(frames.text, "one ", true) .. frame(frames.ping, "are you there?") .. frame(frames.continuation, "two ", true))
    peer.send(frame(frames.pong, "") .. frame(frames.continuation, "three"))
    await(function() return #told.frames == 1 and #peer.received > 0 end)
    t.equal(told.frames, { "one two three" })
    t.equal(unmask(peer.received), { { opcode = frames.pong, payload = "are you there?" } })
  end)
end)

t.test("a server that closes is answered, and its code and reason are told", function()
  opened(function(told, _, peer, await)
    peer.send(frame(frames.close, "\3\232session outgoing queue full"))
    await(function() return told.close and peer.is_ended end)
    t.equal(told.close, { code = 1000, reason = "session outgoing queue full" })
    t.equal(unmask(peer.received), { { opcode = frames.close, payload = "\3\232" } })
  end)
end)

t.test("a close without a code is one, and a line that breaks is another", function()
  opened(function(told, _, peer, await)
    peer.send(frame(frames.close, ""))
    await(function() return told.close end)
    t.equal(told.close.code, 1005)
  end)
  opened(function(told, _, peer, await)
    peer.close()
    await(function() return told.close end)
    t.equal({ told.close.code, told.closes }, { 1006, 1 })
  end)
end)

t.test("closing says so, waits for the answer, and tells nothing", function()
  opened(function(told, transport, peer, await)
    transport.send "last words"
    transport.close()
    t.ok(transport.send "too late")
    await(function() return #peer.received > 0 and #unmask(peer.received) == 2 end)
    t.equal(unmask(peer.received)[2], { opcode = frames.close, payload = "\3\232" })
    peer.send(frame(frames.text, "unheard") .. frame(frames.close, "\3\232"))
    await(function() return peer.is_ended end)
    t.equal({ #told.frames, told.closes }, { 0 })
  end)
end)

t.test("a server that does not agree to the end is waited for for a second, and no longer", function()
  opened(function(_, transport, peer, await, engine)
    local before = engine.now()
    transport.close()
    await(function() return peer.is_ended end)
    local took = engine.now() - before
    t.ok(took > 900 and took < 2000, "it took " .. took)
  end)
end)

t.test("a peer that no longer answers is not waited for", function()
  opened(function(told, transport, peer, await)
    transport.abandon()
    await(function() return peer.is_ended end)
    t.equal({ peer.received, told.closes }, { "" })
  end)
end)

t.test("what breaks the protocol ends the connection, with the code for it", function()
  local faults = {
    [1002] = {
      string.char(0xC1, 0), string.char(0x81, 0x80, 1, 2, 3, 4), frame(frames.continuation, "x"), frame(3, "x"),
      frame(frames.text, "a", true) .. frame(frames.text, "b"), frame(frames.ping, "x", true), frame(frames.ping, ("x"):rep(126)),
      frame(frames.close, "x"), frame(11, ""),
    },
    [1003] = { frame(frames.binary, "x") },
    [1007] = { frame(frames.text, "\255") },
    [1009] = { frame(frames.text, ("x"):rep(101)), frame(frames.text, ("x"):rep(60), true) .. frame(frames.continuation, ("x"):rep(60)) },
  }
  for code, list in pairs(faults) do
    for _, bytes in ipairs(list) do
      opened(function(told, _, peer, await)
        peer.send(bytes)
        await(function() return told.close and peer.is_ended end)
        t.equal({ told.close.code, #told.frames }, { 1006, 0 })
        t.equal(unmask(peer.received)[1], { opcode = frames.close, payload = frames.code(code) })
      end, nil, 100)
    end
  end
end)

t.test("an answer that agrees to nothing is none", function()
  for _, answer in ipairs {
    "HTTP/1.1 401 Unauthorized\r\n\r\n",
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: wrong\r\n\r\n",
    "HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: %s\r\n\r\n",
    "SSH-2.0\r\n\r\n",
    ("x"):rep(70000),
  } do
    opened(function(told)
      t.equal({ told.is_open, told.close.code, told.closes }, { nil, 1006, 1 })
    end, answer)
  end
end)

t.test("a port where nobody listens is told, and not before connect has returned", function()
  local engine = engines.new()
  local server = tcp_server.listen(engine, function() end)
  server.close()
  for _, url in ipairs { ("ws://127.0.0.1:%d/"):format(server.port), "wss://127.0.0.1/", "nonsense" } do
    local close
    local transport = engine.connect(url, { on_close = function(told) close = told end })
    t.equal(close, nil)
    tcp_server.await(engine, function() return close end)
    t.equal(close.code, 1006)
    transport.close()
  end
end)

t.test("an attempt can be ended before it has begun", function()
  local engine = engines.new()
  local told = 0
  engine.connect("ws://127.0.0.1:1/", { on_close = function() told = told + 1 end }).close()
  engine.run()
  t.equal(told, 0)
end)
