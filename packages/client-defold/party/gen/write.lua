-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

local values = require "party.json.values"
local bool = values.bool
local bytes = values.bytes
local int32 = values.int32
local int64 = values.int64
local list = values.list
local map = values.map
local number = values.number
local object = values.object
local optional = values.optional
local put = values.put
local quote = values.quote
local text = values.text

local M = {}

---@param message party.UserPresence
function M.user_presence(message)
  local json = {}
  put(json, "user_id", text(message.user_id))
  put(json, "session_id", text(message.session_id))
  put(json, "username", text(message.username))
  put(json, "persistence", bool(message.persistence))
  put(json, "status", optional(message.status, quote))
  return object(json)
end

---@param message party.PartyCreate
function M.party_create(message)
  local json = {}
  put(json, "open", bool(message.open))
  put(json, "max_size", int32(message.max_size))
  put(json, "label", text(message.label))
  put(json, "hidden", bool(message.hidden))
  return object(json)
end

---@param message party.PartyUpdate
function M.party_update(message)
  local json = {}
  put(json, "party_id", text(message.party_id))
  put(json, "label", text(message.label))
  put(json, "open", bool(message.open))
  put(json, "hidden", bool(message.hidden))
  return object(json)
end

---@param message party.PartyJoin
function M.party_join(message)
  local json = {}
  put(json, "party_id", text(message.party_id))
  return object(json)
end

---@param message party.PartyLeave
function M.party_leave(message)
  local json = {}
  put(json, "party_id", text(message.party_id))
  return object(json)
end

---@param message party.PartyPromote
function M.party_promote(message)
  local json = {}
  put(json, "party_id", text(message.party_id))
  put(json, "presence", optional(message.presence, M.user_presence))
  return object(json)
end

---@param message party.PartyAccept
function M.party_accept(message)
  local json = {}
  put(json, "party_id", text(message.party_id))
  put(json, "presence", optional(message.presence, M.user_presence))
  return object(json)
end

---@param message party.PartyRemove
function M.party_remove(message)
  local json = {}
  put(json, "party_id", text(message.party_id))
  put(json, "presence", optional(message.presence, M.user_presence))
  return object(json)
end

---@param message party.PartyClose
function M.party_close(message)
  local json = {}
  put(json, "party_id", text(message.party_id))
  return object(json)
end

---@param message party.PartyJoinRequestList
function M.party_join_request_list(message)
  local json = {}
  put(json, "party_id", text(message.party_id))
  return object(json)
end

---@param message party.PartyMatchmakerAdd
function M.party_matchmaker_add(message)
  local json = {}
  put(json, "party_id", text(message.party_id))
  put(json, "min_count", int32(message.min_count))
  put(json, "max_count", int32(message.max_count))
  put(json, "query", text(message.query))
  put(json, "string_properties", map(message.string_properties, quote))
  put(json, "numeric_properties", map(message.numeric_properties, number))
  put(json, "count_multiple", optional(message.count_multiple, number))
  return object(json)
end

---@param message party.PartyMatchmakerRemove
function M.party_matchmaker_remove(message)
  local json = {}
  put(json, "party_id", text(message.party_id))
  put(json, "ticket", text(message.ticket))
  return object(json)
end

---@param message party.PartyDataSend
function M.party_data_send(message)
  local json = {}
  put(json, "party_id", text(message.party_id))
  put(json, "op_code", int64(message.op_code))
  put(json, "data", bytes(message.data))
  return object(json)
end

---@param message party.StatusFollow
function M.status_follow(message)
  local json = {}
  put(json, "user_ids", list(message.user_ids, quote))
  put(json, "usernames", list(message.usernames, quote))
  return object(json)
end

---@param message party.StatusUnfollow
function M.status_unfollow(message)
  local json = {}
  put(json, "user_ids", list(message.user_ids, quote))
  return object(json)
end

---@param message party.StatusUpdate
function M.status_update(message)
  local json = {}
  put(json, "status", optional(message.status, quote))
  return object(json)
end

---@param message party.MatchmakerAdd
function M.matchmaker_add(message)
  local json = {}
  put(json, "min_count", int32(message.min_count))
  put(json, "max_count", int32(message.max_count))
  put(json, "query", text(message.query))
  put(json, "string_properties", map(message.string_properties, quote))
  put(json, "numeric_properties", map(message.numeric_properties, number))
  put(json, "count_multiple", optional(message.count_multiple, number))
  return object(json)
end

---@param message party.MatchmakerRemove
function M.matchmaker_remove(message)
  local json = {}
  put(json, "ticket", text(message.ticket))
  return object(json)
end

function M.ping()
  return "{}"
end

---@param message party.AccountCustom
function M.account_custom(message)
  local json = {}
  put(json, "id", text(message.id))
  put(json, "vars", map(message.vars, quote))
  return object(json)
end

---@param message party.AccountDevice
function M.account_device(message)
  local json = {}
  put(json, "id", text(message.id))
  put(json, "vars", map(message.vars, quote))
  return object(json)
end

---@param message party.AccountEmail
function M.account_email(message)
  local json = {}
  put(json, "email", text(message.email))
  put(json, "password", text(message.password))
  put(json, "vars", map(message.vars, quote))
  return object(json)
end

---@param message party.SessionRefreshRequest
function M.session_refresh_request(message)
  local json = {}
  put(json, "token", text(message.token))
  put(json, "vars", map(message.vars, quote))
  return object(json)
end

---@param message party.SessionLogoutRequest
function M.session_logout_request(message)
  local json = {}
  put(json, "token", text(message.token))
  put(json, "refresh_token", text(message.refresh_token))
  return object(json)
end

---@param message party.Rpc
function M.rpc(message)
  local json = {}
  put(json, "id", text(message.id))
  put(json, "payload", text(message.payload))
  put(json, "http_key", text(message.http_key))
  return object(json)
end

return M
