local party = require "party.party"

local M = {}

function M.join(socket, party_id)
  -- #region catch
  local ok, err = socket.party_join(party_id)
  if ok then
    return "Asked to join."
  elseif err.code == "party_not_found" then
    return "That party is over."
  elseif err.code == "party_full" then
    return "That party is full."
  elseif err.code == "timeout" or err.code == "disconnected" then
    return "No answer. The server may have done it all the same."
  else
    return err.operation .. " failed: " .. err.code
  end
  -- #endregion catch
end

function M.limited(socket, party_id)
  -- #region bounds
  local leaving = party.cancellation_token() -- leaving.cancel() calls it off
  local ok, err = socket.party_join(party_id, {
    timeout_ms = 3000,
    cancellation_token = leaving,
  })
  -- #endregion bounds
  return ok, err
end

function M.unsolicited(socket, report)
  -- #region on-error
  socket.on_error(function(err) report(err.code .. ": " .. err.message) end)
  -- #endregion on-error
end

return M
