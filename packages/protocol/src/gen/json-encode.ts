// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
import {
  boolToJson,
  bytesToJson,
  comma,
  doubleToJson,
  hasEntries,
  int32ToJson,
  int64ToJson,
  type JsonWriters,
  keptJson,
  listToJson,
  mapToJson,
  stringToJson,
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

export const realtimeErrorToJson = (message: RealtimeError): string => {
  let json = '{'
  if (message.code) json += `"code":${int32ToJson(message.code)}`
  if (message.message) json += `${comma(json)}"message":${stringToJson(message.message)}`
  if (hasEntries(message.context))
    json += `${comma(json)}"context":${mapToJson(message.context, stringToJson)}`
  return `${json}}`
}

export const userPresenceToJson = (message: UserPresence): string => {
  const kept = keptJson(message)
  if (kept !== undefined) return kept
  let json = '{'
  if (message.userId) json += `"user_id":${stringToJson(message.userId)}`
  if (message.sessionId) json += `${comma(json)}"session_id":${stringToJson(message.sessionId)}`
  if (message.username) json += `${comma(json)}"username":${stringToJson(message.username)}`
  if (message.persistence) json += `${comma(json)}"persistence":true`
  if (message.status !== undefined) json += `${comma(json)}"status":${stringToJson(message.status)}`
  return `${json}}`
}

export const partyToJson = (message: Party): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  if (message.open) json += `${comma(json)}"open":true`
  if (message.hidden) json += `${comma(json)}"hidden":true`
  if (message.maxSize) json += `${comma(json)}"max_size":${int32ToJson(message.maxSize)}`
  if (message.self) json += `${comma(json)}"self":${userPresenceToJson(message.self)}`
  if (message.leader) json += `${comma(json)}"leader":${userPresenceToJson(message.leader)}`
  if (message.presences.length > 0)
    json += `${comma(json)}"presences":${listToJson(message.presences, userPresenceToJson)}`
  if (message.label) json += `${comma(json)}"label":${stringToJson(message.label)}`
  return `${json}}`
}

export const partyCreateToJson = (message: PartyCreate): string => {
  let json = '{'
  if (message.open) json += `"open":true`
  if (message.maxSize) json += `${comma(json)}"max_size":${int32ToJson(message.maxSize)}`
  if (message.label) json += `${comma(json)}"label":${stringToJson(message.label)}`
  if (message.hidden) json += `${comma(json)}"hidden":true`
  return `${json}}`
}

export const partyUpdateToJson = (message: PartyUpdate): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  if (message.label) json += `${comma(json)}"label":${stringToJson(message.label)}`
  if (message.open) json += `${comma(json)}"open":true`
  if (message.hidden) json += `${comma(json)}"hidden":true`
  return `${json}}`
}

export const partyJoinToJson = (message: PartyJoin): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  return `${json}}`
}

export const partyLeaveToJson = (message: PartyLeave): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  return `${json}}`
}

export const partyPromoteToJson = (message: PartyPromote): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  if (message.presence) json += `${comma(json)}"presence":${userPresenceToJson(message.presence)}`
  return `${json}}`
}

export const partyLeaderToJson = (message: PartyLeader): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  if (message.presence) json += `${comma(json)}"presence":${userPresenceToJson(message.presence)}`
  return `${json}}`
}

export const partyAcceptToJson = (message: PartyAccept): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  if (message.presence) json += `${comma(json)}"presence":${userPresenceToJson(message.presence)}`
  return `${json}}`
}

export const partyRemoveToJson = (message: PartyRemove): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  if (message.presence) json += `${comma(json)}"presence":${userPresenceToJson(message.presence)}`
  return `${json}}`
}

export const partyCloseToJson = (message: PartyClose): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  return `${json}}`
}

export const partyJoinRequestListToJson = (message: PartyJoinRequestList): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  return `${json}}`
}

