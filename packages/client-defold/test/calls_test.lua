local party = require "party.party"
local players = require "support.players"
local t = require "support.runner"

t.test("a call takes its arguments in a row, as nakama-defold has them", function()
  local player = players.connected()
  player.socket.party_create(true, 10, function() end)
  t.contains(player.engine.transport().last(), { party_create = { open = true, max_size = 10 } })
end)

t.test("a call takes its arguments by their names", function()
  local player = players.connected()
  player.socket.party_create({ open = true, max_size = 4, label = '{"mode":"duo"}', hidden = false }, function() end)
  t.equal(player.engine.transport().last().party_create, { open = true, max_size = 4, label = '{"mode":"duo"}' })
end)

t.test("a call can be made with a colon", function()
  local player = players.connected()
  player.socket:party_join("p.n", function() end)
  t.equal(player.engine.transport().last().party_join, { party_id = "p.n" })
end)

t.test("a presence is an argument, and not a table of them", function()
  local player = players.connected()
  player.socket.party_promote("p.n", players.presence "bo", function() end)
  t.equal(player.engine.transport().last().party_promote.presence, players.presence "bo")
end)

t.test("inside of a coroutine a call waits, and returns its result", function()
  local player = players.connected()
  local told
  party.sync(function()
    local reply, err = player.socket.party_join_request_list("p.n")
    told = { reply, err }
  end)
  t.equal(told, nil)
  player.engine.transport().reply { party_join_request = { party_id = "p.n" } }
  t.equal(told[1].presences, {})
  t.equal(told[2], nil)
end)

t.test("a coroutine that somebody else resumes goes on waiting", function()
  local player = players.connected()
  local told
  local thread = coroutine.create(function() told = { player.socket.party_leave("p.n") } end)
  t.ok(coroutine.resume(thread))
  t.ok(coroutine.resume(thread, "something else"))
  t.equal(told, nil)
  player.engine.transport().reply {}
  t.equal(told, { true })
  t.equal(coroutine.status(thread), "dead")
end)

t.test("a call that fails returns nil and the error", function()
  local player = players.connected()
  local result, err
  party.sync(function() result, err = player.socket.party_join("p.n") end)
  player.engine.transport().reply { error = { code = 3, message = "party full" } }
  t.equal(result, nil)
  t.contains(err, { code = "party_full", operation = "party_join", party_id = "p.n", realtime_code = 3 })
end)

t.test("a call with an empty answer returns true", function()
  local player = players.connected()
  local call, done = players.keep()
  player.socket.party_leave("p.n", done)
  player.engine.transport().reply {}
  t.equal(call.result, true)
end)

t.test("a call that nobody could hear the end of is refused where it is made", function()
  local player = players.connected()
  t.ok(tostring(t.raises(function() player.socket.party_leave("p.n") end)):find("callback", 1, true))
end)

