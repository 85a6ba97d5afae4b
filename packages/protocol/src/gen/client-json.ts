// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
import {
  bool,
  bytes,
  double,
  int32,
  int64,
  list,
  map,
  message,
  object,
  optionalText,
  optionalTime,
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

export const userPresenceReader = (value: unknown): UserPresence => {
  const from = object(value)
  return {
    userId: text(from['user_id']),
    sessionId: text(from['session_id']),
    username: text(from['username']),
    persistence: bool(from['persistence']),
    status: optionalText(from['status']),
  }
}

export const matchmakerUserReader = /* @__PURE__ */ message<MatchmakerUser>({
  presence: userPresenceReader,
  partyId: text,
  stringProperties: /* @__PURE__ */ map(text),
  numericProperties: /* @__PURE__ */ map(double),
})

export const notificationReader = /* @__PURE__ */ message<Notification>({
  id: text,
  subject: text,
  content: text,
  code: int32,
  senderId: text,
  createTime: optionalTime,
  persistent: bool,
})

export const streamReader = /* @__PURE__ */ message<Stream>({
  mode: int32,
  subject: text,
  subcontext: text,
  label: text,
})

export const sessionTokensReader = /* @__PURE__ */ message<SessionTokens>({
  created: bool,
  token: text,
  refreshToken: text,
})

export const partyListingReader = /* @__PURE__ */ message<PartyListing>({
  partyId: text,
  open: bool,
  hidden: bool,
  maxSize: int32,
  label: text,
})

export const partyListReader = /* @__PURE__ */ message<PartyList>({
  parties: /* @__PURE__ */ list(partyListingReader),
  cursor: text,
})

export const notificationListReader = /* @__PURE__ */ message<NotificationList>({
  notifications: /* @__PURE__ */ list(notificationReader),
  cacheableCursor: text,
})

export const rpcReader = /* @__PURE__ */ message<Rpc>({
  id: text,
  payload: text,
  httpKey: text,
})

export const matchmakerCompletionStatsReader = /* @__PURE__ */ message<MatchmakerCompletionStats>({
  createTime: optionalTime,
  completeTime: optionalTime,
})

export const matchmakerStatsReader = /* @__PURE__ */ message<MatchmakerStats>({
  ticketCount: int32,
  oldestTicketCreateTime: optionalTime,
  completions: /* @__PURE__ */ list(matchmakerCompletionStatsReader),
})

/** Readers of what a server sends. */
export const replyReaders: Readers = {
  error: /* @__PURE__ */ message<RealtimeError>({
    code: int32,
    message: text,
    context: /* @__PURE__ */ map(text),
  }),
  matchmakerMatched: /* @__PURE__ */ message<MatchmakerMatched>({
    ticket: text,
    matchId: optionalText,
    token: optionalText,
    users: /* @__PURE__ */ list(matchmakerUserReader),
    self: matchmakerUserReader,
  }),
  matchmakerTicket: /* @__PURE__ */ message<MatchmakerTicket>({
    ticket: text,
  }),
  notifications: /* @__PURE__ */ message<Notifications>({
    notifications: /* @__PURE__ */ list(notificationReader),
  }),
  rpc: rpcReader,
  status: /* @__PURE__ */ message<Status>({
    presences: /* @__PURE__ */ list(userPresenceReader),
  }),
  statusPresenceEvent: /* @__PURE__ */ message<StatusPresenceEvent>({
    joins: /* @__PURE__ */ list(userPresenceReader),
    leaves: /* @__PURE__ */ list(userPresenceReader),
  }),
  streamData: /* @__PURE__ */ message<StreamData>({
    stream: streamReader,
    sender: userPresenceReader,
    data: text,
    reliable: bool,
  }),
  streamPresenceEvent: /* @__PURE__ */ message<StreamPresenceEvent>({
    stream: streamReader,
    joins: /* @__PURE__ */ list(userPresenceReader),
    leaves: /* @__PURE__ */ list(userPresenceReader),
  }),
  pong: /* @__PURE__ */ message<Pong>({}),
  party: /* @__PURE__ */ message<Party>({
    partyId: text,
    open: bool,
    hidden: bool,
    maxSize: int32,
    self: userPresenceReader,
    leader: userPresenceReader,
    presences: /* @__PURE__ */ list(userPresenceReader),
    label: text,
  }),
  partyLeader: /* @__PURE__ */ message<PartyLeader>({
    partyId: text,
    presence: userPresenceReader,
  }),
  partyClose: /* @__PURE__ */ message<PartyClose>({
    partyId: text,
  }),
  partyJoinRequest: /* @__PURE__ */ message<PartyJoinRequest>({
    partyId: text,
    presences: /* @__PURE__ */ list(userPresenceReader),
  }),
  partyMatchmakerTicket: /* @__PURE__ */ message<PartyMatchmakerTicket>({
    partyId: text,
    ticket: text,
  }),
  partyData: (value: unknown): PartyData => {
    const from = object(value)
    return {
      partyId: text(from['party_id']),
      presence: userPresenceReader(from['presence']),
      opCode: int64(from['op_code']),
      data: bytes(from['data']),
    }
  },
  partyPresenceEvent: /* @__PURE__ */ message<PartyPresenceEvent>({
    partyId: text,
    joins: /* @__PURE__ */ list(userPresenceReader),
    leaves: /* @__PURE__ */ list(userPresenceReader),
  }),
  partyUpdate: /* @__PURE__ */ message<PartyUpdate>({
    partyId: text,
    label: text,
    open: bool,
    hidden: bool,
  }),
}

/** Fields of requests, as JSON names them, that are maps: the names in them are not the contract's. */
export const mapFields: readonly string[] = ['string_properties', 'numeric_properties', 'vars']

/** Fields of requests, as JSON names them, that say something by being there, even when empty. */
export const wrapperFields: readonly string[] = ['status', 'count_multiple']
