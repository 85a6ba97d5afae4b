// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
import {
  bool,
  bytes,
  double,
  fields,
  int32,
  int64,
  list,
  map,
  optionalText,
  optionalTime,
  type Reader,
  type Readers,
  text,
} from '../client/kinds.ts'
import type {
  MatchmakerCompletionStats,
  MatchmakerMatched,
  MatchmakerStats,
  MatchmakerTicket,
  MatchmakerUser,
  Notification,
  NotificationList,
  Notifications,
  Party,
  PartyClose,
  PartyData,
  PartyJoinRequest,
  PartyLeader,
  PartyList,
  PartyListing,
  PartyMatchmakerTicket,
  PartyPresenceEvent,
  PartyUpdate,
  Pong,
  RealtimeError,
  Rpc,
  SessionTokens,
  Status,
  StatusPresenceEvent,
  Stream,
  StreamData,
  StreamPresenceEvent,
  UserPresence,
} from './messages.ts'

export const realtimeErrorReader: Reader<RealtimeError> = (value) => {
  const from = fields(value)
  return {
    code: int32(from['code']),
    message: text(from['message']),
    context: map(from['context'], text),
  }
}

export const userPresenceReader: Reader<UserPresence> = (value) => {
  const from = fields(value)
  return {
    userId: text(from['user_id']),
    sessionId: text(from['session_id']),
    username: text(from['username']),
    persistence: bool(from['persistence']),
    status: optionalText(from['status']),
  }
}

export const partyReader: Reader<Party> = (value) => {
  const from = fields(value)
  return {
    partyId: text(from['party_id']),
    open: bool(from['open']),
    hidden: bool(from['hidden']),
    maxSize: int32(from['max_size']),
    self: userPresenceReader(from['self']),
    leader: userPresenceReader(from['leader']),
    presences: list(from['presences'], userPresenceReader),
    label: text(from['label']),
  }
}

export const partyUpdateReader: Reader<PartyUpdate> = (value) => {
  const from = fields(value)
  return {
    partyId: text(from['party_id']),
    label: text(from['label']),
    open: bool(from['open']),
    hidden: bool(from['hidden']),
  }
}

export const partyLeaderReader: Reader<PartyLeader> = (value) => {
  const from = fields(value)
  return {
    partyId: text(from['party_id']),
    presence: userPresenceReader(from['presence']),
  }
}

export const partyCloseReader: Reader<PartyClose> = (value) => {
  const from = fields(value)
  return {
    partyId: text(from['party_id']),
  }
}

export const partyJoinRequestReader: Reader<PartyJoinRequest> = (value) => {
  const from = fields(value)
  return {
    partyId: text(from['party_id']),
    presences: list(from['presences'], userPresenceReader),
  }
}

export const partyMatchmakerTicketReader: Reader<PartyMatchmakerTicket> = (value) => {
  const from = fields(value)
  return {
    partyId: text(from['party_id']),
    ticket: text(from['ticket']),
  }
}

export const partyDataReader: Reader<PartyData> = (value) => {
  const from = fields(value)
  return {
    partyId: text(from['party_id']),
    presence: userPresenceReader(from['presence']),
    opCode: int64(from['op_code']),
    data: bytes(from['data']),
  }
}

export const partyPresenceEventReader: Reader<PartyPresenceEvent> = (value) => {
  const from = fields(value)
  return {
    partyId: text(from['party_id']),
    joins: list(from['joins'], userPresenceReader),
    leaves: list(from['leaves'], userPresenceReader),
  }
}

export const statusReader: Reader<Status> = (value) => {
  const from = fields(value)
  return {
    presences: list(from['presences'], userPresenceReader),
  }
}

export const statusPresenceEventReader: Reader<StatusPresenceEvent> = (value) => {
  const from = fields(value)
  return {
    joins: list(from['joins'], userPresenceReader),
    leaves: list(from['leaves'], userPresenceReader),
  }
}

export const matchmakerTicketReader: Reader<MatchmakerTicket> = (value) => {
  const from = fields(value)
  return {
    ticket: text(from['ticket']),
  }
}

export const matchmakerMatchedReader: Reader<MatchmakerMatched> = (value) => {
  const from = fields(value)
  return {
    ticket: text(from['ticket']),
    matchId: optionalText(from['match_id']),
    token: optionalText(from['token']),
    users: list(from['users'], matchmakerUserReader),
    self: matchmakerUserReader(from['self']),
  }
}

