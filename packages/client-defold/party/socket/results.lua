-- What a call returns where the server's answer is empty: it says that what was asked for is so.
local M = {}

M.of = {
  --- The new leader.
  party_promote = function(request)
    local presence = request.presence
    return {
      party_id = request.party_id,
      presence = {
        user_id = presence.user_id,
        session_id = presence.session_id,
        username = presence.username,
        persistence = false,
      },
    }
  end,
  --- What the party is like now.
  party_update = function(request)
    return { party_id = request.party_id, label = request.label, open = request.open, hidden = request.hidden }
  end,
}

return M