export const partyJoinRequestToJson = (message: PartyJoinRequest): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  if (message.presences.length > 0)
    json += `${comma(json)}"presences":${listToJson(message.presences, userPresenceToJson)}`
  return `${json}}`
}

export const partyMatchmakerAddToJson = (message: PartyMatchmakerAdd): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  if (message.minCount) json += `${comma(json)}"min_count":${int32ToJson(message.minCount)}`
  if (message.maxCount) json += `${comma(json)}"max_count":${int32ToJson(message.maxCount)}`
  if (message.query) json += `${comma(json)}"query":${stringToJson(message.query)}`
  if (hasEntries(message.stringProperties))
    json += `${comma(json)}"string_properties":${mapToJson(message.stringProperties, stringToJson)}`
  if (hasEntries(message.numericProperties))
    json += `${comma(json)}"numeric_properties":${mapToJson(message.numericProperties, doubleToJson)}`
  if (message.countMultiple !== undefined)
    json += `${comma(json)}"count_multiple":${int32ToJson(message.countMultiple)}`
  return `${json}}`
}

export const partyMatchmakerRemoveToJson = (message: PartyMatchmakerRemove): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  if (message.ticket) json += `${comma(json)}"ticket":${stringToJson(message.ticket)}`
  return `${json}}`
}

export const partyMatchmakerTicketToJson = (message: PartyMatchmakerTicket): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  if (message.ticket) json += `${comma(json)}"ticket":${stringToJson(message.ticket)}`
  return `${json}}`
}

export const partyDataToJson = (message: PartyData): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  if (message.presence) json += `${comma(json)}"presence":${userPresenceToJson(message.presence)}`
  if (message.opCode) json += `${comma(json)}"op_code":${int64ToJson(message.opCode)}`
  if (message.data.length > 0) json += `${comma(json)}"data":${bytesToJson(message.data)}`
  return `${json}}`
}

export const partyDataSendToJson = (message: PartyDataSend): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  if (message.opCode) json += `${comma(json)}"op_code":${int64ToJson(message.opCode)}`
  if (message.data.length > 0) json += `${comma(json)}"data":${bytesToJson(message.data)}`
  return `${json}}`
}

export const partyPresenceEventToJson = (message: PartyPresenceEvent): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  if (message.joins.length > 0)
    json += `${comma(json)}"joins":${listToJson(message.joins, userPresenceToJson)}`
  if (message.leaves.length > 0)
    json += `${comma(json)}"leaves":${listToJson(message.leaves, userPresenceToJson)}`
  return `${json}}`
}

export const statusToJson = (message: Status): string => {
  let json = '{'
  if (message.presences.length > 0) json += `"presences":${listToJson(message.presences, userPresenceToJson)}`
  return `${json}}`
}

export const statusFollowToJson = (message: StatusFollow): string => {
  let json = '{'
  if (message.userIds.length > 0) json += `"user_ids":${listToJson(message.userIds, stringToJson)}`
  if (message.usernames.length > 0)
    json += `${comma(json)}"usernames":${listToJson(message.usernames, stringToJson)}`
  return `${json}}`
}

export const statusUnfollowToJson = (message: StatusUnfollow): string => {
  let json = '{'
  if (message.userIds.length > 0) json += `"user_ids":${listToJson(message.userIds, stringToJson)}`
  return `${json}}`
}

export const statusUpdateToJson = (message: StatusUpdate): string => {
  let json = '{'
  if (message.status !== undefined) json += `"status":${stringToJson(message.status)}`
  return `${json}}`
}

export const statusPresenceEventToJson = (message: StatusPresenceEvent): string => {
  let json = '{'
  if (message.joins.length > 0) json += `"joins":${listToJson(message.joins, userPresenceToJson)}`
  if (message.leaves.length > 0)
    json += `${comma(json)}"leaves":${listToJson(message.leaves, userPresenceToJson)}`
  return `${json}}`
}

