local party = require "party.party"

local M = {}

function M.promote(mine, name)
  -- #region promote
  for _, member in ipairs(mine.members) do
    if member.username == name and mine.is_leader then
      party.check(mine.promote(member))
      print(mine.leader.username, "leads now")
    end
  end
  -- #endregion promote
end

return M
