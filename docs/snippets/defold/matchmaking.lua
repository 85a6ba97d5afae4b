local party = require "party.party"

local M = {}

function M.search(mine)
  -- #region party
  local looking = party.check(mine.matchmake {
    min_count = 4,
    max_count = 4,
    query = "+properties.region:eu +properties.rank:>=5",
    string_properties = { region = "eu" },
    numeric_properties = { rank = 8 },
  })
  -- #endregion party
  return looking.ticket
end

function M.follow(mine)
  local state = { looking = false, text = "" }
  -- #region follow
  mine.on("matchmaking", function() state.looking = true end)
  mine.on("matchmaking_cancelled", function(event)
    state.looking = false
    state.text = event.cause == "membership" and "Somebody came or went: search again"
      or "Not looking any more"
  end)
  mine.on("matched", function(event)
    state.looking = false
    state.text = #event.users .. " players, token " .. (event.token and "given" or "none")
  end)
  -- #endregion follow
  return state
end

function M.cancel(mine)
  -- #region cancel
  for _, ticket in ipairs(mine.tickets) do
    party.check(mine.cancel_matchmaking(ticket))
  end
  -- #endregion cancel
end

function M.alone(socket)
  local matches = {}
  -- #region alone
  socket.on_matchmaker_matched(function(event)
    for _, user in ipairs(event.users) do table.insert(matches, user.presence.username) end
  end)
  local looking = party.check(socket.matchmaker_add {
    min_count = 2,
    max_count = 4,
    count_multiple = 2,
    string_properties = { region = "eu" },
    numeric_properties = { rank = 8 },
  })
  -- #endregion alone
  return matches, looking.ticket
end

return M
