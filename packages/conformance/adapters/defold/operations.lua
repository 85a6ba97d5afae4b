-- Each operation of the contract as a call of the SDK, in callback style: `operation(player, arguments, options, done)`.
local party = require "party.party"
local values = require "values"

local M = {}

local function session_of(player)
  return player.session or error("the player has no session", 0)
end

-- Takes over the session that a call brings, and answers with what the contract asks for of it.
local function signed_in(player, done)
  return function(session, err)
    if err then return done(nil, err) end
    player.session = session
    local told = {}
    for _, field in ipairs { "created", "token", "refresh_token", "user_id", "username", "vars" } do
      told[field] = session[field]
    end
    done(told)
  end
end

for _, name in ipairs { "custom", "device", "email" } do
  M["authenticate_" .. name] = function(player, arguments, options, done)
    player.client["authenticate_" .. name](arguments, options, signed_in(player, done))
  end
end

function M.restore_session(player, arguments, _, done)
  signed_in(player, done)(party.restore_session(arguments.token, arguments.refresh_token))
end

function M.refresh_session(player, arguments, options, done)
  player.client.session_refresh(session_of(player), arguments.vars, options, signed_in(player, done))
end

function M.logout_session(player, _, options, done)
  player.client.session_logout(session_of(player), options, done)
end

-- Calls of the client that take a session: contract and SDK name them differently.
local with_session = {
  list_parties = "list_parties",
  list_notifications = "list_notifications",
  delete_notifications = "delete_notifications",
  call_rpc = "rpc_func",
}

for operation, name in pairs(with_session) do
  M[operation] = function(player, arguments, options, done)
    arguments.session = session_of(player)
    if operation == "list_notifications" then
      arguments.cacheable_cursor, arguments.cursor = arguments.cursor, nil
    end
    player.client[name](arguments, options, done)
  end
end

function M.connect(player, arguments, options, done)
  options.appear_online, options.lang = arguments.appear_online, arguments.lang
  player.socket.connect(session_of(player), options, done)
end

function M.disconnect(player, _, _, done)
  player.socket.disconnect()
  done(true)
end

function M.create_party(player, arguments, options, done)
  player.socket.party_create(arguments, options, function(created, err)
    if err then return done(nil, err) end
    -- What is returned is live and has methods; the contract asks for what it shows.
    local told = {}
    for _, field in ipairs { "party_id", "open", "hidden", "max_size", "label", "self", "leader", "presences" } do
      told[field] = created[field]
    end
    done(told)
  end)
end

function M.send_party_data(player, arguments, options, done)
  local data = arguments.text or values.bytes(arguments.data or "")
  player.socket.party_data_send(arguments.party_id, arguments.op_code, data, options, done)
end

function M.update_status(player, arguments, options, done)
  local status = nil
  if not arguments.offline then status = arguments.status end
  player.socket.status_update(status, options, done)
end

function M.ping(player, _, options, done)
  -- How long it took is for a game; there is nothing to compare it with.
  player.socket.ping(options, function(_, err) done(not err or nil, err) end)
end

function M.parties(player, _, _, done)
  local live = {}
  for _, one in ipairs(player.socket.parties()) do
    local shown = {}
    for field, value in pairs(one.get_snapshot()) do shown[field] = value end
    shown.presences, shown.ended = nil, nil
    live[#live + 1] = shown
  end
  done { parties = live, ended = player.past.ended, cancelled = player.past.cancelled }
end

-- Calls of the socket whose arguments are the contract's.
local plain = {
  join_party = "party_join",
  leave_party = "party_leave",
  promote_party_member = "party_promote",
  accept_party_member = "party_accept",
  remove_party_member = "party_remove",
  close_party = "party_close",
  list_party_join_requests = "party_join_request_list",
  update_party = "party_update",
  add_matchmaker_party = "party_matchmaker_add",
  remove_matchmaker_party = "party_matchmaker_remove",
  add_matchmaker = "matchmaker_add",
  remove_matchmaker = "matchmaker_remove",
  follow_users = "status_follow",
  unfollow_users = "status_unfollow",
  rpc = "rpc",
}

for operation, name in pairs(plain) do
  M[operation] = function(player, arguments, options, done)
    player.socket[name](arguments, options, done)
  end
end

return M