export const matchmakerAddToJson = (message: MatchmakerAdd): string => {
  let json = '{'
  if (message.minCount) json += `"min_count":${int32ToJson(message.minCount)}`
  if (message.maxCount) json += `${comma(json)}"max_count":${int32ToJson(message.maxCount)}`
  if (message.query) json += `${comma(json)}"query":${stringToJson(message.query)}`
  if (hasEntries(message.stringProperties))
    json += `${comma(json)}"string_properties":${mapToJson(message.stringProperties, stringToJson)}`
  if (hasEntries(message.numericProperties))
    json += `${comma(json)}"numeric_properties":${mapToJson(message.numericProperties, doubleToJson)}`
  if (message.countMultiple !== undefined)
    json += `${comma(json)}"count_multiple":${int32ToJson(message.countMultiple)}`
  return `${json}}`
}

export const matchmakerTicketToJson = (message: MatchmakerTicket): string => {
  let json = '{'
  if (message.ticket) json += `"ticket":${stringToJson(message.ticket)}`
  return `${json}}`
}

export const matchmakerRemoveToJson = (message: MatchmakerRemove): string => {
  let json = '{'
  if (message.ticket) json += `"ticket":${stringToJson(message.ticket)}`
  return `${json}}`
}

export const matchmakerMatchedToJson = (message: MatchmakerMatched): string => {
  let json = '{'
  if (message.ticket) json += `"ticket":${stringToJson(message.ticket)}`
  if (message.matchId !== undefined) json += `${comma(json)}"match_id":${stringToJson(message.matchId)}`
  if (message.token !== undefined) json += `${comma(json)}"token":${stringToJson(message.token)}`
  if (message.users.length > 0)
    json += `${comma(json)}"users":${listToJson(message.users, matchmakerUserToJson)}`
  if (message.self) json += `${comma(json)}"self":${matchmakerUserToJson(message.self)}`
  return `${json}}`
}

export const matchmakerUserToJson = (message: MatchmakerUser): string => {
  let json = '{'
  if (message.presence) json += `"presence":${userPresenceToJson(message.presence)}`
  if (message.partyId) json += `${comma(json)}"party_id":${stringToJson(message.partyId)}`
  if (hasEntries(message.stringProperties))
    json += `${comma(json)}"string_properties":${mapToJson(message.stringProperties, stringToJson)}`
  if (hasEntries(message.numericProperties))
    json += `${comma(json)}"numeric_properties":${mapToJson(message.numericProperties, doubleToJson)}`
  return `${json}}`
}

export const notificationsToJson = (message: Notifications): string => {
  let json = '{'
  if (message.notifications.length > 0)
    json += `"notifications":${listToJson(message.notifications, notificationToJson)}`
  return `${json}}`
}

export const streamToJson = (message: Stream): string => {
  let json = '{'
  if (message.mode) json += `"mode":${int32ToJson(message.mode)}`
  if (message.subject) json += `${comma(json)}"subject":${stringToJson(message.subject)}`
  if (message.subcontext) json += `${comma(json)}"subcontext":${stringToJson(message.subcontext)}`
  if (message.label) json += `${comma(json)}"label":${stringToJson(message.label)}`
  return `${json}}`
}

export const streamDataToJson = (message: StreamData): string => {
  let json = '{'
  if (message.stream) json += `"stream":${streamToJson(message.stream)}`
  if (message.sender) json += `${comma(json)}"sender":${userPresenceToJson(message.sender)}`
  if (message.data) json += `${comma(json)}"data":${stringToJson(message.data)}`
  if (message.reliable) json += `${comma(json)}"reliable":true`
  return `${json}}`
}

export const streamPresenceEventToJson = (message: StreamPresenceEvent): string => {
  let json = '{'
  if (message.stream) json += `"stream":${streamToJson(message.stream)}`
  if (message.joins.length > 0)
    json += `${comma(json)}"joins":${listToJson(message.joins, userPresenceToJson)}`
  if (message.leaves.length > 0)
    json += `${comma(json)}"leaves":${listToJson(message.leaves, userPresenceToJson)}`
  return `${json}}`
}

