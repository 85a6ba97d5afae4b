local party = require "party.party"

local M = {}

function M.banner(socket)
  local lines = {}
  -- #region banner
  socket.on_transition(function(step)
    if step.to == "reconnecting" then
      table.insert(lines, "No connection (" .. step.code .. "). Trying again.")
    end
    if step.from == "reconnecting" and step.to == "open" then
      table.insert(lines, "Connected again.")
    end
    if step.to == "closed" then table.insert(lines, "Offline.") end
  end)
  -- #endregion banner
  return lines
end

function M.rejoined(socket)
  local lines = {}
  -- #region rejoin
  socket.on_party_rejoin(function(event)
    if event.outcome == "rejoined" then
      table.insert(lines, "Back in the party of " .. #event.party.members .. ".")
    elseif event.outcome == "requested" then
      table.insert(lines, "The leader was asked to let you in again.")
    else -- gone, or failed
      table.insert(lines, "The party went on without you.")
    end
  end)
  -- #endregion rejoin
  return lines
end

function M.settings(client)
  -- #region settings
  local socket = client.create_socket {
    reconnect = { base_ms = 250, cap_ms = 5000, give_up_after_ms = 60000 },
    rejoin = function(snapshot) return snapshot.open end,
  }
  -- #endregion settings
  return socket
end

function M.resume(client, storage)
  local socket = client.create_socket()
  -- #region resume
  local token, refresh_token = storage.token, storage.refresh_token
  if token and refresh_token then
    local session = party.check(party.restore_session(token, refresh_token))
    party.check(socket.connect(session))
  end
  -- #endregion resume
  return socket
end

return M
