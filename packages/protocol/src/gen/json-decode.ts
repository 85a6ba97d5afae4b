// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
import {
  atMostOne,
  fields,
  finish,
  type JsonReader,
  type JsonReaders,
  read,
  readList,
  readMap,
} from '../json/fields.ts'
import {
  asBool,
  asBytes,
  asDouble,
  asInt32,
  asInt64,
  asString,
  asTimestamp,
  noBytes,
} from '../json/scalars.ts'
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

export const realtimeErrorFromJson: JsonReader<RealtimeError> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    code: read(from, 'code', asInt32, 0),
    message: read(from, 'message', asString, ''),
    context: readMap(from, 'context', asString),
  })
}

export const userPresenceFromJson: JsonReader<UserPresence> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    userId: read(from, 'user_id', asString, ''),
    sessionId: read(from, 'session_id', asString, ''),
    username: read(from, 'username', asString, ''),
    persistence: read(from, 'persistence', asBool, false),
    status: read(from, 'status', asString, undefined),
  })
}

export const partyFromJson: JsonReader<Party> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
    open: read(from, 'open', asBool, false),
    hidden: read(from, 'hidden', asBool, false),
    maxSize: read(from, 'max_size', asInt32, 0),
    self: read(from, 'self', userPresenceFromJson, undefined),
    leader: read(from, 'leader', userPresenceFromJson, undefined),
    presences: readList(from, 'presences', userPresenceFromJson),
    label: read(from, 'label', asString, ''),
  })
}

export const partyCreateFromJson: JsonReader<PartyCreate> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    open: read(from, 'open', asBool, false),
    maxSize: read(from, 'max_size', asInt32, 0),
    label: read(from, 'label', asString, ''),
    hidden: read(from, 'hidden', asBool, false),
  })
}

export const partyUpdateFromJson: JsonReader<PartyUpdate> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
    label: read(from, 'label', asString, ''),
    open: read(from, 'open', asBool, false),
    hidden: read(from, 'hidden', asBool, false),
  })
}

export const partyJoinFromJson: JsonReader<PartyJoin> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
  })
}

export const partyLeaveFromJson: JsonReader<PartyLeave> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
  })
}

export const partyPromoteFromJson: JsonReader<PartyPromote> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
    presence: read(from, 'presence', userPresenceFromJson, undefined),
  })
}

export const partyLeaderFromJson: JsonReader<PartyLeader> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
    presence: read(from, 'presence', userPresenceFromJson, undefined),
  })
}

export const partyAcceptFromJson: JsonReader<PartyAccept> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
    presence: read(from, 'presence', userPresenceFromJson, undefined),
  })
}

export const partyRemoveFromJson: JsonReader<PartyRemove> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
    presence: read(from, 'presence', userPresenceFromJson, undefined),
  })
}

export const partyCloseFromJson: JsonReader<PartyClose> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
  })
}

export const partyJoinRequestListFromJson: JsonReader<PartyJoinRequestList> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
  })
}

export const partyJoinRequestFromJson: JsonReader<PartyJoinRequest> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
    presences: readList(from, 'presences', userPresenceFromJson),
  })
}

export const partyMatchmakerAddFromJson: JsonReader<PartyMatchmakerAdd> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
    minCount: read(from, 'min_count', asInt32, 0),
    maxCount: read(from, 'max_count', asInt32, 0),
    query: read(from, 'query', asString, ''),
    stringProperties: readMap(from, 'string_properties', asString),
    numericProperties: readMap(from, 'numeric_properties', asDouble),
    countMultiple: read(from, 'count_multiple', asInt32, undefined),
  })
}

export const partyMatchmakerRemoveFromJson: JsonReader<PartyMatchmakerRemove> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
    ticket: read(from, 'ticket', asString, ''),
  })
}

export const partyMatchmakerTicketFromJson: JsonReader<PartyMatchmakerTicket> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
    ticket: read(from, 'ticket', asString, ''),
  })
}

