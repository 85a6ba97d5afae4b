local fake_engine = require "support.fake_engine"
local party = require "party.party"
local players = require "support.players"
local t = require "support.runner"

local function idle(config)
  local engine = fake_engine.new()
  local all = { engine = engine, heartbeat = false, random = function() return 0.5 end }
  for name, value in pairs(config or {}) do all[name] = value end
  local socket = party.create_client(all).create_socket()
  return engine, socket, players.session(engine, "ada")
end

t.test("the address has the token, and what the player wants to be", function()
  local engine, socket, session = idle { host = "::1", use_ssl = true }
  socket.connect(session, { appear_online = true, lang = "pt-BR" }, function() end)
  local url = engine.transport().url
  t.equal(url:match "^(.-)%?", "wss://[::1]:7350/ws")
  t.ok(url:find("format=json&status=true&lang=pt-BR", 1, true))
  t.ok(url:find("token=" .. session.token, 1, true))
end)

t.test("everybody who connects waits for the same connection", function()
  local engine, socket, session = idle()
  local first, first_done = players.keep()
  local second, second_done = players.keep()
  socket.connect(session, first_done)
  socket.connect(session, second_done)
  t.equal(socket.state, "connecting")
  t.equal(#engine.transports, 1)
  engine.transport().listener.on_open()
  t.equal({ first.result, second.result, socket.state }, { true, true, "open" })
  t.equal(engine.timer_count(), 0)
end)

t.test("a first attempt is not repeated, and says why there is no connection", function()
  local engine, socket, session = idle()
  local call, done = players.keep()
  engine.answer = function() return nil, "connection refused" end
  socket.connect(session, done)
  engine.transport().drop()
  engine.advance(0)
  t.contains(call.error, { code = "connection_failed", operation = "connect" })
  t.equal({ socket.state, #engine.transports }, { "closed", 1 })
end)

t.test("a token that is refused is refreshed once, and then tried again", function()
  local engine, socket, session = idle()
  local fresh = players.session(engine, "ada", 7200)
  engine.answer = function(request)
    if request.url:find("session/refresh", 1, true) then
      return { status = 200, body = party.encode_json { token = fresh.token, refresh_token = fresh.refresh_token } }
    end
    return { status = 401, body = "Missing or invalid token" }
  end
  local call, done = players.keep()
  socket.connect(session, done)
  engine.transport().drop()
  engine.advance(0)
  t.equal(#engine.transports, 2)
  t.ok(engine.transport().url:find(fresh.token, 1, true))
  engine.transport().drop()
  engine.advance(0)
  t.contains(call.error, { code = "unauthenticated", http_status = 401 })
  t.equal(#engine.transports, 2)
end)

t.test("who gives up waiting takes only himself out; the attempt ends when nobody waits any more", function()
  local engine, socket, session = idle()
  local token = party.cancellation_token()
  local first, first_done = players.keep()
  local second, second_done = players.keep()
  socket.connect(session, { cancellation_token = token }, first_done)
  socket.connect(session, { timeout_ms = 3000 }, second_done)
  token.cancel()
  t.equal({ first.error.code, socket.state }, { "aborted", "connecting" })
  engine.advance(3000)
  t.equal({ second.error.code, socket.state }, { "timeout", "closed" })
  t.ok(engine.transport().is_closed)
  t.equal(engine.timer_count(), 0)
end)

t.test("disconnect ends what is under way, and leaves nothing behind", function()
  local player = players.connected { heartbeat = {} }
  local lost, steps = {}, {}
  player.socket.on_disconnect(function(event) lost[#lost + 1] = event end)
  player.socket.on_transition(function(step) steps[#steps + 1] = step.from .. " " .. step.to end)
  local call, done = players.keep()
  player.socket.party_leave("p.n", done)
  player.socket.disconnect()
  player.socket.disconnect()
  t.contains(call.error, { code = "disconnected", operation = "party_leave" })
  t.equal(#lost, 1)
  t.contains(lost[1], { code = "disconnect_called", will_reconnect = false })
  t.equal(steps, { "open closed" })
  t.ok(player.engine.transport().is_closed)
  t.equal(player.engine.timer_count(), 0)
end)

t.test("every handler of an event hears it, also of the second registration", function()
  local player = players.connected()
  local heard = {}
  player.socket.on_disconnect(function() heard[#heard + 1] = "first" end)
  local undo = player.socket.on_disconnect(function() heard[#heard + 1] = "second" end)
  player.socket.on_disconnect(function() heard[#heard + 1] = "third" end)
  undo()
  player.socket.disconnect()
  t.equal(heard, { "first", "third" })
end)

t.test("a socket can be connected again", function()
  local player = players.connected()
  player.socket.disconnect()
  player.socket.connect(player.session, function() end)
  player.engine.transport().listener.on_open()
  t.equal({ player.socket.state, #player.engine.transports }, { "open", 2 })
end)

t.test("what a connection says that is over is not heard", function()
  local player = players.connected()
  local heard = 0
  player.socket.on_party_data(function() heard = heard + 1 end)
  player.socket.disconnect()
  player.engine.transport().receive { party_data = { party_id = "p.n" } }
  player.engine.transport().drop()
  t.equal({ heard, player.socket.state }, { 0, "closed" })
end)

t.test("while it is open a socket is not given to another player", function()
  local player = players.connected()
  local call, done = players.keep()
  player.socket.connect(players.session(player.engine, "bo"), done)
  t.contains(call.error, { code = "invalid_argument", argument = "session" })
end)

t.test("without a connection a call is refused at once", function()
  local _, socket = idle()
  local call, done = players.keep()
  socket.party_leave("p.n", done)
  t.contains(call.error, { code = "not_connected", operation = "party_leave" })
end)

t.test("a call that is not answered ends in time, and its late reply is no event", function()
  local player = players.connected()
  local call, done = players.keep()
  local heard = 0
  player.socket.on_party_join_request(function() heard = heard + 1 end)
  player.socket.party_join_request_list("p.n", { timeout_ms = 500 }, done)
  player.engine.advance(500)
  t.contains(call.error, { code = "timeout" })
  player.engine.transport().reply { party_join_request = { party_id = "p.n" } }
  t.equal({ call.ended, heard }, { 1, 0 })
  t.equal(player.engine.timer_count(), 0)
end)

t.test("a reply of another kind than the one that was asked for is an error", function()
  local player = players.connected()
  local call, done = players.keep()
  player.socket.party_create(true, 4, done)
  player.engine.transport().reply {}
  t.contains(call.error, { code = "unexpected_reply", operation = "party_create" })
end)

t.test("what belongs to no call is told to on_error", function()
  local player = players.connected()
  local codes = {}
  player.socket.on_error(function(err) codes[#codes + 1] = err.code end)
  player.engine.transport().receive { error = { code = 1, message = "Unrecognized message." } }
  player.engine.transport().listener.on_frame "nonsense"
  player.engine.transport().receive { party = { open = 7 } }
  t.equal(codes, { "unrecognized_message", "malformed_message", "malformed_message" })
  t.equal(player.socket.state, "open")
end)

t.test("an option that is none, or of the wrong kind, is refused", function()
  for name, value in pairs { hots = "x", host = "http://x", port = "7350", timeout_ms = "soon", use_ssl = 1 } do
    local cause = t.raises(function() party.create_client { engine = fake_engine.new(), [name] = value } end)
    t.ok(cause:find("invalid_argument: " .. name, 1, true))
  end
end)

t.test("a client is configured as nakama-defold's", function()
  local engine = fake_engine.new()
  local client = party.create_client {
    engine = engine, host = "127.0.0.1", port = 7350, use_ssl = false, username = "defaultkey", password = "", timeout = 2,
  }
  local call, done = players.keep()
  engine.answer = function() return nil end
  client.authenticate_device("device-id-0001", nil, true, "ada", done)
  engine.advance(2000)
  t.equal(call.error.code, "timeout")
end)