export const pingToJson = (_message: Ping): string => '{}'

export const pongToJson = (_message: Pong): string => '{}'

export const sessionTokensToJson = (message: SessionTokens): string => {
  let json = '{'
  if (message.created) json += `"created":true`
  if (message.token) json += `${comma(json)}"token":${stringToJson(message.token)}`
  if (message.refreshToken) json += `${comma(json)}"refresh_token":${stringToJson(message.refreshToken)}`
  return `${json}}`
}

export const accountCustomToJson = (message: AccountCustom): string => {
  let json = '{'
  if (message.id) json += `"id":${stringToJson(message.id)}`
  if (hasEntries(message.vars)) json += `${comma(json)}"vars":${mapToJson(message.vars, stringToJson)}`
  return `${json}}`
}

export const accountDeviceToJson = (message: AccountDevice): string => {
  let json = '{'
  if (message.id) json += `"id":${stringToJson(message.id)}`
  if (hasEntries(message.vars)) json += `${comma(json)}"vars":${mapToJson(message.vars, stringToJson)}`
  return `${json}}`
}

export const accountEmailToJson = (message: AccountEmail): string => {
  let json = '{'
  if (message.email) json += `"email":${stringToJson(message.email)}`
  if (message.password) json += `${comma(json)}"password":${stringToJson(message.password)}`
  if (hasEntries(message.vars)) json += `${comma(json)}"vars":${mapToJson(message.vars, stringToJson)}`
  return `${json}}`
}

export const authenticateCustomRequestToJson = (message: AuthenticateCustomRequest): string => {
  let json = '{'
  if (message.account) json += `"account":${accountCustomToJson(message.account)}`
  if (message.create !== undefined) json += `${comma(json)}"create":${boolToJson(message.create)}`
  if (message.username) json += `${comma(json)}"username":${stringToJson(message.username)}`
  return `${json}}`
}

export const authenticateDeviceRequestToJson = (message: AuthenticateDeviceRequest): string => {
  let json = '{'
  if (message.account) json += `"account":${accountDeviceToJson(message.account)}`
  if (message.create !== undefined) json += `${comma(json)}"create":${boolToJson(message.create)}`
  if (message.username) json += `${comma(json)}"username":${stringToJson(message.username)}`
  return `${json}}`
}

export const authenticateEmailRequestToJson = (message: AuthenticateEmailRequest): string => {
  let json = '{'
  if (message.account) json += `"account":${accountEmailToJson(message.account)}`
  if (message.create !== undefined) json += `${comma(json)}"create":${boolToJson(message.create)}`
  if (message.username) json += `${comma(json)}"username":${stringToJson(message.username)}`
  return `${json}}`
}

export const sessionRefreshRequestToJson = (message: SessionRefreshRequest): string => {
  let json = '{'
  if (message.token) json += `"token":${stringToJson(message.token)}`
  if (hasEntries(message.vars)) json += `${comma(json)}"vars":${mapToJson(message.vars, stringToJson)}`
  return `${json}}`
}

export const sessionLogoutRequestToJson = (message: SessionLogoutRequest): string => {
  let json = '{'
  if (message.token) json += `"token":${stringToJson(message.token)}`
  if (message.refreshToken) json += `${comma(json)}"refresh_token":${stringToJson(message.refreshToken)}`
  return `${json}}`
}

export const partyListingToJson = (message: PartyListing): string => {
  let json = '{'
  if (message.partyId) json += `"party_id":${stringToJson(message.partyId)}`
  if (message.open) json += `${comma(json)}"open":true`
  if (message.hidden) json += `${comma(json)}"hidden":true`
  if (message.maxSize) json += `${comma(json)}"max_size":${int32ToJson(message.maxSize)}`
  if (message.label) json += `${comma(json)}"label":${stringToJson(message.label)}`
  return `${json}}`
}