export const partyDataFromJson: JsonReader<PartyData> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
    presence: read(from, 'presence', userPresenceFromJson, undefined),
    opCode: read(from, 'op_code', asInt64, 0),
    data: read(from, 'data', asBytes, noBytes),
  })
}

export const partyDataSendFromJson: JsonReader<PartyDataSend> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
    opCode: read(from, 'op_code', asInt64, 0),
    data: read(from, 'data', asBytes, noBytes),
  })
}

export const partyPresenceEventFromJson: JsonReader<PartyPresenceEvent> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
    joins: readList(from, 'joins', userPresenceFromJson),
    leaves: readList(from, 'leaves', userPresenceFromJson),
  })
}

export const statusFromJson: JsonReader<Status> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    presences: readList(from, 'presences', userPresenceFromJson),
  })
}

export const statusFollowFromJson: JsonReader<StatusFollow> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    userIds: readList(from, 'user_ids', asString),
    usernames: readList(from, 'usernames', asString),
  })
}

export const statusUnfollowFromJson: JsonReader<StatusUnfollow> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    userIds: readList(from, 'user_ids', asString),
  })
}

export const statusUpdateFromJson: JsonReader<StatusUpdate> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    status: read(from, 'status', asString, undefined),
  })
}

export const statusPresenceEventFromJson: JsonReader<StatusPresenceEvent> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    joins: readList(from, 'joins', userPresenceFromJson),
    leaves: readList(from, 'leaves', userPresenceFromJson),
  })
}

export const matchmakerAddFromJson: JsonReader<MatchmakerAdd> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    minCount: read(from, 'min_count', asInt32, 0),
    maxCount: read(from, 'max_count', asInt32, 0),
    query: read(from, 'query', asString, ''),
    stringProperties: readMap(from, 'string_properties', asString),
    numericProperties: readMap(from, 'numeric_properties', asDouble),
    countMultiple: read(from, 'count_multiple', asInt32, undefined),
  })
}

export const matchmakerTicketFromJson: JsonReader<MatchmakerTicket> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    ticket: read(from, 'ticket', asString, ''),
  })
}

export const matchmakerRemoveFromJson: JsonReader<MatchmakerRemove> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    ticket: read(from, 'ticket', asString, ''),
  })
}

export const matchmakerMatchedFromJson: JsonReader<MatchmakerMatched> = (value, at, name) => {
  const from = fields(value, at, name)
  atMostOne(from, 'match_id', 'token')
  return finish(from, {
    ticket: read(from, 'ticket', asString, ''),
    matchId: read(from, 'match_id', asString, undefined),
    token: read(from, 'token', asString, undefined),
    users: readList(from, 'users', matchmakerUserFromJson),
    self: read(from, 'self', matchmakerUserFromJson, undefined),
  })
}

export const matchmakerUserFromJson: JsonReader<MatchmakerUser> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    presence: read(from, 'presence', userPresenceFromJson, undefined),
    partyId: read(from, 'party_id', asString, ''),
    stringProperties: readMap(from, 'string_properties', asString),
    numericProperties: readMap(from, 'numeric_properties', asDouble),
  })
}

export const notificationsFromJson: JsonReader<Notifications> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    notifications: readList(from, 'notifications', notificationFromJson),
  })
}

export const streamFromJson: JsonReader<Stream> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    mode: read(from, 'mode', asInt32, 0),
    subject: read(from, 'subject', asString, ''),
    subcontext: read(from, 'subcontext', asString, ''),
    label: read(from, 'label', asString, ''),
  })
}

export const streamDataFromJson: JsonReader<StreamData> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    stream: read(from, 'stream', streamFromJson, undefined),
    sender: read(from, 'sender', userPresenceFromJson, undefined),
    data: read(from, 'data', asString, ''),
    reliable: read(from, 'reliable', asBool, false),
  })
}

