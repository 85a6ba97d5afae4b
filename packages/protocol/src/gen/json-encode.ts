// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
import {
  bytesToJson,
  doubleToJson,
  int64ToJson,
  type JsonObject,
  type JsonWriters,
  listToJson,
  mapToJson,
  timestampToJson,
} from '../json/encode.ts'
import type {
  AccountCustom,
  AccountDevice,
  AccountEmail,
  AuthenticateCustomRequest,
  AuthenticateDeviceRequest,
  AuthenticateEmailRequest,
  DeleteNotificationsRequest,
  ListNotificationsRequest,
  ListPartiesRequest,
  MatchmakerAdd,
  MatchmakerCompletionStats,
  MatchmakerMatched,
  MatchmakerRemove,
  MatchmakerStats,
  MatchmakerTicket,
  MatchmakerUser,
  Notification,
  NotificationList,
  Notifications,
  Party,
  PartyAccept,
  PartyClose,
  PartyCreate,
  PartyData,
  PartyDataSend,
  PartyJoin,
  PartyJoinRequest,
  PartyJoinRequestList,
  PartyLeader,
  PartyLeave,
  PartyList,
  PartyListing,
  PartyMatchmakerAdd,
  PartyMatchmakerRemove,
  PartyMatchmakerTicket,
  PartyPresenceEvent,
  PartyPromote,
  PartyRemove,
  PartyUpdate,
  Ping,
  Pong,
  RealtimeError,
  Rpc,
  SessionLogoutRequest,
  SessionRefreshRequest,
  SessionTokens,
  Status,
  StatusFollow,
  StatusPresenceEvent,
  StatusUnfollow,
  StatusUpdate,
  Stream,
  StreamData,
  StreamPresenceEvent,
  UserPresence,
} from './messages.ts'

export const realtimeErrorToJson = (message: RealtimeError): JsonObject => ({
  code: message.code || undefined,
  message: message.message || undefined,
  context: mapToJson(message.context),
})

export const userPresenceToJson = (message: UserPresence): JsonObject => ({
  user_id: message.userId || undefined,
  session_id: message.sessionId || undefined,
  username: message.username || undefined,
  persistence: message.persistence || undefined,
  status: message.status,
})

export const partyToJson = (message: Party): JsonObject => ({
  party_id: message.partyId || undefined,
  open: message.open || undefined,
  hidden: message.hidden || undefined,
  max_size: message.maxSize || undefined,
  self: message.self && userPresenceToJson(message.self),
  leader: message.leader && userPresenceToJson(message.leader),
  presences: listToJson(message.presences, userPresenceToJson),
  label: message.label || undefined,
})

export const partyCreateToJson = (message: PartyCreate): JsonObject => ({
  open: message.open || undefined,
  max_size: message.maxSize || undefined,
  label: message.label || undefined,
  hidden: message.hidden || undefined,
})

export const partyUpdateToJson = (message: PartyUpdate): JsonObject => ({
  party_id: message.partyId || undefined,
  label: message.label || undefined,
  open: message.open || undefined,
  hidden: message.hidden || undefined,
})

export const partyJoinToJson = (message: PartyJoin): JsonObject => ({
  party_id: message.partyId || undefined,
})

export const partyLeaveToJson = (message: PartyLeave): JsonObject => ({
  party_id: message.partyId || undefined,
})

export const partyPromoteToJson = (message: PartyPromote): JsonObject => ({
  party_id: message.partyId || undefined,
  presence: message.presence && userPresenceToJson(message.presence),
})

export const partyLeaderToJson = (message: PartyLeader): JsonObject => ({
  party_id: message.partyId || undefined,
  presence: message.presence && userPresenceToJson(message.presence),
})

export const partyAcceptToJson = (message: PartyAccept): JsonObject => ({
  party_id: message.partyId || undefined,
  presence: message.presence && userPresenceToJson(message.presence),
})

export const partyRemoveToJson = (message: PartyRemove): JsonObject => ({
  party_id: message.partyId || undefined,
  presence: message.presence && userPresenceToJson(message.presence),
})

export const partyCloseToJson = (message: PartyClose): JsonObject => ({
  party_id: message.partyId || undefined,
})

export const partyJoinRequestListToJson = (message: PartyJoinRequestList): JsonObject => ({
  party_id: message.partyId || undefined,
})

export const partyJoinRequestToJson = (message: PartyJoinRequest): JsonObject => ({
  party_id: message.partyId || undefined,
  presences: listToJson(message.presences, userPresenceToJson),
})

export const partyMatchmakerAddToJson = (message: PartyMatchmakerAdd): JsonObject => ({
  party_id: message.partyId || undefined,
  min_count: message.minCount || undefined,
  max_count: message.maxCount || undefined,
  query: message.query || undefined,
  string_properties: mapToJson(message.stringProperties),
  numeric_properties: mapToJson(message.numericProperties, doubleToJson),
  count_multiple: message.countMultiple,
})

export const partyMatchmakerRemoveToJson = (message: PartyMatchmakerRemove): JsonObject => ({
  party_id: message.partyId || undefined,
  ticket: message.ticket || undefined,
})

