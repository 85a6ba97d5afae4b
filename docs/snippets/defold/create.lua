local party = require "party.party"

local M = {}

function M.closed_party(socket)
  -- #region closed
  local mine = party.check(socket.party_create(false, 4))
  print("Tell your friends:", mine.party_id)
  -- #endregion closed
  return mine
end

function M.open_party(socket)
  -- #region open
  local mine = party.check(socket.party_create {
    open = true,
    max_size = 8,
    label = '{"mode":"duo","region":"eu"}',
  })
  -- #endregion open
  return mine
end

function M.look(socket)
  local mine = party.check(socket.party_create(false, 4))
  -- #region live
  local function show()
    print(#mine.members, "of", mine.max_size, mine.leader.username, "leads")
  end
  show()
  mine.subscribe(show)
  -- #endregion live
  return mine
end

return M
