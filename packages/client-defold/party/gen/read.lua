-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

local kinds = require "party.json.kinds"
local bool = kinds.bool
local bytes = kinds.bytes
local double = kinds.double
local fields = kinds.fields
local int32 = kinds.int32
local int64 = kinds.int64
local list = kinds.list
local map = kinds.map
local optional = kinds.optional
local text = kinds.text

local M = {}

---@return party.RealtimeError
function M.realtime_error(value)
  local from = fields(value)
  return {
    code = int32(from.code),
    message = text(from.message),
    context = map(from.context, text),
  }
end

---@return party.UserPresence
function M.user_presence(value)
  local from = fields(value)
  return {
    user_id = text(from.user_id),
    session_id = text(from.session_id),
    username = text(from.username),
    persistence = bool(from.persistence),
    status = optional(from.status, text),
  }
end

---@return party.Party
function M.party(value)
  local from = fields(value)
  return {
    party_id = text(from.party_id),
    open = bool(from.open),
    hidden = bool(from.hidden),
    max_size = int32(from.max_size),
    self = M.user_presence(from.self),
    leader = M.user_presence(from.leader),
    presences = list(from.presences, M.user_presence),
    label = text(from.label),
  }
end

---@return party.PartyUpdate
function M.party_update(value)
  local from = fields(value)
  return {
    party_id = text(from.party_id),
    label = text(from.label),
    open = bool(from.open),
    hidden = bool(from.hidden),
  }
end

---@return party.PartyLeader
function M.party_leader(value)
  local from = fields(value)
  return {
    party_id = text(from.party_id),
    presence = M.user_presence(from.presence),
  }
end

---@return party.PartyClose
function M.party_close(value)
  local from = fields(value)
  return {
    party_id = text(from.party_id),
  }
end

---@return party.PartyJoinRequest
function M.party_join_request(value)
  local from = fields(value)
  return {
    party_id = text(from.party_id),
    presences = list(from.presences, M.user_presence),
  }
end

---@return party.PartyMatchmakerTicket
function M.party_matchmaker_ticket(value)
  local from = fields(value)
  return {
    party_id = text(from.party_id),
    ticket = text(from.ticket),
  }
end

---@return party.PartyData
function M.party_data(value)
  local from = fields(value)
  return {
    party_id = text(from.party_id),
    presence = M.user_presence(from.presence),
    op_code = int64(from.op_code),
    data = bytes(from.data),
  }
end

---@return party.PartyPresenceEvent
function M.party_presence_event(value)
  local from = fields(value)
  return {
    party_id = text(from.party_id),
    joins = list(from.joins, M.user_presence),
    leaves = list(from.leaves, M.user_presence),
  }
end

---@return party.Status
function M.status(value)
  local from = fields(value)
  return {
    presences = list(from.presences, M.user_presence),
  }
end

---@return party.StatusPresenceEvent
function M.status_presence_event(value)
  local from = fields(value)
  return {
    joins = list(from.joins, M.user_presence),
    leaves = list(from.leaves, M.user_presence),
  }
end

---@return party.MatchmakerTicket
function M.matchmaker_ticket(value)
  local from = fields(value)
  return {
    ticket = text(from.ticket),
  }
end

---@return party.MatchmakerMatched
function M.matchmaker_matched(value)
  local from = fields(value)
  return {
    ticket = text(from.ticket),
    match_id = optional(from.match_id, text),
    token = optional(from.token, text),
    users = list(from.users, M.matchmaker_user),
    self = M.matchmaker_user(from.self),
  }
end

---@return party.MatchmakerUser
function M.matchmaker_user(value)
  local from = fields(value)
  return {
    presence = M.user_presence(from.presence),
    party_id = text(from.party_id),
    string_properties = map(from.string_properties, text),
    numeric_properties = map(from.numeric_properties, double),
  }
end

---@return party.Notifications
function M.notifications(value)
  local from = fields(value)
  return {
    notifications = list(from.notifications, M.notification),
  }
end

---@return party.Stream
function M.stream(value)
  local from = fields(value)
  return {
    mode = int32(from.mode),
    subject = text(from.subject),
    subcontext = text(from.subcontext),
    label = text(from.label),
  }
end

---@return party.StreamData
function M.stream_data(value)
  local from = fields(value)
  return {
    stream = M.stream(from.stream),
    sender = M.user_presence(from.sender),
    data = text(from.data),
    reliable = bool(from.reliable),
  }
end

---@return party.StreamPresenceEvent
function M.stream_presence_event(value)
  local from = fields(value)
  return {
    stream = M.stream(from.stream),
    joins = list(from.joins, M.user_presence),
    leaves = list(from.leaves, M.user_presence),
  }
end

---@return party.Pong
function M.pong()
  return {}
end

---@return party.SessionTokens
function M.session_tokens(value)
  local from = fields(value)
  return {
    created = bool(from.created),
    token = text(from.token),
    refresh_token = text(from.refresh_token),
  }
end

---@return party.PartyListing
function M.party_listing(value)
  local from = fields(value)
  return {
    party_id = text(from.party_id),
    open = bool(from.open),
    hidden = bool(from.hidden),
    max_size = int32(from.max_size),
    label = text(from.label),
  }
end

---@return party.PartyList
function M.party_list(value)
  local from = fields(value)
  return {
    parties = list(from.parties, M.party_listing),
    cursor = text(from.cursor),
  }
end

---@return party.Notification
function M.notification(value)
  local from = fields(value)
  return {
    id = text(from.id),
    subject = text(from.subject),
    content = text(from.content),
    code = int32(from.code),
    sender_id = text(from.sender_id),
    create_time = optional(from.create_time, text),
    persistent = bool(from.persistent),
  }
end

---@return party.NotificationList
function M.notification_list(value)
  local from = fields(value)
  return {
    notifications = list(from.notifications, M.notification),
    cacheable_cursor = text(from.cacheable_cursor),
  }
end

---@return party.Rpc
function M.rpc(value)
  local from = fields(value)
  return {
    id = text(from.id),
    payload = text(from.payload),
    http_key = text(from.http_key),
  }
end

---@return party.MatchmakerStats
function M.matchmaker_stats(value)
  local from = fields(value)
  return {
    ticket_count = int32(from.ticket_count),
    oldest_ticket_create_time = optional(from.oldest_ticket_create_time, text),
    completions = list(from.completions, M.matchmaker_completion_stats),
  }
end

---@return party.MatchmakerCompletionStats
function M.matchmaker_completion_stats(value)
  local from = fields(value)
  return {
    create_time = optional(from.create_time, text),
    complete_time = optional(from.complete_time, text),
  }
end

--- The reader of every message that an envelope from the server may carry, by its name in JSON.
M.replies = {
  error = M.realtime_error,
  matchmaker_matched = M.matchmaker_matched,
  matchmaker_ticket = M.matchmaker_ticket,
  notifications = M.notifications,
  rpc = M.rpc,
  status = M.status,
  status_presence_event = M.status_presence_event,
  stream_data = M.stream_data,
  stream_presence_event = M.stream_presence_event,
  pong = M.pong,
  party = M.party,
  party_leader = M.party_leader,
  party_close = M.party_close,
  party_join_request = M.party_join_request,
  party_matchmaker_ticket = M.party_matchmaker_ticket,
  party_data = M.party_data,
  party_presence_event = M.party_presence_event,
  party_update = M.party_update,
}

return M
