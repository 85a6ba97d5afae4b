local engines = require "party.engine.luasocket"
local players = require "support.players"
local t = require "support.runner"
local tcp_server = require "support.tcp_server"

-- A server that answers every request with these pieces, each in a packet of its own, and then closes if told to.
local function answering(pieces, closes, body, max_bytes)
  local engine = engines.new { max_message_bytes = max_bytes }
  local requests = {}
  local server = tcp_server.listen(engine, function(connection)
    connection.on_data = function()
      local head, rest = connection.received:match "^(.-\r\n\r\n)(.*)$"
      if not head or #rest < tonumber(head:match "Content%-Length: (%d+)" or 0) then return end
      connection.on_data = nil
      requests[#requests + 1] = connection.received
      for index, piece in ipairs(pieces) do
        engine.after(index * 2, function() connection.send(piece) end)
      end
      if closes then engine.after(#pieces * 2 + 4, connection.close) end
    end
  end)
  local function request(more)
    local wanted = { url = ("http://127.0.0.1:%d/v2/x?y=z"):format(server.port), method = "GET", headers = {} }
    for name, value in pairs(more or {}) do wanted[name] = value end
    local call, done = players.keep()
    call.cancel = engine.http(wanted, done)
    return call
  end
  local function await(call) tcp_server.await(engine, function() return call.ended end) end
  local ok, cause = xpcall(function() body(request, await, requests, engine, server) end, debug.traceback)
  server.close()
  if not ok then error(cause, 0) end
  engine.run()
end

t.test("a request says everything that a server needs", function()
  answering({ "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}" }, false, function(request, await, requests)
    local call = request { method = "POST", headers = { Authorization = "Basic x" }, body = "hello" }
    await(call)
    t.equal(call.result, { status = 200, body = "{}" })
    t.ok(requests[1]:find("^POST /v2/x%?y=z HTTP/1.1\r\nHost: 127.0.0.1:%d+\r\n"))
    t.ok(requests[1]:find("\r\nAuthorization: Basic x\r\n", 1, true))
    t.ok(requests[1]:find("\r\nContent-Length: 5\r\n\r\nhello", 1, true))
  end)
end)

t.test("an answer is read in whatever form and pieces it comes", function()
  local answers = {
    { { "HTTP/1.1 200 OK\r\nContent-Le", "ngth: 5\r\n\r\nhe", "llo" }, false },
    { { "HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n2\r\nhe\r", "\n3;x=y\r\nllo\r\n0\r\n\r\n" }, false },
    { { "HTTP/1.0 200 OK\r\n\r\nhe", "llo" }, true },
  }
  for _, answer in ipairs(answers) do
    answering(answer[1], answer[2], function(request, await)
      local call = request()
      await(call)
      t.equal(call.result, { status = 200, body = "hello" })
    end)
  end
end)

t.test("an answer without a body does not wait for one", function()
  answering({ "HTTP/1.1 204 No Content\r\n\r\n" }, false, function(request, await)
    local call = request()
    await(call)
    t.equal(call.result, { status = 204, body = "" })
  end)
end)

t.test("an answer that breaks off, or is none, or is too large, is an error", function()
  for _, answer in ipairs {
    { { "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello" }, true },
    { { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel" }, true },
    { { "HTTP/1.1 200" }, true },
    { { "nonsense\r\n\r\n" }, false },
    { { "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n", ("x"):rep(500) }, false },
    { {}, true },
  } do
    answering(answer[1], answer[2], function(request, await)
      local call = request()
      await(call)
      t.equal({ call.result, type(call.error), call.ended }, { nil, "string", 1 })
    end, 100)
  end
end)

t.test("an address where nobody listens, and one that cannot be spoken to, are errors", function()
  answering({}, false, function(request, await, _, _, server)
    server.close()
    for _, more in ipairs { {}, { url = "https://127.0.0.1/" }, { url = "nonsense" } } do
      local call = request(more)
      t.equal(call.ended, nil)
      await(call)
      t.equal({ call.result, type(call.error) }, { nil, "string" })
    end
  end)
end)

t.test("a request that was called off tells nothing", function()
  answering({ "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}" }, false, function(request, await)
    local first, second = request(), request()
    first.cancel()
    await(second)
    t.equal(first.ended, nil)
  end)
end)

t.test("requests do not wait for each other", function()
  answering({ "HTTP/1.1 200 OK\r\n", "Content-Length: 2\r\n\r\n", "{}" }, false, function(request, _, requests, engine)
    local calls = {}
    for index = 1, 20 do calls[index] = request() end
    tcp_server.await(engine, function() return #requests == 20 end)
    tcp_server.await(engine, function()
      for _, call in ipairs(calls) do
        if not call.ended then return false end
      end
      return true
    end)
    for _, call in ipairs(calls) do t.equal(call.result.status, 200) end
  end)
end)
