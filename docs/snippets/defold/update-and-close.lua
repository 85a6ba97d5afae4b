local party = require "party.party"

local M = {}

function M.update(mine)
  -- #region update
  party.check(mine.update { open = true })
  party.check(mine.update { label = '{"mode":"squad"}' })
  -- #endregion update
end

function M.remove(mine, name)
  -- #region remove
  for _, member in ipairs(mine.members) do
    if member.username == name then party.check(mine.remove(member)) end
  end
  -- #endregion remove
end

function M.close(mine)
  -- #region close
  party.check(mine.close())
  -- #endregion close
end

function M.ending(mine)
  local lines = {}
  -- #region ending
  local words = {
    left = "You left.",
    kicked = "The leader removed you.",
    closed = "The party is over.",
    disconnected = "The connection was lost.",
  }
  mine.on("end", function(event) table.insert(lines, words[event.cause]) end)
  -- #endregion ending
  return lines
end

return M