export const streamPresenceEventFromJson: JsonReader<StreamPresenceEvent> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    stream: read(from, 'stream', streamFromJson, undefined),
    joins: readList(from, 'joins', userPresenceFromJson),
    leaves: readList(from, 'leaves', userPresenceFromJson),
  })
}

export const pingFromJson: JsonReader<Ping> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {})
}

export const pongFromJson: JsonReader<Pong> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {})
}

export const sessionTokensFromJson: JsonReader<SessionTokens> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    created: read(from, 'created', asBool, false),
    token: read(from, 'token', asString, ''),
    refreshToken: read(from, 'refresh_token', asString, ''),
  })
}

export const accountCustomFromJson: JsonReader<AccountCustom> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    id: read(from, 'id', asString, ''),
    vars: readMap(from, 'vars', asString),
  })
}

export const accountDeviceFromJson: JsonReader<AccountDevice> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    id: read(from, 'id', asString, ''),
    vars: readMap(from, 'vars', asString),
  })
}

export const accountEmailFromJson: JsonReader<AccountEmail> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    email: read(from, 'email', asString, ''),
    password: read(from, 'password', asString, ''),
    vars: readMap(from, 'vars', asString),
  })
}

export const authenticateCustomRequestFromJson: JsonReader<AuthenticateCustomRequest> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    account: read(from, 'account', accountCustomFromJson, undefined),
    create: read(from, 'create', asBool, undefined),
    username: read(from, 'username', asString, ''),
  })
}

export const authenticateDeviceRequestFromJson: JsonReader<AuthenticateDeviceRequest> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    account: read(from, 'account', accountDeviceFromJson, undefined),
    create: read(from, 'create', asBool, undefined),
    username: read(from, 'username', asString, ''),
  })
}

export const authenticateEmailRequestFromJson: JsonReader<AuthenticateEmailRequest> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    account: read(from, 'account', accountEmailFromJson, undefined),
    create: read(from, 'create', asBool, undefined),
    username: read(from, 'username', asString, ''),
  })
}

export const sessionRefreshRequestFromJson: JsonReader<SessionRefreshRequest> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    token: read(from, 'token', asString, ''),
    vars: readMap(from, 'vars', asString),
  })
}

export const sessionLogoutRequestFromJson: JsonReader<SessionLogoutRequest> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    token: read(from, 'token', asString, ''),
    refreshToken: read(from, 'refresh_token', asString, ''),
  })
}

export const partyListingFromJson: JsonReader<PartyListing> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    partyId: read(from, 'party_id', asString, ''),
    open: read(from, 'open', asBool, false),
    hidden: read(from, 'hidden', asBool, false),
    maxSize: read(from, 'max_size', asInt32, 0),
    label: read(from, 'label', asString, ''),
  })
}

export const partyListFromJson: JsonReader<PartyList> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    parties: readList(from, 'parties', partyListingFromJson),
    cursor: read(from, 'cursor', asString, ''),
  })
}

export const listPartiesRequestFromJson: JsonReader<ListPartiesRequest> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    limit: read(from, 'limit', asInt32, undefined),
    open: read(from, 'open', asBool, undefined),
    query: read(from, 'query', asString, undefined),
    cursor: read(from, 'cursor', asString, undefined),
  })
}

export const notificationFromJson: JsonReader<Notification> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    id: read(from, 'id', asString, ''),
    subject: read(from, 'subject', asString, ''),
    content: read(from, 'content', asString, ''),
    code: read(from, 'code', asInt32, 0),
    senderId: read(from, 'sender_id', asString, ''),
    createTime: read(from, 'create_time', asTimestamp, undefined),
    persistent: read(from, 'persistent', asBool, false),
  })
}

export const notificationListFromJson: JsonReader<NotificationList> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    notifications: readList(from, 'notifications', notificationFromJson),
    cacheableCursor: read(from, 'cacheable_cursor', asString, ''),
  })
}

