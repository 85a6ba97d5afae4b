-- What one player has, and what is told of it.
local party = require "party.party"
local values = require "values"

local M = {}

-- Events by their names in the SDK, with those of the contract.
local plain = {
  party = "party",
  party_presence_event = "partyPresence",
  party_join_request = "partyJoinRequest",
  party_leader = "partyLeader",
  party_close = "partyClose",
  party_update = "partyUpdate",
  party_matchmaker_ticket = "partyMatchmakerTicket",
  matchmaker_matched = "matchmakerMatched",
  status_presence_event = "statusPresence",
  notifications = "notifications",
  stream_data = "streamData",
  stream_presence_event = "streamPresence",
  disconnect = "disconnect",
}

--- An error of the SDK as the contract writes it.
function M.told(err)
  return { code = err.code, message = err.message, realtimeCode = err.realtime_code, httpStatus = err.http_status }
end

local function listen(socket, tell)
  for event, name in pairs(plain) do
    socket.on(event, function(payload) tell(name, values.to_contract(payload)) end)
  end
  socket.on_party_data(function(event) tell("partyData", values.party_data(event)) end)
  socket.on_error(function(err) tell("error", M.told(err)) end)
  socket.on_party_rejoin(function(event)
    tell("partyRejoin", { partyId = event.party_id, outcome = event.outcome })
  end)
  socket.on_transition(function(step)
    if step.from == "reconnecting" and step.to == "open" then tell("reconnected", {}) end
  end)
end

-- Keeps what live parties tell of what is over.
local function keep_past(socket)
  local past = { ended = {}, cancelled = {} }
  local known = setmetatable({}, { __mode = "k" })
  socket.on_parties(function()
    for _, one in ipairs(socket.parties()) do
      if not known[one] then
        known[one] = true
        local party_id = one.party_id
        one.on("end", function(event) table.insert(past.ended, { party_id = party_id, cause = event.cause }) end)
        one.on("matchmaking_cancelled", function(event)
          table.insert(past.cancelled, { party_id = party_id, ticket = event.ticket, cause = event.cause })
        end)
      end
    end
  end)
  return past
end

--- @param tell is called with the name and value of every event
function M.open(engine, command, tell)
  local server = command.server
  local client = party.create_client {
    engine = engine,
    host = server.host,
    port = server.port,
    use_ssl = server.ssl,
    server_key = server.serverKey,
    reconnect = command.reconnect and { base_ms = 20, cap_ms = 100 } or false,
  }
  local socket = client.create_socket()
  listen(socket, tell)
  return { client = client, socket = socket, past = keep_past(socket) }
end

return M
