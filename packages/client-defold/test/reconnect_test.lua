local party = require "party.party"
local players = require "support.players"
local t = require "support.runner"

-- Waits are half of the longest, because the random number is 0.5.

t.test("a connection that was lost is made again, after waits that double", function()
  local player = players.connected()
  local engine = player.engine
  local waits = {}
  player.socket.on_transition(function(step) waits[#waits + 1] = step.retry_in_ms end)
  engine.advance(10000)
  engine.transport().drop()
  for _ = 1, 3 do
    engine.advance(waits[#waits])
    engine.transport().drop()
    engine.advance(0)
  end
  t.equal(waits, { 250, 500, 1000, 2000 })
  engine.advance(2000)
  engine.transport().listener.on_open()
  t.equal(player.socket.state, "open")
  t.equal(engine.timer_count(), 0)
end)

t.test("no wait is longer than the longest of all, and after five minutes it is given up", function()
  local player = players.connected()
  local engine = player.engine
  local longest, last = 0, nil
  player.socket.on_transition(function(step)
    longest = math.max(longest, step.retry_in_ms or 0)
    last = step
  end)
  engine.answer = function() return nil, "unreachable" end
  engine.transport().drop()
  for _ = 1, 200 do
    if player.socket.state == "closed" then break end
    engine.advance(last.retry_in_ms)
    engine.transport().drop()
    engine.advance(0)
  end
  t.equal(longest, 7500)
  t.contains(last, { to = "closed", code = "connect_failed", will_reconnect = false })
  t.equal(engine.timer_count(), 0)
end)

t.test("a server that lets in and throws out does not start the count anew", function()
  local player = players.connected()
  local engine, waits = player.engine, {}
  player.socket.on_transition(function(step) waits[#waits + 1] = step.retry_in_ms end)
  for _ = 1, 3 do
    engine.transport().drop(1000, "go away")
    engine.advance(waits[#waits])
    engine.transport().listener.on_open()
  end
  t.equal(waits, { 250, 500, 1000 })
end)

t.test("calls that were under way end, and until the connection is there again they are refused", function()
  local player = players.connected()
  local under_way, under_way_done = players.keep()
  local meanwhile, meanwhile_done = players.keep()
  player.socket.party_leave("p.n", under_way_done)
  player.engine.transport().drop()
  player.socket.party_leave("p.n", meanwhile_done)
  t.equal(under_way.error.code, "disconnected")
  t.equal(meanwhile.error.code, "not_connected")
end)

t.test("it is not made again after a kick, a ban, or where code of the server has ended it", function()
  for code, expected in pairs { [-7] = "connected_elsewhere", [-8] = "banned" } do
    local player = players.connected()
    local told
    player.socket.on_disconnect(function(event) told = event end)
    player.engine.transport().receive { notifications = { notifications = { { code = code } } } }
    player.engine.transport().drop(1000, "server-side session disconnect")
    t.contains(told, { code = expected, will_reconnect = false })
  end
  local player = players.connected()
  player.engine.transport().drop(1000, "server-side session disconnect")
  t.equal(player.socket.state, "closed")
end)

t.test("reconnect = false leaves a lost connection alone", function()
  local player = players.connected { reconnect = false }
  player.engine.transport().drop()
  t.equal(player.socket.state, "closed")
end)

t.test("a policy of the game's own decides, and one that fails gives up", function()
  local seen
  local player = players.connected { reconnect = function(attempt)
    seen = attempt
    return attempt.retry_count == 0 and 42 or nil
  end }
  player.engine.transport().drop()
  t.contains(seen, { retry_count = 0, elapsed_ms = 0, code = "connection_lost", random = 0.5 })
  player.engine.advance(42)
  player.engine.transport().drop()
  player.engine.advance(0)
  t.equal(player.socket.state, "closed")
  local failing = players.connected { reconnect = function() error "boom" end }
  failing.engine.transport().drop()
  t.equal(failing.socket.state, "closed")
end)

t.test("reconnect_now waits no longer, and does nothing where there is nothing to do", function()
  local player = players.connected()
  player.socket.reconnect_now()
  player.engine.transport().drop()
  player.socket.reconnect_now()
  t.equal(#player.engine.transports, 2)
  player.socket.reconnect_now()
  t.equal(#player.engine.transports, 2)
end)

t.test("an attempt that hangs is given up in time", function()
  local player = players.connected()
  player.engine.transport().drop()
  player.engine.advance(250)
  local hanging = player.engine.transport()
  player.engine.advance(10000)
  t.ok(hanging.is_closed)
  t.equal(player.socket.state, "reconnecting")
end)

t.test("disconnect while it reconnects ends that too", function()
  local player = players.connected()
  local events = {}
  player.socket.on_disconnect(function(event) events[#events + 1] = event.will_reconnect end)
  player.engine.transport().drop()
  player.socket.disconnect()
  t.equal(events, { true, false })
  t.equal(player.engine.timer_count(), 0)
end)

t.test("a ping that is not answered is the end of a connection, and one that is answered is not", function()
  local player = players.connected { heartbeat = { interval_ms = 1000, timeout_ms = 400 } }
  local engine, told = player.engine, nil
  player.socket.on_disconnect(function(event) told = event end)
  engine.advance(950)
  t.equal(engine.transport().last().ping, {})
  engine.transport().reply { pong = {} }
  engine.advance(949)
  t.equal(#engine.transport().sent, 1)
  engine.advance(1)
  t.equal(#engine.transport().sent, 2)
  engine.advance(400)
  t.contains(told, { code = "heartbeat_timeout", will_reconnect = true })
  t.ok(engine.transports[1].is_abandoned)
end)

t.test("an answer of any kind counts as life", function()
  local player = players.connected { heartbeat = { interval_ms = 1000, timeout_ms = 400 } }
  player.engine.advance(950)
  player.engine.transport().reply { error = { code = 1, message = "no pings here" } }
  player.engine.advance(400)
  t.equal(player.socket.state, "open")
end)

t.test("what a handler brings about is told after what it was told of", function()
  local player = players.connected()
  local steps = {}
  player.socket.on_transition(function(step)
    if step.to == "reconnecting" then player.socket.disconnect() end
  end)
  player.socket.on_transition(function(step) steps[#steps + 1] = step.to end)
  player.engine.transport().drop()
  t.equal(steps, { "reconnecting", "closed" })
end)

t.test("a status and whom the player follows come back with the connection", function()
  local player = players.connected()
  local engine, restored = player.engine, nil
  player.socket.on_status_restored(function(status) restored = status end)
  player.socket.status_update("in the lobby", function() end)
  engine.transport().reply {}
  player.socket.status_follow({ "u1", "u2" }, { "cy" }, function() end)
  engine.transport().reply { status = {} }
  player.socket.status_unfollow({ "u1" }, function() end)
  engine.transport().reply {}
  engine.transport().drop()
  engine.advance(250)
  t.ok(engine.transport().url:find("status=false", 1, true))
  engine.transport().listener.on_open()
  t.equal(engine.transport().sent[1].status_update, { status = "in the lobby" })
  t.equal(engine.transport().sent[2].status_follow, { user_ids = { "u2" }, usernames = { "cy" } })
  engine.transport().reply { status = { presences = { players.presence "cy" } } }
  t.equal(players.names(restored.presences), "cy")
end)

t.test("a player who has asked to appear online without a text does so again", function()
  local player = players.connected()
  player.socket.status_update("", function() end)
  player.engine.transport().reply {}
  player.engine.transport().drop()
  player.engine.advance(250)
  t.ok(player.engine.transport().url:find("status=true", 1, true))
  player.engine.transport().listener.on_open()
  t.equal(#player.engine.transport().sent, 0)
end)

t.test("the default policy stays within its bounds", function()
  local policy = party.full_jitter { base_ms = 100, cap_ms = 1000, give_up_after_ms = 5000 }
  for retry_count = 0, 20 do
    local wait = policy { retry_count = retry_count, elapsed_ms = 0, random = 0.999 }
    t.ok(wait >= 0 and wait <= math.min(1000, 100 * 2 ^ retry_count))
  end
  t.equal(policy { retry_count = 0, elapsed_ms = 5000, random = 0 }, nil)
end)
