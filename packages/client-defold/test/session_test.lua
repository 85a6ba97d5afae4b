local fake_engine = require "support.fake_engine"
local party = require "party.party"
local players = require "support.players"
local t = require "support.runner"
local tokens = require "support.tokens"

local function body_of(session)
  return party.encode_json { token = session.token, refresh_token = session.refresh_token }
end

t.test("a session is what its tokens say", function()
  local session = assert(party.restore_session(
    tokens.of("u-1", 2000, { usn = "ada", vrs = { platform = "web" } }),
    tokens.of("u-1", 5000)
  ))
  t.contains(session, {
    created = false, user_id = "u-1", username = "ada", vars = { platform = "web" }, expires = 2000, refresh_token_expires = 5000,
  })
  t.equal(party.is_token_expired(session, 1999999), false)
  t.equal(party.is_token_expired(session, 2000000), true)
  t.equal(party.is_refresh_token_expired(session, 4999999), false)
end)

t.test("a token is read whatever is in the user's name", function()
  for _, name in ipairs { "~~~???>>>", "Zoë 👋", "a", "ab", "abc" } do
    t.equal(assert(party.restore_session(tokens.of("u", 2000, { usn = name }))).username, name)
  end
end)

t.test("what is no token is refused, by its name", function()
  local good = tokens.of("u", 2000)
  t.contains({ select(2, party.restore_session("nonsense")) }, { { code = "invalid_argument", argument = "token" } })
  t.contains({ select(2, party.restore_session(nil)) }, { { code = "invalid_argument", argument = "token" } })
  t.contains({ select(2, party.restore_session(good, "a.b.c")) }, { { argument = "refresh_token" } })
  t.contains({ select(2, party.restore_session(tokens.token { exp = 1 })) }, { { argument = "token" } })
end)

t.test("without a refresh token there is nothing to refresh with", function()
  local engine = fake_engine.new()
  local client = party.create_client { engine = engine }
  local call, done = players.keep()
  client.session_refresh(assert(party.restore_session(tokens.of("u", 1))), done)
  t.contains(call.error, { code = "invalid_argument", argument = "session" })
  t.equal(#engine.requests, 0)
end)

t.test("refreshing changes the session in place, with new variables where they are given", function()
  local engine = fake_engine.new()
  local client = party.create_client { engine = engine }
  local session, fresh = players.session(engine, "ada"), players.session(engine, "ada", 9000)
  engine.answer = function() return { status = 200, body = body_of(fresh) } end
  local call, done = players.keep()
  client.session_refresh(session, { platform = "web" }, done)
  t.contains(party.decode_json(engine.requests[1].request.body), { vars = { platform = "web" }, token = session.refresh_token })
  t.ok(engine.requests[1].request.headers.Authorization:find("^Basic "))
  engine.advance(0)
  t.ok(call.result == session)
  t.equal(session.token, fresh.token)
end)

-- A client whose session is about to end.
local function ending(config)
  local engine = fake_engine.new()
  local all = { engine = engine }
  for name, value in pairs(config or {}) do all[name] = value end
  local client = party.create_client(all)
  return engine, client, players.session(engine, "ada", 5), players.session(engine, "ada", 3600)
end

local function is_refresh(request)
  return request.url:find("session/refresh", 1, true) ~= nil
end

t.test("a session that is about to end is refreshed before it is used, once for everybody who asks", function()
  local told = 0
  local engine, client, session, fresh = ending { on_session_refresh = function() told = told + 1 end }
  local refreshes, authorisations = 0, {}
  engine.answer = function(request)
    if is_refresh(request) then
      refreshes = refreshes + 1
      return { status = 200, body = body_of(fresh) }
    end
    authorisations[#authorisations + 1] = request.headers.Authorization
    return { status = 200, body = "{}" }
  end
  local first, first_done = players.keep()
  local second, second_done = players.keep()
  client.list_parties(session, first_done)
  client.list_parties(session, second_done)
  engine.advance(0)
  engine.advance(0)
  t.equal({ first.ended, second.ended, refreshes, told }, { 1, 1, 1, 1 })
  t.equal(authorisations, { "Bearer " .. fresh.token, "Bearer " .. fresh.token })
end)

t.test("a session that cannot be refreshed is tried as it is", function()
  local engine, client, session = ending()
  engine.answer = function(request)
    if is_refresh(request) then return nil, "unreachable" end
    return { status = 200, body = "{}" }
  end
  local call, done = players.keep()
  client.list_parties(session, done)
  engine.advance(0)
  engine.advance(0)
  t.equal(call.result.parties, {})
end)

t.test("a refresh that nobody waits for any more is called off", function()
  local engine, client, session = ending()
  engine.answer = function() return nil end
  local token = party.cancellation_token()
  local first, first_done = players.keep()
  local second, second_done = players.keep()
  client.list_parties(session, { cancellation_token = token }, first_done)
  client.list_parties(session, { timeout_ms = 100 }, second_done)
  token.cancel()
  t.equal(first.error.code, "aborted")
  t.ok(not engine.requests[1].is_cancelled)
  engine.advance(100)
  t.equal(second.error.code, "timeout")
  t.ok(engine.requests[1].is_cancelled)
  t.equal(#engine.requests, 1)
  t.equal(engine.timer_count(), 0)
end)

t.test("a token that the server refuses is refreshed once, and the call made again", function()
  local engine = fake_engine.new()
  local client = party.create_client { engine = engine }
  local session, fresh = players.session(engine, "ada"), players.session(engine, "ada", 7200)
  local calls = 0
  engine.answer = function(request)
    if is_refresh(request) then return { status = 200, body = body_of(fresh) } end
    calls = calls + 1
    return { status = 401, body = '{"code":16,"message":"Auth token invalid"}' }
  end
  local call, done = players.keep()
  client.list_parties(session, done)
  for _ = 1, 4 do engine.advance(0) end
  t.contains(call.error, { code = "unauthenticated", http_status = 401, operation = "list_parties" })
  t.equal(calls, 2)
end)

t.test("an open connection refreshes before its refresh token ends", function()
  local player = players.connected { heartbeat = { interval_ms = 1000 } }
  local engine = player.engine
  player.session.refresh_token_expires = engine.now() / 1000 + 30
  local fresh = players.session(engine, "ada", 7200, 9000)
  engine.answer = function() return { status = 200, body = body_of(fresh) } end
  engine.advance(950)
  engine.transport().reply { pong = {} }
  engine.advance(0)
  t.equal(player.session.refresh_token, fresh.refresh_token)
end)

t.test("keep_fresh leaves a session alone that will hold", function()
  local engine = fake_engine.new()
  local client = party.create_client { engine = engine }
  local call, done = players.keep()
  client.keep_fresh(players.session(engine, "ada"), done)
  t.equal({ call.result, #engine.requests }, { true, 0 })
end)
