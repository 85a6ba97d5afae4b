-- Whatever happens in whatever order, some things always hold.
local lists = require "party.live.lists"
local players = require "support.players"
local random = require "party.runtime.random"
local state = require "party.live.state"
local t = require "support.runner"

local names = { "ada", "bo", "cy", "di" }

local function steps(draw)
  local function pick(list) return list[math.floor(draw() * #list) + 1] end
  local function some()
    local list = {}
    for _, name in ipairs(names) do
      if draw() < 0.4 then list[#list + 1] = players.presence(name) end
    end
    return list
  end
  return {
    { "party_presence_event", function() return { joins = some(), leaves = some() } end },
    { "party_leader", function() return { presence = players.presence(pick(names)) } end },
    { "party_join_request", function() return { presences = some() } end },
    { "listed", function() return { presences = some() } end },
    { "party_accept", function() return { presence = players.presence(pick(names)) } end },
    { "party_remove", function() return { presence = players.presence(pick(names)) } end },
    { "party_matchmaker_ticket", function() return { ticket = pick { "t1", "t2" } } end },
    { "party_matchmaker_remove", function() return { ticket = pick { "t1", "t2" } } end },
    { "party_update", function() return { label = pick { "", "{}" }, open = draw() < 0.5, hidden = draw() < 0.5 } end },
    { "lost", function() return nil end },
    { "party", function()
      local others = some()
      return players.party({}, {
        party_id = "p.n", label = "", hidden = false, leader = players.presence(pick(names)),
        presences = lists.union({ players.presence "ada" }, others),
      })
    end },
    { "party_leave", function() return {} end },
  }
end

local function check_list(list)
  for index, item in ipairs(list) do
    for other = index + 1, #list do t.ok(not lists.is_same(item, list[other]), "twice in a list") end
  end
end

-- What was told of members, applied to what was known before, is what is known now.
local function check_told(before, after, changes)
  local members = lists.without(before.presences, { before.self, after.self })
  for _, change in ipairs(changes) do
    if change[1] == "presence" then
      members = lists.union(lists.without(members, change[2].leaves), change[2].joins)
    end
  end
  local known = lists.without(after.presences, { before.self, after.self })
  t.equal(#members, #known)
  t.equal(#lists.without(members, known), 0)
end

t.test("a roster keeps its promises through any sequence of messages", function()
  for seed = 1, 300 do
    local draw = random.new("seed " .. seed)
    local all = steps(draw)
    local now = state.reduce(nil, "party", players.party({ "bo", "ada" }, { label = "", hidden = false }))
    for _ = 1, 40 do
      local step = all[math.floor(draw() * #all) + 1]
      local before = now
      local changes
      now, changes = state.reduce(before, step[1], step[2]())
      for _, list in ipairs { now.presences, now.join_requests, now.tickets } do check_list(list) end
      t.ok(now.members == now.presences)
      t.equal(now.is_leader, lists.is_same(now.leader, now.self))
      if not before.ended then check_told(before, now, changes) end
      if before.ended then t.ok(now == before and #changes == 0) end
      if now.ended then t.equal({ #now.join_requests, #now.tickets, now.stale }, { 0, 0, false }) end
      if now == before then t.ok(step[1] == "matchmaker_matched" or #changes == 0) end
    end
  end
end)

t.test("no state is ever changed", function()
  local first = state.reduce(nil, "party", players.party { "bo", "ada" })
  local members = first.presences
  local second = state.reduce(first, "party_presence_event", { joins = { players.presence "cy" }, leaves = {} })
  t.ok(first ~= second and members == first.presences)
  t.equal({ #first.presences, #second.presences }, { 2, 3 })
end)
