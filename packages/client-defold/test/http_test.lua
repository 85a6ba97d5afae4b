local fake_engine = require "support.fake_engine"
local party = require "party.party"
local players = require "support.players"
local t = require "support.runner"

local function client_of()
  local engine = fake_engine.new()
  return engine, party.create_client { engine = engine, server_key = "key" }
end

local function answer_with(engine, body, status)
  engine.answer = function() return { status = status or 200, body = body } end
end

t.test("signing in says who, as nakama-defold has it, and gives a session", function()
  local engine, client = client_of()
  local tokens = players.session(engine, "ada")
  answer_with(engine, party.encode_json { created = true, token = tokens.token, refresh_token = tokens.refresh_token })
  local call, done = players.keep()
  client.authenticate_custom("a custom-id", { platform = "web" }, false, "ada & bo", done)
  local request = engine.requests[1].request
  t.equal(request.url, "http://127.0.0.1:7350/v2/account/authenticate/custom?create=false&username=ada%20%26%20bo")
  t.equal(party.decode_json(request.body), { id = "a custom-id", vars = { platform = "web" } })
  t.equal(request.headers.Authorization, "Basic a2V5Og==")
  engine.advance(0)
  t.contains(call.result, { created = true, user_id = "ada" })
end)

t.test("what is left out is left to the server", function()
  local engine, client = client_of()
  client.authenticate_email("ada@example.com", "a good password", function() end)
  t.equal(engine.requests[1].request.url, "http://127.0.0.1:7350/v2/account/authenticate/email")
  t.equal(party.decode_json(engine.requests[1].request.body), { email = "ada@example.com", password = "a good password" })
end)

t.test("an answer that is no session is an error, and not a session without a user", function()
  local engine, client = client_of()
  for _, body in ipairs { "<html>", '{"token":1}' } do
    answer_with(engine, body)
    local call, done = players.keep()
    client.authenticate_device("device-id-0001", done)
    engine.advance(0)
    t.equal(call.error.code, "malformed_message")
  end
end)

t.test("a token in an answer that is none ends the call too", function()
  local engine, client = client_of()
  answer_with(engine, '{"token":"nonsense"}')
  local call, done = players.keep()
  client.authenticate_device("device-id-0001", done)
  engine.advance(0)
  t.contains(call, { ended = 1, error = { code = "malformed_message", operation = "authenticate_device" } })
end)

t.test("calls of a session have its token, and their fields in the query", function()
  local engine, client = client_of()
  local session = players.session(engine, "ada")
  client.list_parties({ session = session, limit = 20, open = true, query = "+label.mode:duo" }, function() end)
  t.equal(engine.requests[1].request.url, "http://127.0.0.1:7350/v2/party?limit=20&open=true&query=%2Blabel.mode%3Aduo")
  t.equal(engine.requests[1].request.headers.Authorization, "Bearer " .. session.token)
  client.delete_notifications(session, { "a", "b" }, function() end)
  t.equal(engine.requests[2].request.url, "http://127.0.0.1:7350/v2/notification?ids=a&ids=b")
  t.equal(engine.requests[2].request.method, "DELETE")
  client.list_notifications(session, function() end)
  t.equal(engine.requests[3].request.url, "http://127.0.0.1:7350/v2/notification?limit=100")
end)

t.test("a function of the server gets a text, as JSON, and the answer has its name", function()
  local engine, client = client_of()
  answer_with(engine, '{"payload":"pong"}')
  local call, done = players.keep()
  client.rpc_func(players.session(engine, "ada"), "a/b", '{"x":1}', done)
  t.equal(engine.requests[1].request.url, "http://127.0.0.1:7350/v2/rpc/a%2Fb")
  t.equal(engine.requests[1].request.body, '"{\\"x\\":1}"')
  engine.advance(0)
  t.contains(call.result, { id = "a/b", payload = "pong" })
end)

t.test("a network that fails ends a call", function()
  local engine, client = client_of()
  engine.answer = function() return nil, "connection refused" end
  local failing, failing_done = players.keep()
  client.authenticate_device("device-id-0001", failing_done)
  engine.advance(0)
  t.contains(failing.error, { code = "network_error", message = "127.0.0.1:7350: connection refused" })
end)

t.test("options may follow fewer arguments than a call takes", function()
  local engine, client = client_of()
  engine.answer = function() return nil end
  local call, done = players.keep()
  client.authenticate_device("device-id-0001", { timeout_ms = 50 }, done)
  engine.advance(50)
  t.equal(call.error.code, "timeout")
end)

t.test("a call over HTTP that is timed out is called off, and ends once", function()
  local engine, client = client_of()
  engine.answer = function() return nil end
  local call, done = players.keep()
  client.authenticate_device({ id = "device-id-0001" }, { timeout_ms = 50 }, done)
  engine.advance(50)
  t.contains(call, { ended = 1, error = { code = "timeout", operation = "authenticate_device" } })
  t.ok(engine.requests[1].is_cancelled)
  engine.requests[1].reply { status = 200, body = "{}" }
  t.equal({ call.ended, engine.timer_count() }, { 1, 0 })
end)

t.test("bad arguments are refused before anything is sent", function()
  local engine, client = client_of()
  local session = players.session(engine, "ada")
  local wrong = {
    id = function(done) client.authenticate_custom("", done) end,
    create = function(done) client.authenticate_device("device-id-0001", nil, "yes", done) end,
    vars = function(done) client.authenticate_device("device-id-0001", { level = 1 }, done) end,
    session = function(done) client.list_parties({}, done) end,
    limit = function(done) client.list_parties(session, 101, done) end,
    ids = function(done) client.delete_notifications(session, { "" }, done) end,
    payload = function(done) client.rpc_func(session, "f", {}, done) end,
  }
  for argument, make in pairs(wrong) do
    local call, done = players.keep()
    make(done)
    t.contains(call.error, { code = "invalid_argument", argument = argument })
  end
  t.equal(#engine.requests, 0)
end)

t.test("a mistake in a callback is raised by the platform", function()
  local engine, client = client_of()
  client.authenticate_custom("", function() error "in a callback" end)
  t.ok(t.raises(function() engine.advance(0) end):find("in a callback", 1, true))
end)

t.test("a session is logged out with both of its tokens", function()
  local engine, client = client_of()
  local session = players.session(engine, "ada")
  answer_with(engine, "{}")
  local call, done = players.keep()
  client.session_logout(session, done)
  t.equal(party.decode_json(engine.requests[1].request.body), { token = session.token, refresh_token = session.refresh_token })
  engine.advance(0)
  t.equal(call.result, true)
end)