t.test("bad arguments are refused before anything is sent", function()
  local player = players.connected()
  local socket = player.socket
  local bo = players.presence "bo"
  local wrong = {
    max_size = function(done) socket.party_create(true, 0, done) end,
    open = function(done) socket.party_create("yes", 4, done) end,
    label = function(done) socket.party_create({ max_size = 4, label = "[]" }, done) end,
    party_id = function(done) socket.party_join("", done) end,
    presence = function(done) socket.party_accept("p.n", { user_id = "bo" }, done) end,
    op_code = function(done) socket.party_data_send("p.n", 1.5, "x", done) end,
    data = function(done) socket.party_data_send("p.n", 1, { 1 }, done) end,
    min_count = function(done) socket.matchmaker_add(1, 4, done) end,
    max_count = function(done) socket.matchmaker_add(4, 2, done) end,
    count_multiple = function(done) socket.matchmaker_add({ min_count = 2, max_count = 4, count_multiple = 3 }, done) end,
    string_properties = function(done) socket.matchmaker_add({ string_properties = { rank = 1 } }, done) end,
    numeric_properties = function(done) socket.matchmaker_add({ numeric_properties = { rank = 0 / 0 } }, done) end,
    user_ids = function(done) socket.status_follow({ "" }, done) end,
    status = function(done) socket.status_update(("x"):rep(2049), done) end,
    ticket = function(done) socket.matchmaker_remove("", done) end,
    id = function(done) socket.rpc("", done) end,
    opne = function(done) socket.party_create({ opne = true, max_size = 4 }, done) end,
    timeout_ms = function(done) socket.party_promote("p.n", bo, { timeout_ms = "soon" }, done) end,
    arguments = function(done) socket.party_leave("p.n", {}, {}, done) end,
    wait = function(done) socket.party_join("p.n", { wait = "long" }, done) end,
  }
  local before = #player.engine.transport().sent
  for argument, make in pairs(wrong) do
    local call, done = players.keep()
    make(done)
    t.contains(call.error, { code = "invalid_argument", argument = argument })
    t.equal(call.ended, 1)
  end
  t.equal(#player.engine.transport().sent, before)
end)

t.test("op codes beyond 2^53 are digits", function()
  local player = players.connected()
  player.socket.party_data_send("p.n", "9223372036854775807", "x", function() end)
  t.equal(player.engine.transport().last().party_data_send.op_code, "9223372036854775807")
end)

t.test("data is sent as it is, whatever bytes it has", function()
  local player = players.connected()
  player.socket.party_data_send("p.n", 1, "\0\128\255", function() end)
  t.equal(player.engine.transport().last().party_data_send, { party_id = "p.n", op_code = 1, data = "AID/" })
end)

t.test("a message that is larger than the server takes is not sent, and names what is large", function()
  local player = players.connected()
  local before = #player.engine.transport().sent
  local call, done = players.keep()
  player.socket.party_data_send("p.n", 1, ("x"):rep(4000), done)
  t.contains(call.error, { code = "message_too_large", argument = "data", operation = "party_data_send" })
  t.equal(#player.engine.transport().sent, before)
end)

t.test("a callback that fails is told to on_error, and harms nobody else", function()
  local player = players.connected()
  local told
  player.socket.on_error(function(err) told = err end)
  local call, done = players.keep()
  player.socket.party_leave("p.n", function() error("boom", 0) end)
  local first = player.engine.transport().last().cid
  player.socket.party_leave("q.n", done)
  player.engine.transport().receive { cid = first }
  player.engine.transport().reply {}
  t.contains(told, { code = "handler_failed", message = "callback of party_leave: boom" })
  t.equal(call.result, true)
end)

t.test("a callback can wait for calls of its own", function()
  local player = players.connected()
  local call, done = players.keep()
  player.socket.party_leave("p.n", function() done(player.socket.party_leave("q.n")) end)
  player.engine.transport().reply {}
  t.contains(player.engine.transport().last(), { party_leave = { party_id = "q.n" } })
  player.engine.transport().reply {}
  t.equal(call.result, true)
end)

t.test("what a coroutine raises is raised where it was begun, or, after it has waited, by the platform", function()
  local player = players.connected()
  t.ok(tostring(t.raises(function() party.sync(function() error "early" end) end)):find("early", 1, true))
  party.sync(function()
    player.socket.party_leave("p.n")
    error "late"
  end)
  player.engine.transport().reply {}
  t.ok(tostring(t.raises(function() player.engine.advance(0) end)):find("late", 1, true))
end)

t.test("check returns a result, and raises an error in words", function()
  local player = players.connected()
  local raised
  party.sync(function()
    t.equal(party.check("result"), "result")
    local ok, cause
    player.socket.party_leave("", function(result, err)
      ok, cause = pcall(party.check, result, err)
    end)
    raised = not ok and cause
  end)
  t.ok(raised:find("invalid_argument: party_id has to be a text", 1, true))
end)

t.test("a call is called off by its token, and so is every later one with it", function()
  local player = players.connected()
  local token = party.cancellation_token()
  local call, done = players.keep()
  player.socket.party_leave("p.n", { cancellation_token = token }, done)
  token.cancel()
  t.contains(call.error, { code = "aborted", operation = "party_leave" })
  local before = #player.engine.transport().sent
  local later, later_done = players.keep()
  player.socket.party_leave("p.n", { cancellation_token = token }, later_done)
  t.equal(later.error.code, "aborted")
  t.equal(#player.engine.transport().sent, before)
end)
