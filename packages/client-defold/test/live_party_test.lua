local party = require "party.party"
local players = require "support.players"
local t = require "support.runner"

local presence = players.presence

local function receive(player, message) player.engine.transport().receive(message) end

local function change(joins, leaves)
  local function all(names)
    local list = {}
    for index, name in ipairs(names or {}) do list[index] = presence(name) end
    return list
  end
  return { party_presence_event = { party_id = "p.n", joins = all(joins), leaves = all(leaves) } }
end

-- Keeps what a party tells.
local function listen(live, ...)
  local heard = {}
  for _, event in ipairs { ... } do
    live.on(event, function(payload) heard[#heard + 1] = { event, payload } end)
  end
  return heard
end

t.test("a party is live from the moment the player is in it", function()
  local player = players.in_party { "bo", "ada" }
  t.contains(player.party, { party_id = "p.n", open = true, max_size = 8, is_leader = false, stale = false, label = "" })
  t.equal(players.names(player.party.members), "bo ada")
  t.equal({ #player.socket.parties(), player.socket.parties()[1] == player.party }, { 1, true })
end)

t.test("members are in the order of joining, and the player is not told of its own coming", function()
  local player = players.in_party { "bo", "ada" }
  local heard = listen(player.party, "presence")
  receive(player, change { "ada" })
  receive(player, change { "cy", "di" })
  receive(player, change({ "ed" }, { "cy" }))
  t.equal(players.names(player.party.members), "bo ada di ed")
  t.equal(#heard, 2)
  t.equal({ players.names(heard[2][2].joins), players.names(heard[2][2].leaves) }, { "ed", "cy" })
end)

t.test("what is shown has changed before any handler hears of it", function()
  local player = players.in_party { "bo", "ada" }
  local seen = {}
  player.party.on("presence", function() seen[#seen + 1] = #player.party.members end)
  player.socket.on_party_presence_event(function() seen[#seen + 1] = #player.party.members end)
  receive(player, change { "cy" })
  t.equal(seen, { 3, 3 })
end)

t.test("snapshots are new tables when something is different, and the same when nothing is", function()
  local player = players.in_party { "bo", "ada" }
  local changes = 0
  local undo = player.party.subscribe(function() changes = changes + 1 end)
  local before = player.party.get_snapshot()
  receive(player, change { "bo" })
  t.ok(player.party.get_snapshot() == before)
  receive(player, change { "cy" })
  t.ok(player.party.get_snapshot() ~= before)
  t.equal({ #before.members, changes }, { 2, 1 })
  undo()
  receive(player, change { "di" })
  t.equal(changes, 1)
end)

t.test("another leader is told, and a new one lists who has been waiting", function()
  local player = players.in_party { "bo", "ada" }
  local heard = listen(player.party, "leader", "join_request")
  receive(player, { party_leader = { party_id = "p.n", presence = presence "ada" } })
  t.contains(heard[1][2], { leader = presence "ada", previous = presence "bo" })
  t.ok(player.party.is_leader)
  t.equal(player.engine.transport().last().party_join_request_list, { party_id = "p.n" })
  player.engine.transport().reply { party_join_request = { party_id = "p.n", presences = { presence "cy" } } }
  t.equal(players.names(player.party.join_requests), "cy")
  t.equal(players.names(heard[2][2].presences), "cy")
end)

t.test("a new leader whose list does not come asks again", function()
  local player = players.in_party { "bo", "ada" }
  receive(player, { party_leader = { party_id = "p.n", presence = presence "ada" } })
  local before = #player.engine.transport().sent
  player.engine.advance(10000)
  t.equal(#player.engine.transport().sent, before + 1)
  t.equal(player.engine.transport().last().party_join_request_list, { party_id = "p.n" })
end)

t.test("join requests come, and go when they are answered", function()
  local player = players.in_party({ "ada" }, { open = false })
  receive(player, { party_join_request = { party_id = "p.n", presences = { presence "bo" } } })
  receive(player, { party_join_request = { party_id = "p.n", presences = { presence "cy" } } })
  receive(player, { party_join_request = { party_id = "p.n", presences = { presence "bo" } } })
  t.equal(players.names(player.party.join_requests), "bo cy")
  player.party.accept(player.party.join_requests[1], function() end)
  player.engine.transport().reply {}
  player.party.reject(player.party.join_requests[1], function() end)
  t.equal(player.engine.transport().last().party_remove, { party_id = "p.n", presence = presence "cy" })
  player.engine.transport().reply {}
  t.equal(player.party.join_requests, {})
end)

t.test("a request that cannot be accepted any more makes the leader look again", function()
  local player = players.in_party({ "ada" }, { open = false })
  receive(player, { party_join_request = { party_id = "p.n", presences = { presence "bo" } } })
  player.party.accept(presence "bo", function() end)
  player.engine.transport().reply { error = { code = 3, message = "party join request not found" } }
  player.engine.transport().reply { party_join_request = { party_id = "p.n" } }
  t.equal(player.party.join_requests, {})
end)

t.test("a member is not rejected", function()
  local player = players.in_party { "ada", "bo" }
  local call, done = players.keep()
  player.party.reject(presence "bo", done)
  t.contains(call.error, { code = "invalid_argument", operation = "party_remove", party_id = "p.n" })
end)

t.test("tickets come and go, each with its cause", function()
  local player = players.in_party { "ada", "bo" }
  local heard = listen(player.party, "matchmaking", "matchmaking_cancelled", "matched")
  local function ticket(name) receive(player, { party_matchmaker_ticket = { party_id = "p.n", ticket = name } }) end
  ticket "t1"
  player.party.cancel_matchmaking("t1", function() end)
  player.engine.transport().reply {}
  ticket "t2"
  receive(player, change { "cy" })
  ticket "t3"
  receive(player, { matchmaker_matched = { ticket = "t3", token = "x", self = { party_id = "p.n", presence = presence "ada" } } })
  local told = {}
  for _, event in ipairs(heard) do told[#told + 1] = event[1] .. " " .. event[2].ticket .. " " .. tostring(event[2].cause) end
  t.equal(told, {
    "matchmaking t1 nil", "matchmaking_cancelled t1 removed", "matchmaking t2 nil", "matchmaking_cancelled t2 membership",
    "matchmaking t3 nil", "matched t3 nil",
  })
  t.equal(player.party.tickets, {})
end)

t.test("to change one thing leaves the others as they are", function()
  local player = players.in_party({ "ada" }, { label = '{"mode":"duo"}', hidden = false })
  player.party.update({ open = false }, function() end)
  t.equal(player.engine.transport().last().party_update, { party_id = "p.n", label = '{"mode":"duo"}' })
  receive(player, { party_update = { party_id = "p.n", label = "", open = false, hidden = true } })
  t.contains(player.party, { label = "", open = false, hidden = true })
end)

t.test("what the server leaves out when it tells of a party is not forgotten", function()
  local player = players.in_party({ "ada" }, { label = '{"mode":"duo"}' })
  receive(player, { party = players.party { "ada" } })
  t.equal(player.party.label, '{"mode":"duo"}')
end)

local function ending(player)
  local causes = listen(player.party, "end")
  return function() return causes[1] and causes[1][2].cause, player.party.ended, #player.socket.parties() end
end

t.test("a party that the player leaves has ended as left", function()
  local player = players.in_party { "bo", "ada" }
  local ended = ending(player)
  player.party.leave(function() end)
  player.engine.transport().reply {}
  t.equal({ ended() }, { "left", "left", 0 })
end)

t.test("a party that its leader closes has ended as closed", function()
  local player = players.in_party { "ada", "bo" }
  local ended = ending(player)
  receive(player, { party_close = { party_id = "p.n" } })
  t.equal({ ended() }, { "closed", "closed", 0 })
end)

t.test("a member who hears of a close asks whether it was removed alone", function()
  for reply, cause in pairs {
    [{ error = { code = 3, message = "party leader only" } }] = "kicked",
    [{ error = { code = 3, message = "party not found" } }] = "closed",
    [{ party_join_request = {} }] = "kicked",
  } do
    local player = players.in_party { "bo", "ada" }
    local ended = ending(player)
    receive(player, { party_close = { party_id = "p.n" } })
    t.equal({ ended() }, { nil, nil, 0 })
    t.ok(player.party.stale)
    player.engine.transport().reply(reply)
    t.equal({ ended() }, { cause, cause, 0 })
  end
end)

t.test("an error that says there is no party ends it", function()
  local player = players.in_party { "bo", "ada" }
  local ended = ending(player)
  player.party.send(1, "x", function() end)
  player.engine.transport().reply { error = { code = 3, message = "party not found" } }
  t.equal({ ended() }, { "closed", "closed", 0 })
end)

t.test("who may not send is no member any more", function()
  local player = players.in_party { "bo", "ada" }
  local ended = ending(player)
  player.party.send(1, "x", function() end)
  player.engine.transport().reply { error = { code = 3, message = "party member not found" } }
  t.equal({ ended() }, { "left", "left", 0 })
end)

t.test("a party that is entered again is another one, and the old one stays as it was", function()
  local player = players.in_party { "bo", "ada" }
  local old = player.party
  old.leave(function() end)
  player.engine.transport().reply {}
  receive(player, { party = players.party { "bo", "cy", "ada" } })
  local new = player.socket.get_party "p.n"
  t.ok(new ~= old)
  t.equal({ #old.members, #new.members, old.ended, new.ended }, { 2, 3, "left" })
end)

local function data(player, text, op_code)
  local base64 = require "party.json.base64"
  receive(player, { party_data = { party_id = "p.n", presence = presence "bo", op_code = tostring(op_code or 1), data = base64.encode(text) } })
end

t.test("messages wait for the first who listens, and for everybody who begins in the same run of code", function()
  local player = players.in_party { "bo", "ada" }
  data(player, "one")
  local heard = {}
  player.party.on("data", function(event) heard[#heard + 1] = "a " .. event.data end)
  player.party.on("data", function(event) heard[#heard + 1] = "b " .. event.data end)
  data(player, "two")
  player.engine.advance(0)
  t.equal(heard, { "a one", "b one", "a two", "b two" })
end)

t.test("data that comes before the party is kept for it", function()
  local player = players.connected()
  data(player, "early")
  receive(player, { party = players.party { "bo", "ada" } })
  local heard
  player.socket.get_party("p.n").on("data", function(event) heard = event end)
  player.engine.advance(0)
  t.contains(heard, { data = "early", op_code = 1, own = false, presence = presence "bo" })
end)

t.test("at most a hundred messages wait", function()
  local player = players.in_party { "bo", "ada" }
  for index = 1, 103 do data(player, tostring(index)) end
  local heard = {}
  player.party.on("data", function(event) heard[#heard + 1] = event.data end)
  player.engine.advance(0)
  t.equal({ #heard, heard[1], heard[100] }, { 100, "4", "103" })
end)

t.test("kinds of messages carry what they were made for", function()
  local player = players.in_party { "bo", "ada" }
  local chat, cursor = party.define_message(1, "text"), party.define_message("2")
  local heard = {}
  player.party.on(chat, function(event) heard[#heard + 1] = event.data end)
  player.party.on(cursor, function(event) heard[#heard + 1] = event.data.x end)
  data(player, "hi", 1)
  data(player, '{"x":3}', 2)
  data(player, "?", 3)
  player.engine.advance(0)
  t.equal(heard, { "hi", 3 })
  player.party.send(cursor, { x = 1 }, function() end)
  t.equal(player.engine.transport().last().party_data_send, { party_id = "p.n", op_code = 2, data = "eyJ4IjoxfQ==" })
end)

t.test("what cannot be read is told to on_error, and what cannot be written is refused", function()
  local player = players.in_party { "bo", "ada" }
  local cursor = party.define_message(2)
  local told
  player.socket.on_error(function(err) told = err end)
  player.party.on(cursor, function() end)
  data(player, "nonsense", 2)
  player.engine.advance(0)
  t.equal(told.code, "handler_failed")
  local call, done = players.keep()
  player.party.send(cursor, { print = print }, done)
  t.contains(call.error, { code = "invalid_argument", argument = "value" })
end)

t.test("an echo is heard by the player's own handlers once the server has taken the message", function()
  local player = players.in_party { "bo", "ada" }
  local heard
  player.party.on("data", function(event) heard = event end)
  player.engine.advance(0)
  player.party.send(1, "mine", { echo = true }, function() end)
  t.equal(heard, nil)
  player.engine.transport().reply {}
  t.contains(heard, { data = "mine", op_code = 1, own = true, presence = presence "ada" })
end)

t.test("joining waits until the player is in, if it is told to", function()
  local player = players.connected()
  local call, done = players.keep()
  player.socket.party_join("p.n", { wait = "joined" }, done)
  player.engine.transport().reply {}
  t.equal(call.ended, nil)
  receive(player, { party = players.party { "bo", "ada" } })
  t.ok(call.result == player.socket.get_party "p.n")
  t.equal(player.engine.timer_count(), 0)
end)

t.test("joining that is refused, or never answered, ends", function()
  local player = players.connected()
  local refused, refused_done = players.keep()
  player.socket.party_join("p.n", { wait = "joined" }, refused_done)
  player.engine.transport().reply { error = { code = 3, message = "party full" } }
  t.equal(refused.error.code, "party_full")
  local silent, silent_done = players.keep()
  player.socket.party_join("p.n", { wait = "joined" }, silent_done)
  player.engine.transport().reply {}
  player.engine.advance(60000)
  t.contains(silent.error, { code = "timeout", operation = "party_join", party_id = "p.n" })
end)

t.test("every party ends as disconnected when the connection is over", function()
  local player = players.in_party { "bo", "ada" }
  local ended = ending(player)
  player.socket.disconnect()
  t.equal({ ended() }, { "disconnected", "disconnected", 0 })
end)

t.test("the list of parties is the same until it is another", function()
  local player = players.in_party { "bo", "ada" }
  local changes = 0
  player.socket.on_parties(function() changes = changes + 1 end)
  local before = player.socket.parties()
  receive(player, change { "cy" })
  t.ok(player.socket.parties() == before)
  player.party.leave(function() end)
  player.engine.transport().reply {}
  t.ok(player.socket.parties() ~= before)
  t.equal({ #before, changes }, { 1, 1 })
end)
