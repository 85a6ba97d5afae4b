-- A server on the loopback, in the loop of the engine under test.
local socket = require "socket"

local M = {}

--- @param on_connection is called with `connection`: `send(bytes)`, `close()`, `received`, and `on_data`, to be set
function M.listen(engine, on_connection)
  local listening = assert(socket.bind("127.0.0.1", 0))
  listening:settimeout(0)
  local _, port = listening:getsockname()
  local open = {}
  local server = { port = port, connection_count = 0 }

  local function serve(tcp)
    tcp:settimeout(0)
    local connection = { received = "" }
    local stop

    function connection.send(bytes)
      local sent = 0
      tcp:settimeout(5)
      while sent < #bytes do sent = assert(tcp:send(bytes, sent + 1)) end
      tcp:settimeout(0)
    end

    function connection.close()
      if stop then stop() end
      stop = nil
      open[connection] = nil
      tcp:close()
    end

    stop = engine.watch(tcp, function()
      local bytes, reason, partial = tcp:receive(65536)
      connection.received = connection.received .. (bytes or partial or "")
      if reason == "closed" then connection.is_ended = true end
      if connection.on_data then connection.on_data(connection) end
      if reason == "closed" then connection.close() end
    end)
    open[connection] = true
    server.connection_count = server.connection_count + 1
    on_connection(connection)
  end

  local stop_listening = engine.watch(listening, function()
    local tcp = listening:accept()
    if tcp then serve(tcp) end
  end)

  function server.close()
    stop_listening()
    listening:close()
    for connection in pairs(open) do connection.close() end
  end

  return server
end

--- Runs the engine until it is so, at most five seconds.
function M.await(engine, is_so)
  local until_ms = engine.now() + 5000
  while not is_so() do
    if engine.now() > until_ms then error("it has not come to be in five seconds", 2) end
    engine.step(0.05)
  end
end

return M
