-- Where a connection stands: "idle" (never connected), "connecting", "open", "reconnecting" (it was lost, and the SDK
-- makes it again), "closed" (over; `connect` begins anew).
local M = {}

local steps = {
  idle = { connect = "connecting" },
  connecting = { opened = "open", ["end"] = "closed" },
  open = { retry = "reconnecting", ["end"] = "closed" },
  reconnecting = { opened = "open", retry = "reconnecting", ["end"] = "closed" },
  closed = { connect = "connecting" },
}

--- The state that follows, nil where an input means nothing (a second `disconnect`, say).
--- @param input "connect", "opened", "retry" or "end"
function M.next(state, input)
  return steps[state][input]
end

-- To connect again would undo what somebody meant to do, or fail in the same way.
local final = {
  disconnect_called = true,
  connected_elsewhere = true,
  banned = true,
  disconnected_by_server = true,
  unauthenticated = true,
}

--- Whether it makes sense to connect again after this.
function M.may_retry(code)
  return not final[code]
end

--- What the server announces by a notification of this code, just before it closes the connection.
function M.announcement(notification_code)
  if notification_code == -7 then return "connected_elsewhere" end
  if notification_code == -8 then return "banned" end
  return nil
end

local too_big, abnormal = 1009, 1006

--- Why an open connection ended, read from what was announced and how its transport did: code and reason.
function M.close_cause(close, announced)
  local reason = close.reason ~= "" and close.reason or ("closed with %d"):format(close.code)
  if announced then return announced, reason end
  -- What Nakama gives as its reason when it closes a connection on purpose, whatever the purpose.
  if close.reason == "server-side session disconnect" then return "disconnected_by_server", reason end
  if close.code == too_big then return "message_too_large", reason end
  if close.code == abnormal then return "connection_lost", reason end
  return "server_closed", reason
end

return M
