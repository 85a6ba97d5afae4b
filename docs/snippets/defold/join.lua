local party = require "party.party"

local M = {}

function M.join(socket, party_id)
  -- #region wait
  local mine, err = socket.party_join(party_id, {
    wait = "joined",
    timeout_ms = 30000,
  })
  if not mine then return print("not in:", err.code) end
  for _, member in ipairs(mine.members) do print(member.username) end
  -- #endregion wait
  return mine
end

function M.ask(socket, party_id)
  -- #region ask
  socket.on_party(function(event) print("in", event.party_id) end)
  party.check(socket.party_join(party_id)) -- The server has taken note; nothing more.
  -- #endregion ask
end

function M.approve(mine, is_friend)
  -- #region approve
  mine.on("join_request", function(event)
    for _, player in ipairs(event.presences) do
      if is_friend(player.username) then
        mine.accept(player)
      else
        mine.reject(player)
      end
    end
  end)
  -- #endregion approve
end

function M.accept_all(mine)
  -- #region pending
  for _, player in ipairs(mine.join_requests) do
    local ok, err = mine.accept(player)
    -- The player has gone meanwhile, or the party is full.
    if not ok then print(player.username, err.code) end
  end
  -- #endregion pending
end

return M