export const listNotificationsRequestFromJson: JsonReader<ListNotificationsRequest> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    limit: read(from, 'limit', asInt32, undefined),
    cacheableCursor: read(from, 'cacheable_cursor', asString, ''),
  })
}

export const deleteNotificationsRequestFromJson: JsonReader<DeleteNotificationsRequest> = (
  value,
  at,
  name,
) => {
  const from = fields(value, at, name)
  return finish(from, {
    ids: readList(from, 'ids', asString),
  })
}

export const rpcFromJson: JsonReader<Rpc> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    id: read(from, 'id', asString, ''),
    payload: read(from, 'payload', asString, ''),
    httpKey: read(from, 'http_key', asString, ''),
  })
}

export const matchmakerStatsFromJson: JsonReader<MatchmakerStats> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    ticketCount: read(from, 'ticket_count', asInt32, 0),
    oldestTicketCreateTime: read(from, 'oldest_ticket_create_time', asTimestamp, undefined),
    completions: readList(from, 'completions', matchmakerCompletionStatsFromJson),
  })
}

export const matchmakerCompletionStatsFromJson: JsonReader<MatchmakerCompletionStats> = (value, at, name) => {
  const from = fields(value, at, name)
  return finish(from, {
    createTime: read(from, 'create_time', asTimestamp, undefined),
    completeTime: read(from, 'complete_time', asTimestamp, undefined),
  })
}

/** Kind and reader of every message of an envelope, by name in JSON. */
export const messageFromJson: JsonReaders = {
  error: ['error', realtimeErrorFromJson],
  matchmaker_add: ['matchmakerAdd', matchmakerAddFromJson],
  matchmaker_matched: ['matchmakerMatched', matchmakerMatchedFromJson],
  matchmaker_remove: ['matchmakerRemove', matchmakerRemoveFromJson],
  matchmaker_ticket: ['matchmakerTicket', matchmakerTicketFromJson],
  notifications: ['notifications', notificationsFromJson],
  rpc: ['rpc', rpcFromJson],
  status: ['status', statusFromJson],
  status_follow: ['statusFollow', statusFollowFromJson],
  status_presence_event: ['statusPresenceEvent', statusPresenceEventFromJson],
  status_unfollow: ['statusUnfollow', statusUnfollowFromJson],
  status_update: ['statusUpdate', statusUpdateFromJson],
  stream_data: ['streamData', streamDataFromJson],
  stream_presence_event: ['streamPresenceEvent', streamPresenceEventFromJson],
  ping: ['ping', pingFromJson],
  pong: ['pong', pongFromJson],
  party: ['party', partyFromJson],
  party_create: ['partyCreate', partyCreateFromJson],
  party_join: ['partyJoin', partyJoinFromJson],
  party_leave: ['partyLeave', partyLeaveFromJson],
  party_promote: ['partyPromote', partyPromoteFromJson],
  party_leader: ['partyLeader', partyLeaderFromJson],
  party_accept: ['partyAccept', partyAcceptFromJson],
  party_remove: ['partyRemove', partyRemoveFromJson],
  party_close: ['partyClose', partyCloseFromJson],
  party_join_request_list: ['partyJoinRequestList', partyJoinRequestListFromJson],
  party_join_request: ['partyJoinRequest', partyJoinRequestFromJson],
  party_matchmaker_add: ['partyMatchmakerAdd', partyMatchmakerAddFromJson],
  party_matchmaker_remove: ['partyMatchmakerRemove', partyMatchmakerRemoveFromJson],
  party_matchmaker_ticket: ['partyMatchmakerTicket', partyMatchmakerTicketFromJson],
  party_data: ['partyData', partyDataFromJson],
  party_data_send: ['partyDataSend', partyDataSendFromJson],
  party_presence_event: ['partyPresenceEvent', partyPresenceEventFromJson],
  party_update: ['partyUpdate', partyUpdateFromJson],
}
