local party = require "party.party"

local M = {}

function M.leave(mine)
  -- #region leave
  party.check(mine.leave())
  print(mine.ended) -- left
  -- #endregion leave
end

function M.watch(mine)
  local lines = {}
  -- #region watch
  mine.on("leader", function(event)
    table.insert(lines, event.previous.username .. " led, now " .. event.leader.username .. " does")
    if mine.is_leader then table.insert(lines, "that is me") end
  end)
  mine.on("presence", function(event)
    for _, member in ipairs(event.joins) do table.insert(lines, member.username .. " came") end
    for _, member in ipairs(event.leaves) do table.insert(lines, member.username .. " went") end
  end)
  -- #endregion watch
  return lines
end

return M