export const partyListToJson = (message: PartyList): string => {
  let json = '{'
  if (message.parties.length > 0) json += `"parties":${listToJson(message.parties, partyListingToJson)}`
  if (message.cursor) json += `${comma(json)}"cursor":${stringToJson(message.cursor)}`
  return `${json}}`
}

export const listPartiesRequestToJson = (message: ListPartiesRequest): string => {
  let json = '{'
  if (message.limit !== undefined) json += `"limit":${int32ToJson(message.limit)}`
  if (message.open !== undefined) json += `${comma(json)}"open":${boolToJson(message.open)}`
  if (message.query !== undefined) json += `${comma(json)}"query":${stringToJson(message.query)}`
  if (message.cursor !== undefined) json += `${comma(json)}"cursor":${stringToJson(message.cursor)}`
  return `${json}}`
}

export const notificationToJson = (message: Notification): string => {
  let json = '{'
  if (message.id) json += `"id":${stringToJson(message.id)}`
  if (message.subject) json += `${comma(json)}"subject":${stringToJson(message.subject)}`
  if (message.content) json += `${comma(json)}"content":${stringToJson(message.content)}`
  if (message.code) json += `${comma(json)}"code":${int32ToJson(message.code)}`
  if (message.senderId) json += `${comma(json)}"sender_id":${stringToJson(message.senderId)}`
  if (message.createTime) json += `${comma(json)}"create_time":${timestampToJson(message.createTime)}`
  if (message.persistent) json += `${comma(json)}"persistent":true`
  return `${json}}`
}

export const notificationListToJson = (message: NotificationList): string => {
  let json = '{'
  if (message.notifications.length > 0)
    json += `"notifications":${listToJson(message.notifications, notificationToJson)}`
  if (message.cacheableCursor)
    json += `${comma(json)}"cacheable_cursor":${stringToJson(message.cacheableCursor)}`
  return `${json}}`
}

export const listNotificationsRequestToJson = (message: ListNotificationsRequest): string => {
  let json = '{'
  if (message.limit !== undefined) json += `"limit":${int32ToJson(message.limit)}`
  if (message.cacheableCursor)
    json += `${comma(json)}"cacheable_cursor":${stringToJson(message.cacheableCursor)}`
  return `${json}}`
}

export const deleteNotificationsRequestToJson = (message: DeleteNotificationsRequest): string => {
  let json = '{'
  if (message.ids.length > 0) json += `"ids":${listToJson(message.ids, stringToJson)}`
  return `${json}}`
}

export const rpcToJson = (message: Rpc): string => {
  let json = '{'
  if (message.id) json += `"id":${stringToJson(message.id)}`
  if (message.payload) json += `${comma(json)}"payload":${stringToJson(message.payload)}`
  if (message.httpKey) json += `${comma(json)}"http_key":${stringToJson(message.httpKey)}`
  return `${json}}`
}

export const matchmakerStatsToJson = (message: MatchmakerStats): string => {
  let json = '{'
  if (message.ticketCount) json += `"ticket_count":${int32ToJson(message.ticketCount)}`
  if (message.oldestTicketCreateTime)
    json += `${comma(json)}"oldest_ticket_create_time":${timestampToJson(message.oldestTicketCreateTime)}`
  if (message.completions.length > 0)
    json += `${comma(json)}"completions":${listToJson(message.completions, matchmakerCompletionStatsToJson)}`
  return `${json}}`
}

export const matchmakerCompletionStatsToJson = (message: MatchmakerCompletionStats): string => {
  let json = '{'
  if (message.createTime) json += `"create_time":${timestampToJson(message.createTime)}`
  if (message.completeTime) json += `${comma(json)}"complete_time":${timestampToJson(message.completeTime)}`
  return `${json}}`
}

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