export const partyMatchmakerTicketToJson = (message: PartyMatchmakerTicket): JsonObject => ({
  party_id: message.partyId || undefined,
  ticket: message.ticket || undefined,
})

export const partyDataToJson = (message: PartyData): JsonObject => ({
  party_id: message.partyId || undefined,
  presence: message.presence && userPresenceToJson(message.presence),
  op_code: int64ToJson(message.opCode),
  data: bytesToJson(message.data),
})

export const partyDataSendToJson = (message: PartyDataSend): JsonObject => ({
  party_id: message.partyId || undefined,
  op_code: int64ToJson(message.opCode),
  data: bytesToJson(message.data),
})

export const partyPresenceEventToJson = (message: PartyPresenceEvent): JsonObject => ({
  party_id: message.partyId || undefined,
  joins: listToJson(message.joins, userPresenceToJson),
  leaves: listToJson(message.leaves, userPresenceToJson),
})

export const statusToJson = (message: Status): JsonObject => ({
  presences: listToJson(message.presences, userPresenceToJson),
})

export const statusFollowToJson = (message: StatusFollow): JsonObject => ({
  user_ids: listToJson(message.userIds),
  usernames: listToJson(message.usernames),
})

export const statusUnfollowToJson = (message: StatusUnfollow): JsonObject => ({
  user_ids: listToJson(message.userIds),
})

export const statusUpdateToJson = (message: StatusUpdate): JsonObject => ({
  status: message.status,
})

export const statusPresenceEventToJson = (message: StatusPresenceEvent): JsonObject => ({
  joins: listToJson(message.joins, userPresenceToJson),
  leaves: listToJson(message.leaves, userPresenceToJson),
})

export const matchmakerAddToJson = (message: MatchmakerAdd): JsonObject => ({
  min_count: message.minCount || undefined,
  max_count: message.maxCount || undefined,
  query: message.query || undefined,
  string_properties: mapToJson(message.stringProperties),
  numeric_properties: mapToJson(message.numericProperties, doubleToJson),
  count_multiple: message.countMultiple,
})

export const matchmakerTicketToJson = (message: MatchmakerTicket): JsonObject => ({
  ticket: message.ticket || undefined,
})

export const matchmakerRemoveToJson = (message: MatchmakerRemove): JsonObject => ({
  ticket: message.ticket || undefined,
})

export const matchmakerMatchedToJson = (message: MatchmakerMatched): JsonObject => ({
  ticket: message.ticket || undefined,
  match_id: message.matchId,
  token: message.token,
  users: listToJson(message.users, matchmakerUserToJson),
  self: message.self && matchmakerUserToJson(message.self),
})

export const matchmakerUserToJson = (message: MatchmakerUser): JsonObject => ({
  presence: message.presence && userPresenceToJson(message.presence),
  party_id: message.partyId || undefined,
  string_properties: mapToJson(message.stringProperties),
  numeric_properties: mapToJson(message.numericProperties, doubleToJson),
})

export const notificationsToJson = (message: Notifications): JsonObject => ({
  notifications: listToJson(message.notifications, notificationToJson),
})

export const streamToJson = (message: Stream): JsonObject => ({
  mode: message.mode || undefined,
  subject: message.subject || undefined,
  subcontext: message.subcontext || undefined,
  label: message.label || undefined,
})

export const streamDataToJson = (message: StreamData): JsonObject => ({
  stream: message.stream && streamToJson(message.stream),
  sender: message.sender && userPresenceToJson(message.sender),
  data: message.data || undefined,
  reliable: message.reliable || undefined,
})

export const streamPresenceEventToJson = (message: StreamPresenceEvent): JsonObject => ({
  stream: message.stream && streamToJson(message.stream),
  joins: listToJson(message.joins, userPresenceToJson),
  leaves: listToJson(message.leaves, userPresenceToJson),
})

export const pingToJson = (_message: Ping): JsonObject => ({})

export const pongToJson = (_message: Pong): JsonObject => ({})

export const sessionTokensToJson = (message: SessionTokens): JsonObject => ({
  created: message.created || undefined,
  token: message.token || undefined,
  refresh_token: message.refreshToken || undefined,
})

export const accountCustomToJson = (message: AccountCustom): JsonObject => ({
  id: message.id || undefined,
  vars: mapToJson(message.vars),
})

export const accountDeviceToJson = (message: AccountDevice): JsonObject => ({
  id: message.id || undefined,
  vars: mapToJson(message.vars),
})

export const accountEmailToJson = (message: AccountEmail): JsonObject => ({
  email: message.email || undefined,
  password: message.password || undefined,
  vars: mapToJson(message.vars),
})

export const authenticateCustomRequestToJson = (message: AuthenticateCustomRequest): JsonObject => ({
  account: message.account && accountCustomToJson(message.account),
  create: message.create,
  username: message.username || undefined,
})

export const authenticateDeviceRequestToJson = (message: AuthenticateDeviceRequest): JsonObject => ({
  account: message.account && accountDeviceToJson(message.account),
  create: message.create,
  username: message.username || undefined,
})

