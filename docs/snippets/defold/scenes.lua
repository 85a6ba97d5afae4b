-- Every snippet, played.
local create = require "create"
local errors = require "errors"
local find = require "find"
local join = require "join"
local leave = require "leave"
local matchmaking = require "matchmaking"
local messages = require "messages"
local party = require "party.party"
local promote = require "promote"
local reconnecting = require "reconnecting"
local update_and_close = require "update-and-close"

local function has(lines, words)
  for _, line in ipairs(lines) do
    if line:find(words, 1, true) then return true end
  end
  return false
end

return function(stage)
  local await, player, pair = stage.await, stage.player, stage.pair

  local function name_of(socket) return socket.session.username end

  -- Runs a snippet that names an address of its own, with ours.
  local function here(snippet)
    local given = party.create_client
    party.create_client = function(config)
      config.host, config.port, config.engine = stage.config.host, stage.config.port, stage.config.engine
      return given(config)
    end
    local result = snippet()
    party.create_client = given
    return result
  end

  local function connect()
    local socket = here(function() return require("connect").sign_in("device-id-" .. name_of(player "who")) end)
    stage.keep(socket)
    assert(socket.state == "open")
  end

  -- A script as Defold runs it: its functions are global, and its settings are at its top.
  local function script(settings)
    local said = {}
    local environment = setmetatable({ print = function(text) table.insert(said, text) end }, { __index = _G })
    local chunk = assert(loadfile(stage.folder .. "/lobby.lua"))
    local module = setfenv(chunk, environment)()
    for index = 1, math.huge do
      local name = debug.getupvalue(environment.init, index)
      if not name then break end
      if settings[name] then debug.setupvalue(environment.init, index, settings[name]) end
    end
    return environment, module, said
  end

  local function lobby()
    local device = "device-of-" .. name_of(player "who")
    local first, module, said = script { device_id = device .. "-1" }
    local self = {}
    here(function() first.init(self) end)
    await(function() return said[1] end)
    local second, _, others = script { device_id = device .. "-2", party_id = said[1]:match "party (.+)$" }
    local other = {}
    here(function() second.init(other) end)
    await(function() return has(said, " says: ready?") and has(said, "2 in the party") and has(others, "2 in the party") end)

    local listener
    local window = { WINDOW_EVENT_FOCUS_GAINED = 1, set_listener = function(fn) listener = fn end }
    setfenv(module.watch_window, { window = window })
    module.watch_window(self)
    listener({}, window.WINDOW_EVENT_FOCUS_GAINED)
    first.final(self)
    second.final(other)
    assert(self.socket.state == "closed" and other.socket.state == "closed")
  end

  local function create_parties()
    local ada = player "ada"
    local closed = create.closed_party(ada)
    assert(closed.open == false and closed.max_size == 4 and closed.is_leader)
    local open = create.open_party(ada)
    assert(party.decode_json(open.label).mode == "duo" and open.open)
    local live = create.look(ada)
    assert(#live.members == 1 and live.members[1].username == name_of(ada))
    -- It takes a second until it is listed.
    local found
    await(function()
      ada.list_parties({ query = "+label.mode:duo" }, function(page) found = page end)
      return found and #found.parties > 0
    end)
    assert(#find.list(ada).parties > 0)
  end

  local function find_by_status()
    local ada, bo = player "ada", player "bo"
    local mine = find.tell(ada, bo, ada.session.user_id)
    await(function() return #mine.members == 2 end)
    local invitations = find.watch(bo)
    party.check(ada.status_update("in the lobby"))
    await(function() return has(invitations, name_of(ada) .. ": in the lobby") end)
  end

  local function notifications()
    local bo, client = player "bo"
    find.receive_invitations(bo)
    assert(#find.missed(client, bo) == 0)
  end

  local function join_and_approve()
    local ada, bo, cy, di = player "ada", player "bo", player "cy", player "di"
    local mine = party.check(ada.party_create(false, 4))
    join.approve(mine, function(username) return username == name_of(bo) end)
    local of_bo = join.join(bo, mine.party_id)
    assert(of_bo.leader.username == name_of(ada))
    join.ask(cy, mine.party_id)
    await(function() return #mine.join_requests == 0 and #mine.members == 2 end)
    local other = party.check(ada.party_create(false, 4))
    join.ask(di, other.party_id)
    await(function() return #other.join_requests == 1 end)
    join.accept_all(other)
    await(function() return #other.members == 2 and di.get_party(other.party_id) end)
  end

  local function leave_and_lead()
    local ada, bo, of_ada, of_bo = pair()
    local lines = leave.watch(of_bo)
    leave.leave(of_ada)
    assert(of_ada.ended == "left")
    await(function() return of_bo.is_leader and has(lines, name_of(ada) .. " went") end)
    assert(has(lines, name_of(ada) .. " led, now " .. name_of(bo) .. " does") and has(lines, "that is me"))
  end

  local function talk()
    local ada, bo, of_ada, of_bo = pair()
    local heard = messages.listen(of_bo)
    messages.talk(of_ada)
    await(function() return #heard == 3 end)
    assert(heard[1] == name_of(ada) .. ": ready? 👋")
    assert(heard[2] == name_of(ada) .. " is at 3" and heard[3] == "3 bytes")
    local shown = messages.echo(of_ada)
    await(function() return #shown == 1 end)
    assert(shown[1] == "me: shown to me too")
    local raw = messages.raw(ada, bo, of_ada.party_id)
    await(function() return has(raw, name_of(ada) .. " (1): hello") end)
  end

  local function hand_over()
    local _, bo, of_ada, of_bo = pair()
    promote.promote(of_ada, name_of(bo))
    await(function() return of_bo.is_leader end)
    assert(not of_ada.is_leader)
  end

  local function match_parties()
    local _, _, of_ada, of_bo = pair()
    local state = matchmaking.follow(of_bo)
    local ticket = matchmaking.search(of_ada)
    await(function() return state.looking end)
    assert(of_ada.tickets[1] == ticket)
    matchmaking.cancel(of_ada)
    assert(#of_ada.tickets == 0)
    matchmaking.search(of_ada)
    local _, _, others = pair()
    matchmaking.search(others)
    await(function() return state.text == "4 players, token given" end)
  end

  local function match_players()
    local ada, bo = player "ada", player "bo"
    local first, ticket = matchmaking.alone(ada)
    assert(ticket ~= "")
    local second = matchmaking.alone(bo)
    await(function() return #first == 2 and #second == 2 end)
  end

  local function update_remove_close()
    local _, bo, of_ada, of_bo = pair()
    update_and_close.update(of_ada)
    await(function() return of_bo.label == '{"mode":"squad"}' and of_bo.open end)
    local kicked = update_and_close.ending(of_bo)
    update_and_close.remove(of_ada, name_of(bo))
    await(function() return has(kicked, "The leader removed you.") end)
    local again = party.check(bo.party_join(of_ada.party_id, { wait = "joined" }))
    local closed = update_and_close.ending(again)
    update_and_close.close(of_ada)
    await(function() return has(closed, "The party is over.") end)
  end

  local function reconnect()
    local _, bo, _, of_bo = pair()
    local banner, rejoined = reconnecting.banner(bo), reconnecting.rejoined(bo)
    stage.break_line()
    await(function() return has(rejoined, "Back in the party of") and not of_bo.stale end)
    assert(banner[1] == "No connection (connection_lost). Trying again." and banner[2] == "Connected again.")
    bo.disconnect()
    assert(banner[3] == "Offline.")
    local cy, client = player "cy"
    assert(reconnecting.settings(client).state == "idle")
    local kept = { token = cy.session.token, refresh_token = cy.session.refresh_token }
    local resumed = reconnecting.resume(client, kept)
    stage.keep(resumed)
    assert(resumed.state == "open")
  end

  local function fail()
    local ada, bo, of_ada = pair()
    local full = party.check(ada.party_create(true, 1))
    assert(errors.join(bo, full.party_id) == "That party is full.")
    assert(errors.join(bo, of_ada.party_id) == "Asked to join.")
    party.check(ada.party_close(full.party_id))
    assert(errors.join(bo, full.party_id) == "That party is over.")
    assert(errors.join(bo, "nonsense") == "party_join failed: invalid_party_id")
    local ok, err = errors.limited(bo, full.party_id)
    assert(not ok and err.code == "party_not_found")
    local reported = {}
    errors.unsolicited(bo, function(text) table.insert(reported, text) end)
    bo.on_party_data(function() error("as the snippet shows", 0) end)
    party.check(of_ada.send(1, "x"))
    await(function() return has(reported, "handler_failed: party_data: as the snippet shows") end)
  end

  return {
    connect, lobby, create_parties, find_by_status, notifications, join_and_approve, leave_and_lead, talk, hand_over,
    match_parties, match_players, update_remove_close, reconnect, fail,
  }
end
