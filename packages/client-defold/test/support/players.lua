-- Players of tests.
local fake_engine = require "support.fake_engine"
local party = require "party.party"
local tokens = require "support.tokens"

local M = {}

function M.presence(name)
  return { user_id = name, session_id = "session-" .. name, username = name }
end

--- Tokens that have so long to live, in seconds.
function M.session(engine, name, lives, refresh_lives)
  local now = engine.now() / 1000
  return assert(party.restore_session(
    tokens.of(name, now + (lives or 3600)),
    tokens.of(name, now + (refresh_lives or 7200))
  ))
end

--- A socket that is connected.
--- @param config more options of the client
function M.connected(config)
  local engine = fake_engine.new()
  local all = { engine = engine, random = function() return 0.5 end, heartbeat = false }
  for name, value in pairs(config or {}) do all[name] = value end
  local client = party.create_client(all)
  local player = { engine = engine, client = client, socket = client.create_socket() }
  player.session = M.session(engine, "ada")
  player.socket.connect(player.session, function(_, err) player.connect_error = err end)
  engine.transport().listener.on_open()
  return player
end

--- The party as the server tells it to who has come in.
function M.party(names, more)
  local presences = {}
  for index, name in ipairs(names) do presences[index] = M.presence(name) end
  local told = {
    party_id = "p.n",
    open = true,
    max_size = 8,
    self = M.presence "ada",
    leader = presences[1],
    presences = presences,
  }
  for name, value in pairs(more or {}) do told[name] = value end
  return told
end

--- A player who is in a party of these members.
function M.in_party(names, more, config)
  local player = M.connected(config)
  player.engine.transport().receive { party = M.party(names, more) }
  player.party = player.socket.get_party "p.n"
  -- A leader lists who has been waiting.
  local last = player.engine.transport().last()
  if last and last.party_join_request_list then
    player.engine.transport().reply { party_join_request = { party_id = "p.n" } }
  end
  return player
end

--- Keeps what a call ends with: `call.result`, `call.error`, `call.ended`.
function M.keep()
  local call = {}
  return call, function(result, err)
    call.ended = (call.ended or 0) + 1
    call.result, call.error = result, err
  end
end

function M.names(presences)
  local names = {}
  for index, presence in ipairs(presences) do names[index] = presence.username end
  return table.concat(names, " ")
end

return M