export const authenticateEmailRequestToJson = (message: AuthenticateEmailRequest): JsonObject => ({
  account: message.account && accountEmailToJson(message.account),
  create: message.create,
  username: message.username || undefined,
})

export const sessionRefreshRequestToJson = (message: SessionRefreshRequest): JsonObject => ({
  token: message.token || undefined,
  vars: mapToJson(message.vars),
})

export const sessionLogoutRequestToJson = (message: SessionLogoutRequest): JsonObject => ({
  token: message.token || undefined,
  refresh_token: message.refreshToken || undefined,
})

export const partyListingToJson = (message: PartyListing): JsonObject => ({
  party_id: message.partyId || undefined,
  open: message.open || undefined,
  hidden: message.hidden || undefined,
  max_size: message.maxSize || undefined,
  label: message.label || undefined,
})

export const partyListToJson = (message: PartyList): JsonObject => ({
  parties: listToJson(message.parties, partyListingToJson),
  cursor: message.cursor || undefined,
})

export const listPartiesRequestToJson = (message: ListPartiesRequest): JsonObject => ({
  limit: message.limit,
  open: message.open,
  query: message.query,
  cursor: message.cursor,
})

export const notificationToJson = (message: Notification): JsonObject => ({
  id: message.id || undefined,
  subject: message.subject || undefined,
  content: message.content || undefined,
  code: message.code || undefined,
  sender_id: message.senderId || undefined,
  create_time: timestampToJson(message.createTime),
  persistent: message.persistent || undefined,
})

export const notificationListToJson = (message: NotificationList): JsonObject => ({
  notifications: listToJson(message.notifications, notificationToJson),
  cacheable_cursor: message.cacheableCursor || undefined,
})

export const listNotificationsRequestToJson = (message: ListNotificationsRequest): JsonObject => ({
  limit: message.limit,
  cacheable_cursor: message.cacheableCursor || undefined,
})

export const deleteNotificationsRequestToJson = (message: DeleteNotificationsRequest): JsonObject => ({
  ids: listToJson(message.ids),
})

export const rpcToJson = (message: Rpc): JsonObject => ({
  id: message.id || undefined,
  payload: message.payload || undefined,
  http_key: message.httpKey || undefined,
})

export const matchmakerStatsToJson = (message: MatchmakerStats): JsonObject => ({
  ticket_count: message.ticketCount || undefined,
  oldest_ticket_create_time: timestampToJson(message.oldestTicketCreateTime),
  completions: listToJson(message.completions, matchmakerCompletionStatsToJson),
})

export const matchmakerCompletionStatsToJson = (message: MatchmakerCompletionStats): JsonObject => ({
  create_time: timestampToJson(message.createTime),
  complete_time: timestampToJson(message.completeTime),
})

/** Name in JSON and writer of every message of an envelope. */
export const messageToJson: JsonWriters = {
  error: ['error', realtimeErrorToJson],
  matchmakerAdd: ['matchmaker_add', matchmakerAddToJson],
  matchmakerMatched: ['matchmaker_matched', matchmakerMatchedToJson],
  matchmakerRemove: ['matchmaker_remove', matchmakerRemoveToJson],
  matchmakerTicket: ['matchmaker_ticket', matchmakerTicketToJson],
  notifications: ['notifications', notificationsToJson],
  rpc: ['rpc', rpcToJson],
  status: ['status', statusToJson],
  statusFollow: ['status_follow', statusFollowToJson],
  statusPresenceEvent: ['status_presence_event', statusPresenceEventToJson],
  statusUnfollow: ['status_unfollow', statusUnfollowToJson],
  statusUpdate: ['status_update', statusUpdateToJson],
  streamData: ['stream_data', streamDataToJson],
  streamPresenceEvent: ['stream_presence_event', streamPresenceEventToJson],
  ping: ['ping', pingToJson],
  pong: ['pong', pongToJson],
  party: ['party', partyToJson],
  partyCreate: ['party_create', partyCreateToJson],
  partyJoin: ['party_join', partyJoinToJson],
  partyLeave: ['party_leave', partyLeaveToJson],
  partyPromote: ['party_promote', partyPromoteToJson],
  partyLeader: ['party_leader', partyLeaderToJson],
  partyAccept: ['party_accept', partyAcceptToJson],
  partyRemove: ['party_remove', partyRemoveToJson],
  partyClose: ['party_close', partyCloseToJson],
  partyJoinRequestList: ['party_join_request_list', partyJoinRequestListToJson],
  partyJoinRequest: ['party_join_request', partyJoinRequestToJson],
  partyMatchmakerAdd: ['party_matchmaker_add', partyMatchmakerAddToJson],
  partyMatchmakerRemove: ['party_matchmaker_remove', partyMatchmakerRemoveToJson],
  partyMatchmakerTicket: ['party_matchmaker_ticket', partyMatchmakerTicketToJson],
  partyData: ['party_data', partyDataToJson],
  partyDataSend: ['party_data_send', partyDataSendToJson],
  partyPresenceEvent: ['party_presence_event', partyPresenceEventToJson],
  partyUpdate: ['party_update', partyUpdateToJson],
}
