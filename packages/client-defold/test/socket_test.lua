local events = require "party.gen.events"
local party = require "party.party"
local players = require "support.players"
local t = require "support.runner"

t.test("there is a way to hear every message that a server sends unasked", function()
  local player = players.connected()
  for _, event in ipairs(events) do
    local heard
    local undo = player.socket["on_" .. event](function(message) heard = message end)
    player.engine.transport().receive { [event] = { party_id = "x.n" } }
    t.ok(heard, "on_" .. event)
    -- As who knows nakama-defold looks for it; notifications have their list under that name.
    if event ~= "notifications" then t.ok(heard[event] == heard) end
    undo()
    heard = nil
    player.engine.transport().receive { [event] = { party_id = "x.n" } }
    t.equal(heard, nil)
  end
end)

t.test("a reply is no event", function()
  local player = players.connected()
  local heard = 0
  player.socket.on_party(function() heard = heard + 1 end)
  player.socket.on_error(function() heard = heard + 1 end)
  player.socket.party_create(true, 4, function() end)
  player.engine.transport().reply { party = players.party { "ada" } }
  player.socket.party_leave("p.n", function() end)
  player.engine.transport().reply { error = { code = 3, message = "Invalid party ID" } }
  t.equal(heard, 0)
end)

t.test("an event that nobody has heard of is refused", function()
  local player = players.connected()
  local function refused(argument, fn) t.ok(t.raises(fn):find("invalid_argument: " .. argument, 1, true)) end
  refused("event", function() player.socket.on("party_leeder", function() end) end)
  refused("handler", function() player.socket.on_party("x") end)
  refused("handler", function() player.socket.on_party() end)
  player.engine.transport().receive { party = players.party { "bo", "ada" } }
  local mine = player.socket.get_party "p.n"
  refused("event", function() mine.on("leeder", function() end) end)
  refused("handler", function() mine.on("leader", "x") end)
  refused("handler", function() mine.subscribe() end)
end)

t.test("a handler that fails is told to on_error, and the others hear the event all the same", function()
  local player = players.connected()
  local told, heard
  player.socket.on_error(function(err) told = err end)
  player.socket.on_party_close(function() error("boom", 0) end)
  player.socket.on_party_close(function(event) heard = event.party_id end)
  player.engine.transport().receive { party_close = { party_id = "p.n" } }
  t.contains(told, { code = "handler_failed", message = "party_close: boom" })
  t.equal(heard, "p.n")
end)

t.test("a mistake in a handler is raised by the platform where nobody listens to errors", function()
  local player = players.connected()
  player.socket.on_party_close(function() error "in a handler" end)
  player.engine.transport().receive { party_close = { party_id = "p.n" } }
  t.ok(t.raises(function() player.engine.advance(0) end):find("in a handler", 1, true))
  t.equal(player.socket.state, "open")
end)

t.test("an error handler that fails is not told of itself", function()
  local player = players.connected()
  local calls = 0
  player.socket.on_error(function()
    calls = calls + 1
    error "boom"
  end)
  player.engine.transport().receive { error = { code = 1 } }
  t.equal(calls, 1)
end)

t.test("a handler can make calls and wait for them", function()
  local player = players.connected()
  local result
  player.socket.on_party_join_request(function(event)
    result = { player.socket.party_accept(event.party_id, event.presences[1]) }
  end)
  player.engine.transport().receive { party_join_request = { party_id = "p.n", presences = { players.presence "bo" } } }
  t.equal(player.engine.transport().last().party_accept, { party_id = "p.n", presence = players.presence "bo" })
  player.engine.transport().reply { error = { code = 3, message = "party full" } }
  t.equal(result[2].code, "party_full")
end)

t.test("once waits for the next event that counts", function()
  local player = players.connected()
  local call, done = players.keep()
  player.socket.once("party_data", { where = function(event) return event.op_code == 2 end }, done)
  player.engine.transport().receive { party_data = { op_code = "1" } }
  player.engine.transport().receive { party_data = { op_code = "2" } }
  t.equal({ call.ended, call.result.op_code }, { 1, 2 })
end)

t.test("once ends with its time, its token, or the connection", function()
  local player = players.connected()
  local late, late_done = players.keep()
  local off, off_done = players.keep()
  local lost, lost_done = players.keep()
  local token = party.cancellation_token()
  player.socket.once("party", { timeout_ms = 10 }, late_done)
  player.socket.once("party", { cancellation_token = token }, off_done)
  player.socket.once("party", lost_done)
  player.engine.advance(10)
  token.cancel()
  player.socket.disconnect()
  t.equal({ late.error.code, off.error.code, lost.error.code }, { "timeout", "aborted", "disconnected" })
  t.equal(player.engine.timer_count(), 0)
end)

t.test("to promote returns the new leader, to update what the party is like now", function()
  local player = players.connected()
  local promoted, promoted_done = players.keep()
  player.socket.party_promote("p.n", players.presence "bo", promoted_done)
  player.engine.transport().reply {}
  t.contains(promoted.result, { party_id = "p.n", presence = players.presence "bo" })
  local updated, updated_done = players.keep()
  player.socket.party_update({ party_id = "p.n", open = true }, updated_done)
  player.engine.transport().reply {}
  t.equal(updated.result, { party_id = "p.n", open = true, label = "", hidden = false })
end)

t.test("ping tells how long the answer took", function()
  local player = players.connected()
  local call, done = players.keep()
  player.socket.ping(done)
  player.engine.advance(30)
  player.engine.transport().reply { pong = {} }
  t.equal(call.result, 30)
end)

t.test("matchmaking has defaults, and a count multiple only where there is one", function()
  local player = players.connected()
  player.socket.matchmaker_add(function() end)
  t.equal(player.engine.transport().last().matchmaker_add, { min_count = 2, max_count = 8, query = "*" })
  player.socket.matchmaker_add(2, 4, "*", { region = "eu" }, { rank = 3 }, 2, function() end)
  t.equal(player.engine.transport().last().matchmaker_add, {
    min_count = 2, max_count = 4, query = "*", string_properties = { region = "eu" }, numeric_properties = { rank = 3 },
    count_multiple = 2,
  })
end)

t.test("parties are listed with the session of the socket, and not without one", function()
  local player = players.connected()
  player.socket.list_parties({ limit = 5 }, function() end)
  t.ok(player.engine.requests[1].request.url:find("limit=5", 1, true))
  local call, done = players.keep()
  player.client.create_socket().list_parties(done)
  t.equal(call.error.code, "not_connected")
end)

t.test("a party is created as a live one, and one that is over before the game hears of it is an error", function()
  local player = players.connected()
  local call, done = players.keep()
  player.socket.party_create(true, 4, done)
  player.engine.transport().reply { party = players.party { "ada" } }
  t.ok(call.result == player.socket.get_party "p.n")
  t.ok(call.result.party == call.result)
  local over, over_done = players.keep()
  player.socket.party_create(true, 4, function(...)
    over_done(...)
  end)
  local cid = player.engine.transport().last().cid
  player.socket.disconnect()
  t.equal(over.error.code, "disconnected")
  t.ok(cid)
end)
