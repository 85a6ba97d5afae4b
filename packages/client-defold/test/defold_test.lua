local defold_of = require "support.defold"
local party = require "party.party"
local players = require "support.players"
local t = require "support.runner"
local tokens = require "support.tokens"

local function session_of(defold)
  return assert(party.restore_session(tokens.of("ada", defold.now + 3600), tokens.of("ada", defold.now + 7200)))
end

-- A socket that is connected, its connection, and Defold.
local function connected(defold, config)
  local all = { heartbeat = false, random = function() return 0.5 end }
  for name, value in pairs(config or {}) do all[name] = value end
  local socket = party.create_client(all).create_socket()
  local call, done = players.keep()
  socket.connect(session_of(defold), done)
  t.equal(call.ended, nil)
  defold.server.accept(defold.connections[1])
  defold.update()
  t.equal(call.result, true)
  return socket, defold.connections[1]
end

local function last(connection) return connection.sent[#connection.sent] end

for _, null in ipairs { false, newproxy() } do
  local words = null and " (null is a userdata)" or " (null is nil)"

  t.test("a party over Defold's modules" .. words, function()
    defold_of.run(null, function(defold)
      local socket, connection = connected(defold)
      local created, done = players.keep()
      socket.party_create(true, 4, done)
      t.equal(last(connection).kind, 1)
      t.equal(party.decode_json(last(connection).message).party_create, { open = true, max_size = 4 })
      local told = players.party({ "ada" }, { cid = nil })
      connection.tell(2, { message = ('{"cid":"1","party":%s}'):format(
        party.encode_json(told):gsub("}$", ',"label":null,"news":[null]}')
      ) })
      defold.update()
      t.contains(created.result, { party_id = "p.n", label = "", is_leader = true })
      socket.disconnect()
      defold.update()
      t.equal({ socket.state, defold.timer_count() }, { "closed", 0 })
    end)
  end)
end

t.test("a call without an answer ends by Defold's timers, in seconds", function()
  defold_of.run(nil, function(defold)
    local socket = connected(defold)
    local call, done = players.keep()
    socket.party_leave("p.n", { timeout_ms = 500 }, done)
    defold.update(0.4)
    t.equal(call.ended, nil)
    defold.update(0.2)
    t.equal(call.error.code, "timeout")
    t.equal(defold.timer_count(), 0)
  end)
end)

t.test("an error and the end that follows it are one loss, and the connection is made again", function()
  defold_of.run(nil, function(defold)
    local socket, connection = connected(defold)
    local losses = {}
    socket.on_disconnect(function(event) losses[#losses + 1] = event end)
    defold.server.fail(connection, "connection reset")
    defold.update()
    t.equal(#losses, 1)
    t.contains(losses[1], { code = "connection_lost", reason = "connection reset", will_reconnect = true })
    defold.update(0.3)
    t.equal(#defold.connections, 2)
    defold.server.accept(defold.connections[2])
    defold.update()
    t.equal(socket.state, "open")
  end)
end)

t.test("a server that closes is told apart from a line that breaks", function()
  for code, expected in pairs { [1000] = "server_closed", [1009] = "message_too_large", [0] = "connection_lost" } do
    defold_of.run(nil, function(defold)
      local socket, connection = connected(defold, { reconnect = false })
      local told
      socket.on_disconnect(function(event) told = event end)
      defold.server.close(connection, code)
      defold.update()
      t.equal(told.code, expected)
    end)
  end
end)

t.test("a connection that has just ended takes no message, and nobody is hurt", function()
  defold_of.run(nil, function(defold)
    local socket, connection = connected(defold)
    connection.state = "disconnected"
    local call, done = players.keep()
    socket.party_leave("p.n", done)
    t.contains(call.error, { code = "disconnected", operation = "party_leave" })
  end)
end)

t.test("a handshake that is refused is explained over HTTP", function()
  defold_of.run(nil, function(defold)
    local socket = party.create_client().create_socket()
    local call, done = players.keep()
    socket.connect(session_of(defold), done)
    defold.server.fail(defold.connections[1], "Failed verifying handshake headers")
    defold.update()
    t.ok(defold.requests[1].url:find("^http://127.0.0.1:7350/ws%?token="))
    defold.requests[1].reply { status = 400, response = "Bad Request", headers = {} }
    defold.update()
    t.equal(call.error.code, "connection_failed")
    t.equal(defold.timer_count(), 0)
  end)
end)

t.test("signing in goes through Defold's HTTP", function()
  defold_of.run(nil, function(defold)
    local call, done = players.keep()
    party.create_client { use_ssl = true }.authenticate_device("device-id-0001", done)
    local request = defold.requests[1]
    t.equal({ request.url, request.method }, { "https://127.0.0.1:7350/v2/account/authenticate/device", "POST" })
    t.equal(request.body, '{"id":"device-id-0001"}')
    local session = session_of(defold)
    local tokens_of = { token = session.token, refresh_token = session.refresh_token }
    request.reply { status = 200, response = party.encode_json(tokens_of), headers = {} }
    defold.update()
    t.equal(call.result.user_id, "ada")
  end)
end)

t.test("the status 0 stands for no answer, and an answer may have no body", function()
  defold_of.run(nil, function(defold)
    local client = party.create_client()
    local silent, silent_done = players.keep()
    client.authenticate_device("device-id-0001", silent_done)
    defold.requests[1].reply { status = 0, headers = {} }
    defold.update()
    t.equal(silent.error.code, "network_error")
    local empty, empty_done = players.keep()
    client.authenticate_device("device-id-0001", empty_done)
    defold.requests[2].reply { status = 503, headers = {} }
    defold.update()
    t.contains(empty.error, { code = "unavailable", message = "HTTP 503" })
  end)
end)

t.test("a request that Defold cannot call off is not listened to any more", function()
  defold_of.run(nil, function(defold)
    local call, done = players.keep()
    party.create_client().authenticate_device("device-id-0001", { timeout_ms = 100 }, done)
    defold.update(0.2)
    t.equal(call.error.code, "timeout")
    defold.requests[1].reply { status = 200, response = "{}", headers = {} }
    defold.update()
    t.equal(call.ended, 1)
  end)
end)

t.test("what happens to a connection that was closed here is not heard", function()
  defold_of.run(nil, function(defold)
    local socket, connection = connected(defold)
    local losses = 0
    socket.on_disconnect(function() losses = losses + 1 end)
    socket.disconnect()
    connection.tell(2, { message = '{"party_close":{}}' })
    defold.update()
    t.equal(losses, 1)
  end)
end)

t.test("a game without the WebSocket extension is told so", function()
  defold_of.run(nil, function(defold)
    local socket = party.create_client().create_socket()
    websocket = nil
    local call, done = players.keep()
    socket.connect(session_of(defold), { timeout_ms = 100 }, done)
    local cause = t.raises(function() defold.update() end)
    t.ok(tostring(cause):find("WebSocket extension is missing", 1, true))
    defold.update(0.2)
    t.equal(call.error.code, "timeout")
  end)
end)

t.test("a game that is out of timers is told so", function()
  defold_of.run(nil, function(defold)
    defold.is_out_of_timers = true
    local cause = t.raises(function()
      party.create_client().authenticate_device("device-id-0001", function() end)
    end)
    t.ok(tostring(cause):find("max_timer_count", 1, true))
  end)
end)
