-- What a game asks for, made into what is sent: with defaults, and with nothing in it that the server does not take.
local M = {}

-- A live party's presences have more in them than the server takes.
local function presence_of(presence)
  if type(presence) ~= "table" then return presence end
  return { user_id = presence.user_id, session_id = presence.session_id, username = presence.username }
end

local function with_presence(request)
  return { party_id = request.party_id, presence = presence_of(request.presence) }
end

local function default(value, fallback)
  if value == nil then return fallback end
  return value
end

local function with_match_defaults(request)
  local min_count = default(request.min_count, 2)
  return {
    party_id = request.party_id,
    min_count = min_count,
    max_count = default(request.max_count, type(min_count) == "number" and math.max(8, min_count) or nil),
    query = default(request.query, "*"),
    string_properties = default(request.string_properties, {}),
    numeric_properties = default(request.numeric_properties, {}),
    count_multiple = request.count_multiple,
  }
end

--- By operation: how its request is completed.
M.complete = {
  party_create = function(request)
    return {
      open = default(request.open, false),
      max_size = request.max_size,
      label = default(request.label, ""),
      hidden = default(request.hidden, false),
    }
  end,
  party_update = function(request)
    return {
      party_id = request.party_id,
      open = request.open,
      label = default(request.label, ""),
      hidden = default(request.hidden, false),
    }
  end,
  party_promote = with_presence,
  party_accept = with_presence,
  party_remove = with_presence,
  party_data_send = function(request)
    return { party_id = request.party_id, op_code = request.op_code, data = default(request.data, "") }
  end,
  party_matchmaker_add = with_match_defaults,
  matchmaker_add = with_match_defaults,
  status_follow = function(request)
    return { user_ids = default(request.user_ids, {}), usernames = default(request.usernames, {}) }
  end,
  rpc = function(request)
    return { id = request.id, payload = default(request.payload, "") }
  end,
}

--- By operation: the arguments it cannot be without.
M.required = {
  party_create = { "max_size" },
  party_join = { "party_id" },
  party_leave = { "party_id" },
  party_promote = { "party_id", "presence" },
  party_accept = { "party_id", "presence" },
  party_remove = { "party_id", "presence" },
  party_close = { "party_id" },
  party_join_request_list = { "party_id" },
  party_update = { "party_id", "open" },
  party_data_send = { "party_id", "op_code" },
  party_matchmaker_add = { "party_id" },
  party_matchmaker_remove = { "party_id", "ticket" },
  matchmaker_remove = { "ticket" },
  status_unfollow = { "user_ids" },
  rpc = { "id" },
}

--- By operation: the argument to blame when the message is too large.
M.largest = {
  party_create = "label",
  party_update = "label",
  party_data_send = "data",
  party_matchmaker_add = "string_properties",
  matchmaker_add = "string_properties",
  status_follow = "user_ids",
  status_unfollow = "user_ids",
  status_update = "status",
  rpc = "payload",
}

return M
