-- A TCP connection that never blocks. (Finding the address of a name does; an address in digits needs no finding.)
local socket = require "socket"

local M = {}

local chunk_bytes = 8192

--- Splits an address: scheme, host, port, and path with query.
function M.parse(url)
  local scheme, authority, path = url:match("^(%a+)://([^/?#]+)([^#]*)$")
  if not scheme then return nil end
  local host, port = authority:match("^%[(.-)%]:?(%d*)$")
  if not host then
    host, port = authority:match("^([^:]*):?(%d*)$")
  end
  if path:sub(1, 1) ~= "/" then path = "/" .. path end
  return { scheme = scheme, host = host, port = tonumber(port) or 80, authority = authority, path = path }
end

--- Begins to connect.
--- @param listener `on_open()`, `on_data(bytes)`, `on_close(reason)`, the last one unless `close` was called
--- @return stream `send(bytes)`, `close()`
function M.connect(loop, host, port, listener)
  local tcp, stop_reading, stop_writing, connecting
  local out, is_over = "", false
  local stream = {}

  local function release()
    is_over = true
    if stop_reading then stop_reading() end
    if stop_writing then stop_writing() end
    if connecting then loop.cancel(connecting) end
    if tcp then tcp:close() end
  end

  local function fail(reason)
    if is_over then return end
    release()
    listener.on_close(reason)
  end

  local function flush()
    while #out > 0 do
      local sent, reason, partial = tcp:send(out)
      out = out:sub((sent or partial) + 1)
      if not sent then
        if reason ~= "timeout" then return fail(reason) end
        if not stop_writing then stop_writing = loop.watch_write(tcp, flush) end
        return
      end
    end
    if stop_writing then stop_writing() end
    stop_writing = nil
  end

  local function read()
    while not is_over do
      local bytes, reason, partial = tcp:receive(chunk_bytes)
      local got = bytes or partial
      if got and #got > 0 then listener.on_data(got) end
      if not bytes then
        if reason ~= "timeout" then fail(reason) end
        return
      end
    end
  end

  local function opened()
    if stop_writing then stop_writing() end
    stop_writing = nil
    -- Asking again is how luasocket tells what has become of it.
    local ok, reason = tcp:connect(host, port)
    if not ok and reason ~= "already connected" then return fail(reason) end
    tcp:setoption("tcp-nodelay", true)
    stop_reading = loop.watch_read(tcp, read)
    listener.on_open()
  end

  local function begin()
    connecting = nil
    tcp = socket.tcp()
    tcp:settimeout(0)
    local ok, reason = tcp:connect(host, port)
    if not ok and reason ~= "timeout" and reason ~= "Operation already in progress" then return fail(reason) end
    stop_writing = loop.watch_write(tcp, opened)
  end

  connecting = loop.after(0, begin)

  --- Sends bytes, or keeps them until they can be.
  function stream.send(bytes)
    if is_over then return end
    local was_empty = out == ""
    out = out .. bytes
    if was_empty then flush() end
  end

  function stream.close()
    if not is_over then release() end
  end

  return stream
end

return M
