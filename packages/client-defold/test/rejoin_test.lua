local players = require "support.players"
local t = require "support.runner"

-- A player in a party whose connection was lost and made again; what becomes of its parties.
local function back(names, more, config)
  local player = players.in_party(names or { "bo", "ada" }, more, config)
  player.outcomes = {}
  player.socket.on_party_rejoin(function(event) table.insert(player.outcomes, event) end)
  player.engine.transport().drop()
  t.ok(player.party.stale)
  player.engine.advance(250)
  player.engine.transport().listener.on_open()
  return player
end

local function outcomes(player)
  local list = {}
  for _, event in ipairs(player.outcomes) do list[#list + 1] = event.outcome end
  return table.concat(list, " ")
end

local function refuse(player, message)
  player.engine.transport().reply { error = { code = 3, message = message } }
end

t.test("an open party is joined again, and stays the same table", function()
  local player = back()
  local heard
  player.party.on("presence", function(event) heard = event end)
  t.equal(player.engine.transport().last().party_join, { party_id = "p.n" })
  player.engine.transport().reply {}
  player.engine.transport().receive { party = players.party { "cy", "ada" } }
  t.equal(outcomes(player), "rejoined")
  t.ok(player.outcomes[1].party == player.party and not player.party.stale)
  t.equal({ players.names(heard.joins), players.names(heard.leaves) }, { "cy", "bo" })
  t.equal(player.engine.timer_count(), 0)
end)

t.test("the leader of a closed party is asked, and says yes later", function()
  local player = back(nil, { open = false })
  player.engine.transport().reply {}
  player.engine.advance(0)
  t.equal({ outcomes(player), player.party.stale }, { "requested", true })
  player.engine.advance(5000)
  player.engine.transport().receive { party = players.party({ "bo", "ada" }, { open = false }) }
  t.equal(outcomes(player), "requested rejoined")
  t.equal(player.engine.timer_count(), 0)
end)

t.test("a party that is no more is gone, and has ended as disconnected", function()
  local player = back()
  refuse(player, "party not found")
  t.equal({ outcomes(player), player.party.ended, #player.socket.parties() }, { "gone", "disconnected", 0 })
  t.equal(player.outcomes[1].error.code, "party_not_found")
  t.equal(player.engine.timer_count(), 0)
end)

t.test("a party that refuses has failed", function()
  local player = back()
  refuse(player, "party join requests full")
  t.equal({ outcomes(player), player.party.ended }, { "failed", "disconnected" })
end)

t.test("a full party is tried again for as long as the lost connection may count as a member", function()
  local player = back()
  for _ = 1, 6 do
    refuse(player, "party full")
    t.equal(outcomes(player), "")
    player.engine.advance(5000)
  end
  refuse(player, "party full")
  t.equal({ outcomes(player), player.outcomes[1].error.code }, { "failed", "party_full" })
  t.equal(player.engine.timer_count(), 0)
end)

t.test("a request of the lost connection is waited out", function()
  local player = back(nil, { open = false })
  refuse(player, "party join request duplicate")
  t.equal(outcomes(player), "requested")
  player.engine.advance(5000)
  t.equal(player.engine.transport().last().party_join, { party_id = "p.n" })
end)

t.test("a party that ends while its leader is asked is gone", function()
  local player = back(nil, { open = false })
  player.engine.transport().reply {}
  player.engine.advance(30000)
  t.equal(player.engine.transport().last().party_join_request_list, { party_id = "p.n" })
  refuse(player, "party leader only")
  player.engine.advance(30000)
  refuse(player, "party not found")
  t.equal(outcomes(player), "requested gone")
  t.equal(player.engine.timer_count(), 0)
end)

t.test("the game chooses which parties to come back into", function()
  local none = back(nil, nil, { rejoin = false })
  t.equal({ none.party.ended, outcomes(none), #none.engine.transport().sent }, { "disconnected", "", 0 })
  local asked
  local some = back(nil, nil, { rejoin = function(snapshot)
    asked = snapshot.party_id
    return false
  end })
  t.equal({ asked, some.party.ended }, { "p.n", "disconnected" })
end)

t.test("a choice that fails is told, and no party is left half in", function()
  local player = back(nil, nil, { rejoin = function() error("boom", 0) end })
  t.equal({ outcomes(player), player.outcomes[1].error.code, player.party.ended }, { "failed", "unknown", "disconnected" })
end)

t.test("who leaves while waiting hears no more of it", function()
  local player = back(nil, { open = false })
  player.engine.transport().reply {}
  player.party.leave(function() end)
  player.engine.transport().reply {}
  player.engine.advance(60000)
  t.equal({ outcomes(player), player.party.ended }, { "", "left" })
end)

t.test("a connection that is lost again begins again, and leaves no timer of the first", function()
  local player = back()
  player.engine.transport().reply {}
  player.engine.transport().drop()
  player.engine.advance(10000)
  player.engine.transport().listener.on_open()
  t.equal(#player.engine.transport().sent, 1)
  player.engine.transport().reply {}
  player.engine.transport().receive { party = players.party { "bo", "ada" } }
  t.equal(outcomes(player), "rejoined")
  player.socket.disconnect()
  t.equal(player.engine.timer_count(), 0)
end)
