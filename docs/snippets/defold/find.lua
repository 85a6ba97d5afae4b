local party = require "party.party"

local M = {}

function M.tell(leader, friend, leader_id)
  -- #region tell
  -- The leader: the id of the party becomes the status.
  local mine = party.check(leader.party_create(true, 4))
  party.check(leader.status_update(party.encode_json { party = mine.party_id }))
  -- #endregion tell

  -- #region read
  -- A friend: follows the leader, and joins what the status names.
  local online = party.check(friend.status_follow { leader_id })
  local status = online.presences[1] and online.presences[1].status
  if status then
    local told = party.decode_json(status)
    party.check(friend.party_join(told.party, { wait = "joined" }))
  end
  -- #endregion read
  return mine
end

function M.watch(friend)
  local invitations = {}
  -- #region watch
  friend.on_status_presence_event(function(event)
    for _, presence in ipairs(event.joins) do
      if presence.status then table.insert(invitations, presence.username .. ": " .. presence.status) end
    end
  end)
  -- #endregion watch
  return invitations
end

function M.list(socket)
  -- #region list
  local page = party.check(socket.list_parties {
    open = true,
    query = "+label.mode:duo +label.region:eu",
    limit = 20,
  })
  for _, found in ipairs(page.parties) do
    print(found.party_id, found.max_size, found.label)
  end
  -- #endregion list
  return page
end

function M.receive_invitations(socket)
  -- #region receive
  socket.on_notifications(function(event)
    for _, notification in ipairs(event.notifications) do
      if notification.code == 1 then
        local told = party.decode_json(notification.content)
        socket.party_join(told.party_id, { wait = "joined" })
      end
    end
  end)
  -- #endregion receive
end

function M.missed(client, socket)
  -- #region missed
  local page = party.check(client.list_notifications(socket.session, 100))
  -- #endregion missed
  return page.notifications
end

return M