export const matchmakerUserReader: Reader<MatchmakerUser> = (value) => {
  const from = fields(value)
  return {
    presence: userPresenceReader(from['presence']),
    partyId: text(from['party_id']),
    stringProperties: map(from['string_properties'], text),
    numericProperties: map(from['numeric_properties'], double),
  }
}

export const notificationsReader: Reader<Notifications> = (value) => {
  const from = fields(value)
  return {
    notifications: list(from['notifications'], notificationReader),
  }
}

export const streamReader: Reader<Stream> = (value) => {
  const from = fields(value)
  return {
    mode: int32(from['mode']),
    subject: text(from['subject']),
    subcontext: text(from['subcontext']),
    label: text(from['label']),
  }
}

export const streamDataReader: Reader<StreamData> = (value) => {
  const from = fields(value)
  return {
    stream: streamReader(from['stream']),
    sender: userPresenceReader(from['sender']),
    data: text(from['data']),
    reliable: bool(from['reliable']),
  }
}

export const streamPresenceEventReader: Reader<StreamPresenceEvent> = (value) => {
  const from = fields(value)
  return {
    stream: streamReader(from['stream']),
    joins: list(from['joins'], userPresenceReader),
    leaves: list(from['leaves'], userPresenceReader),
  }
}

export const pongReader: Reader<Pong> = () => ({})

export const sessionTokensReader: Reader<SessionTokens> = (value) => {
  const from = fields(value)
  return {
    created: bool(from['created']),
    token: text(from['token']),
    refreshToken: text(from['refresh_token']),
  }
}

export const partyListingReader: Reader<PartyListing> = (value) => {
  const from = fields(value)
  return {
    partyId: text(from['party_id']),
    open: bool(from['open']),
    hidden: bool(from['hidden']),
    maxSize: int32(from['max_size']),
    label: text(from['label']),
  }
}

export const partyListReader: Reader<PartyList> = (value) => {
  const from = fields(value)
  return {
    parties: list(from['parties'], partyListingReader),
    cursor: text(from['cursor']),
  }
}

export const notificationReader: Reader<Notification> = (value) => {
  const from = fields(value)
  return {
    id: text(from['id']),
    subject: text(from['subject']),
    content: text(from['content']),
    code: int32(from['code']),
    senderId: text(from['sender_id']),
    createTime: optionalTime(from['create_time']),
    persistent: bool(from['persistent']),
  }
}

export const notificationListReader: Reader<NotificationList> = (value) => {
  const from = fields(value)
  return {
    notifications: list(from['notifications'], notificationReader),
    cacheableCursor: text(from['cacheable_cursor']),
  }
}

export const rpcReader: Reader<Rpc> = (value) => {
  const from = fields(value)
  return {
    id: text(from['id']),
    payload: text(from['payload']),
    httpKey: text(from['http_key']),
  }
}

export const matchmakerStatsReader: Reader<MatchmakerStats> = (value) => {
  const from = fields(value)
  return {
    ticketCount: int32(from['ticket_count']),
    oldestTicketCreateTime: optionalTime(from['oldest_ticket_create_time']),
    completions: list(from['completions'], matchmakerCompletionStatsReader),
  }
}

export const matchmakerCompletionStatsReader: Reader<MatchmakerCompletionStats> = (value) => {
  const from = fields(value)
  return {
    createTime: optionalTime(from['create_time']),
    completeTime: optionalTime(from['complete_time']),
  }
}

/** Readers of what a server sends. */
export const replyReaders: Readers = {
  error: realtimeErrorReader,
  matchmakerMatched: matchmakerMatchedReader,
  matchmakerTicket: matchmakerTicketReader,
  notifications: notificationsReader,
  rpc: rpcReader,
  status: statusReader,
  statusPresenceEvent: statusPresenceEventReader,
  streamData: streamDataReader,
  streamPresenceEvent: streamPresenceEventReader,
  pong: pongReader,
  party: partyReader,
  partyLeader: partyLeaderReader,
  partyClose: partyCloseReader,
  partyJoinRequest: partyJoinRequestReader,
  partyMatchmakerTicket: partyMatchmakerTicketReader,
  partyData: partyDataReader,
  partyPresenceEvent: partyPresenceEventReader,
  partyUpdate: partyUpdateReader,
}

/** Fields of requests, as JSON names them, that are maps: the names in them are not the contract's. */
export const mapFields: readonly string[] = ['string_properties', 'numeric_properties', 'vars']

/** Fields of requests, as JSON names them, that say something by being there, even when empty. */
export const wrapperFields: readonly string[] = ['status', 'count_multiple']
