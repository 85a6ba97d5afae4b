// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
import type { Int64 } from '../int64.ts'

/** What the frame says. Unset in the empty reply to a request that has nothing to return. */
export type EnvelopeMessage =
  /** The reply to a request that was refused, or an unsolicited error when it has no `cid`. */
  | { case: 'error'; value: RealtimeError }
  /** Request: look for a match alone. */
  | { case: 'matchmakerAdd'; value: MatchmakerAdd }
  /** Event: a match was found for one of the session's tickets or its party's. */
  | { case: 'matchmakerMatched'; value: MatchmakerMatched }
  /** Request: withdraw a ticket. */
  | { case: 'matchmakerRemove'; value: MatchmakerRemove }
  /** Reply to `matchmakerAdd`. */
  | { case: 'matchmakerTicket'; value: MatchmakerTicket }
  /** Event: notifications for the user. Also the last words before the server disconnects the session. */
  | { case: 'notifications'; value: Notifications }
  /** Request and reply: a function of the game's own server code. */
  | { case: 'rpc'; value: Rpc }
  /** Reply to `statusFollow`. */
  | { case: 'status'; value: Status }
  /** Request: follow users. */
  | { case: 'statusFollow'; value: StatusFollow }
  /** Event: followed users came online, went offline or changed their status. */
  | { case: 'statusPresenceEvent'; value: StatusPresenceEvent }
  /** Request: stop following users. */
  | { case: 'statusUnfollow'; value: StatusUnfollow }
  /** Request: set the own status. */
  | { case: 'statusUpdate'; value: StatusUpdate }
  /** Event: data on a stream that server code has put the session on. */
  | { case: 'streamData'; value: StreamData }
  /** Event: presences joined or left a stream that server code has put the session on. */
  | { case: 'streamPresenceEvent'; value: StreamPresenceEvent }
  /** Request: answer with `pong`. */
  | { case: 'ping'; value: Ping }
  /** Reply to `ping`. */
  | { case: 'pong'; value: Pong }
  /** Reply to `partyCreate`; event: the session is a member of this party now. */
  | { case: 'party'; value: Party }
  /** Request: create a party. */
  | { case: 'partyCreate'; value: PartyCreate }
  /** Request: join a party, or ask to. */
  | { case: 'partyJoin'; value: PartyJoin }
  /** Request: leave a party. */
  | { case: 'partyLeave'; value: PartyLeave }
  /** Request of the leader: hand over the lead. */
  | { case: 'partyPromote'; value: PartyPromote }
  /** Event: a party has a new leader. */
  | { case: 'partyLeader'; value: PartyLeader }
  /** Request of the leader: let somebody in. */
  | { case: 'partyAccept'; value: PartyAccept }
  /** Request of the leader: remove a member or reject a join request. */
  | { case: 'partyRemove'; value: PartyRemove }
  /** Request of the leader: end the party. Event: the party has ended, or the session was removed from it. */
  | { case: 'partyClose'; value: PartyClose }
  /** Request of the leader: list who asks to join. */
  | { case: 'partyJoinRequestList'; value: PartyJoinRequestList }
  /** Event, to the leader: somebody asks to join. Reply to `partyJoinRequestList`. */
  | { case: 'partyJoinRequest'; value: PartyJoinRequest }
  /** Request of the leader: look for a match with the whole party. */
  | { case: 'partyMatchmakerAdd'; value: PartyMatchmakerAdd }
  /** Request of the leader: withdraw the party's ticket. */
  | { case: 'partyMatchmakerRemove'; value: PartyMatchmakerRemove }
  /** Reply to `partyMatchmakerAdd`; event, to the other members: the party looks for a match. */
  | { case: 'partyMatchmakerTicket'; value: PartyMatchmakerTicket }
  /** Event: data from another member. */
  | { case: 'partyData'; value: PartyData }
  /** Request: send data to the other members. */
  | { case: 'partyDataSend'; value: PartyDataSend }
  /** Event: members came or went. */
  | { case: 'partyPresenceEvent'; value: PartyPresenceEvent }
  /** Request of the leader: replace label, open and hidden. Event: the leader has done so. */
  | { case: 'partyUpdate'; value: PartyUpdate }

/** One frame: at most one message, and the id that ties a reply to its request. */
export interface Envelope {
  /**
   * Correlation id: chosen by the client for a request, repeated by the server in the reply, empty in events.
   * A request without it is carried out too; its reply then has no `cid` either.
   */
  cid: string
  /** What the frame says. Unset in the empty reply to a request that has nothing to return. */
  message: EnvelopeMessage | undefined
}

/** A whole `Envelope`: what is given, and defaults for the rest. */
export const createEnvelope = (init: Partial<Envelope> = {}): Envelope => ({
  cid: '',
  message: undefined,
  ...init,
})

/** A request that was refused. */
export interface RealtimeError {
  /** Class of the error: one of `Code`, as a number. */
  code: number
  /** What went wrong, in English, for a developer. Together with `code` it identifies the error. */
  message: string
  /** More about the error. Nakama leaves it empty. */
  context: Record<string, string>
}

/** A whole `RealtimeError`: what is given, and defaults for the rest. */
export const createRealtimeError = (init: Partial<RealtimeError> = {}): RealtimeError => ({
  code: 0,
  message: '',
  context: {},
  ...init,
})

/** One connected session of a user. A user who plays on two devices has two presences. */
export interface UserPresence {
  /** Id of the user: a UUID. */
  userId: string
  /** Id of the session, new with every connection: a UUID. */
  sessionId: string
  /** Name of the user, as it was when the session connected. */
  username: string
  /** Whether the presence keeps receiving messages while it is away. Parties never set it. */
  persistence: boolean
  /**
   * The status the user has set; only in presences of status events. Unset in all others, empty for a user
   * who is online without a text.
   */
  status: string | undefined
}

/** A whole `UserPresence`: what is given, and defaults for the rest. */
export const createUserPresence = (init: Partial<UserPresence> = {}): UserPresence => ({
  userId: '',
  sessionId: '',
  username: '',
  persistence: false,
  status: undefined,
  ...init,
})

/**
 * A party, as its creator gets it in reply and as every new member gets it as an event.
 *
 * An event leaves `label` and `hidden` unset whatever they are (as Nakama does); a member learns them from
 * `partyUpdate` or from a listing.
 */
export interface Party {
  /** Id of the party: a UUID, a dot, and the name of the server node that holds it. */
  partyId: string
  /** Whether anyone may join. If not, the leader accepts or rejects each player. */
  open: boolean
  /** Whether listings leave the party out. Only set in the reply to its creator. */
  hidden: boolean
  /** Most members there may be, 1 to 256. */
  maxSize: number
  /** The recipient's own presence in the party. */
  self: UserPresence | undefined
  /** The leader. */
  leader: UserPresence | undefined
  /** All members, the recipient and the leader included, in the order in which they joined. */
  presences: UserPresence[]
  /** A JSON object that listings can be searched by. Only set in the reply to its creator. */
  label: string
}

/** A whole `Party`: what is given, and defaults for the rest. */
export const createParty = (init: Partial<Party> = {}): Party => ({
  partyId: '',
  open: false,
  hidden: false,
  maxSize: 0,
  self: undefined,
  leader: undefined,
  presences: [],
  label: '',
  ...init,
})

/** Request: create a party. */
export interface PartyCreate {
  /** Whether anyone may join. If not, the leader accepts or rejects each player. */
  open: boolean
  /** Most members there may be, 1 to 256, the creator included. */
  maxSize: number
  /**
   * A JSON object that listings can be searched by, at most 2048 bytes; empty for none. Servers before 3.28
   * close the connection when it is set.
   */
  label: string
  /** Whether listings leave the party out. Servers before 3.28 close the connection when it is set. */
  hidden: boolean
}

/** A whole `PartyCreate`: what is given, and defaults for the rest. */
export const createPartyCreate = (init: Partial<PartyCreate> = {}): PartyCreate => ({
  open: false,
  maxSize: 0,
  label: '',
  hidden: false,
  ...init,
})

/** Request of the leader: replace label, open and hidden. Event: the leader has done so. */
export interface PartyUpdate {
  /** Id of the party. */
  partyId: string
  /**
   * The new label: a JSON object of at most 2048 bytes, or empty for none. A hidden party has to have none.
   */
  label: string
  /** Whether anyone may join from now on. */
  open: boolean
  /** Whether listings leave the party out from now on. */
  hidden: boolean
}

/** A whole `PartyUpdate`: what is given, and defaults for the rest. */
export const createPartyUpdate = (init: Partial<PartyUpdate> = {}): PartyUpdate => ({
  partyId: '',
  label: '',
  open: false,
  hidden: false,
  ...init,
})

/** Request: join a party, or ask to. */
export interface PartyJoin {
  /** Id of the party. */
  partyId: string
}

/** A whole `PartyJoin`: what is given, and defaults for the rest. */
export const createPartyJoin = (init: Partial<PartyJoin> = {}): PartyJoin => ({
  partyId: '',
  ...init,
})

/** Request: leave a party. */
export interface PartyLeave {
  /** Id of the party. */
  partyId: string
}

/** A whole `PartyLeave`: what is given, and defaults for the rest. */
export const createPartyLeave = (init: Partial<PartyLeave> = {}): PartyLeave => ({
  partyId: '',
  ...init,
})

/** Request of the leader: make another member the leader. */
export interface PartyPromote {
  /** Id of the party. */
  partyId: string
  /** The member who is to lead. `userId`, `sessionId` and `username` all have to match. */
  presence: UserPresence | undefined
}

/** A whole `PartyPromote`: what is given, and defaults for the rest. */
export const createPartyPromote = (init: Partial<PartyPromote> = {}): PartyPromote => ({
  partyId: '',
  presence: undefined,
  ...init,
})

/** Event: a party has a new leader. */
export interface PartyLeader {
  /** Id of the party. */
  partyId: string
  /** The new leader. */
  presence: UserPresence | undefined
}

/** A whole `PartyLeader`: what is given, and defaults for the rest. */
export const createPartyLeader = (init: Partial<PartyLeader> = {}): PartyLeader => ({
  partyId: '',
  presence: undefined,
  ...init,
})

/** Request of the leader: let a player in who asked to join. */
export interface PartyAccept {
  /** Id of the party. */
  partyId: string
  /** The player, as in the join request. `userId`, `sessionId` and `username` all have to match. */
  presence: UserPresence | undefined
}

/** A whole `PartyAccept`: what is given, and defaults for the rest. */
export const createPartyAccept = (init: Partial<PartyAccept> = {}): PartyAccept => ({
  partyId: '',
  presence: undefined,
  ...init,
})

/** Request of the leader: remove a member, or reject a player who asked to join. */
export interface PartyRemove {
  /** Id of the party. */
  partyId: string
  /** The member or player. `userId`, `sessionId` and `username` all have to match. */
  presence: UserPresence | undefined
}

/** A whole `PartyRemove`: what is given, and defaults for the rest. */
export const createPartyRemove = (init: Partial<PartyRemove> = {}): PartyRemove => ({
  partyId: '',
  presence: undefined,
  ...init,
})

/** Request of the leader: end the party. Event: the party has ended, or the recipient was removed from it. */
export interface PartyClose {
  /** Id of the party. */
  partyId: string
}

/** A whole `PartyClose`: what is given, and defaults for the rest. */
export const createPartyClose = (init: Partial<PartyClose> = {}): PartyClose => ({
  partyId: '',
  ...init,
})

/** Request of the leader: list who asks to join. */
export interface PartyJoinRequestList {
  /** Id of the party. */
  partyId: string
}

/** A whole `PartyJoinRequestList`: what is given, and defaults for the rest. */
export const createPartyJoinRequestList = (
  init: Partial<PartyJoinRequestList> = {},
): PartyJoinRequestList => ({
  partyId: '',
  ...init,
})

/**
 * Players who ask to join a closed party.
 *
 * As an event it goes to the leader alone and holds the new request; as a reply it holds all that wait.
 */
export interface PartyJoinRequest {
  /** Id of the party. */
  partyId: string
  /** The players, oldest request first. A request stays when its player disconnects. */
  presences: UserPresence[]
}

/** A whole `PartyJoinRequest`: what is given, and defaults for the rest. */
export const createPartyJoinRequest = (init: Partial<PartyJoinRequest> = {}): PartyJoinRequest => ({
  partyId: '',
  presences: [],
  ...init,
})

/** Request of the leader: look for a match with the whole party. */
export interface PartyMatchmakerAdd {
  /** Id of the party. */
  partyId: string
  /** Fewest players of a match, the party's own included; at least 2. */
  minCount: number
  /** Most players of a match; at least `minCount`. */
  maxCount: number
  /** Which other tickets fit, in the query language; empty or `*` for all. */
  query: string
  /** Text properties that the queries of other tickets are tested against. */
  stringProperties: Record<string, string>
  /** Number properties that the queries of other tickets are tested against. */
  numericProperties: Record<string, number>
  /**
   * The number of players has to be a multiple of this; at least 1, and it has to divide both counts. Unset
   * for any number.
   */
  countMultiple: number | undefined
}

/** A whole `PartyMatchmakerAdd`: what is given, and defaults for the rest. */
export const createPartyMatchmakerAdd = (init: Partial<PartyMatchmakerAdd> = {}): PartyMatchmakerAdd => ({
  partyId: '',
  minCount: 0,
  maxCount: 0,
  query: '',
  stringProperties: {},
  numericProperties: {},
  countMultiple: undefined,
  ...init,
})

/** Request of the leader: withdraw a ticket of the party. */
export interface PartyMatchmakerRemove {
  /** Id of the party. */
  partyId: string
  /** The ticket. */
  ticket: string
}

/** A whole `PartyMatchmakerRemove`: what is given, and defaults for the rest. */
export const createPartyMatchmakerRemove = (
  init: Partial<PartyMatchmakerRemove> = {},
): PartyMatchmakerRemove => ({
  partyId: '',
  ticket: '',
  ...init,
})

/** The party looks for a match: reply to the leader, event to the other members. */
export interface PartyMatchmakerTicket {
  /** Id of the party. */
  partyId: string
  /** The ticket. */
  ticket: string
}

/** A whole `PartyMatchmakerTicket`: what is given, and defaults for the rest. */
export const createPartyMatchmakerTicket = (
  init: Partial<PartyMatchmakerTicket> = {},
): PartyMatchmakerTicket => ({
  partyId: '',
  ticket: '',
  ...init,
})

/** Event: data from another member of a party. */
export interface PartyData {
  /** Id of the party. */
  partyId: string
  /** The member who has sent it. */
  presence: UserPresence | undefined
  /** What kind of data it is: any number the game gives a meaning. */
  opCode: Int64
  /** The data, as it was sent. */
  data: Uint8Array
}

/** A whole `PartyData`: what is given, and defaults for the rest. */
export const createPartyData = (init: Partial<PartyData> = {}): PartyData => ({
  partyId: '',
  presence: undefined,
  opCode: 0,
  data: new Uint8Array(),
  ...init,
})

/** Request: send data to the other members of a party. */
export interface PartyDataSend {
  /** Id of the party. */
  partyId: string
  /** What kind of data it is: any number the game gives a meaning. */
  opCode: Int64
  /**
   * The data. The whole frame may have 4096 bytes, which in JSON leaves room for about 2900 bytes of data.
   */
  data: Uint8Array
}

/** A whole `PartyDataSend`: what is given, and defaults for the rest. */
export const createPartyDataSend = (init: Partial<PartyDataSend> = {}): PartyDataSend => ({
  partyId: '',
  opCode: 0,
  data: new Uint8Array(),
  ...init,
})

/** Event: members came to a party or left it. */
export interface PartyPresenceEvent {
  /** Id of the party. */
  partyId: string
  /** Those who came. The recipient is among them when it has joined itself. */
  joins: UserPresence[]
  /** Those who left, were removed or were disconnected. */
  leaves: UserPresence[]
}

/** A whole `PartyPresenceEvent`: what is given, and defaults for the rest. */
export const createPartyPresenceEvent = (init: Partial<PartyPresenceEvent> = {}): PartyPresenceEvent => ({
  partyId: '',
  joins: [],
  leaves: [],
  ...init,
})

/** Followed users who are online. */
export interface Status {
  /** One presence for each session of theirs that has a status. */
  presences: UserPresence[]
}

/** A whole `Status`: what is given, and defaults for the rest. */
export const createStatus = (init: Partial<Status> = {}): Status => ({
  presences: [],
  ...init,
})

/** Request: follow users. */
export interface StatusFollow {
  /** Ids of users: UUIDs. */
  userIds: string[]
  /** Names of users. */
  usernames: string[]
}

/** A whole `StatusFollow`: what is given, and defaults for the rest. */
export const createStatusFollow = (init: Partial<StatusFollow> = {}): StatusFollow => ({
  userIds: [],
  usernames: [],
  ...init,
})

/** Request: stop following users. */
export interface StatusUnfollow {
  /** Ids of users: UUIDs. */
  userIds: string[]
}

/** A whole `StatusUnfollow`: what is given, and defaults for the rest. */
export const createStatusUnfollow = (init: Partial<StatusUnfollow> = {}): StatusUnfollow => ({
  userIds: [],
  ...init,
})

/** Request: set the own status. */
export interface StatusUpdate {
  /** Any text of at most 2048 bytes. Empty: online without a text. Unset: appear offline. */
  status: string | undefined
}

/** A whole `StatusUpdate`: what is given, and defaults for the rest. */
export const createStatusUpdate = (init: Partial<StatusUpdate> = {}): StatusUpdate => ({
  status: undefined,
  ...init,
})

/** Event: followed users came online, went offline or changed their status. */
export interface StatusPresenceEvent {
  /** Those who came online, or the new status of those who changed it. */
  joins: UserPresence[]
  /** Those who went offline, or the previous status of those who changed it. */
  leaves: UserPresence[]
}

/** A whole `StatusPresenceEvent`: what is given, and defaults for the rest. */
export const createStatusPresenceEvent = (init: Partial<StatusPresenceEvent> = {}): StatusPresenceEvent => ({
  joins: [],
  leaves: [],
  ...init,
})

/** Request: look for a match alone. */
export interface MatchmakerAdd {
  /** Fewest players of a match, the caller included; at least 2. */
  minCount: number
  /** Most players of a match; at least `minCount`. */
  maxCount: number
  /** Which other tickets fit, in the query language; empty or `*` for all. */
  query: string
  /** Text properties that the queries of other tickets are tested against. */
  stringProperties: Record<string, string>
  /** Number properties that the queries of other tickets are tested against. */
  numericProperties: Record<string, number>
  /**
   * The number of players has to be a multiple of this; at least 1, and it has to divide both counts. Unset
   * for any number.
   */
  countMultiple: number | undefined
}

/** A whole `MatchmakerAdd`: what is given, and defaults for the rest. */
export const createMatchmakerAdd = (init: Partial<MatchmakerAdd> = {}): MatchmakerAdd => ({
  minCount: 0,
  maxCount: 0,
  query: '',
  stringProperties: {},
  numericProperties: {},
  countMultiple: undefined,
  ...init,
})

/** A session looks for a match. */
export interface MatchmakerTicket {
  /** The ticket. */
  ticket: string
}

/** A whole `MatchmakerTicket`: what is given, and defaults for the rest. */
export const createMatchmakerTicket = (init: Partial<MatchmakerTicket> = {}): MatchmakerTicket => ({
  ticket: '',
  ...init,
})

/** Request: withdraw a ticket. */
export interface MatchmakerRemove {
  /** The ticket. */
  ticket: string
}

/** A whole `MatchmakerRemove`: what is given, and defaults for the rest. */
export const createMatchmakerRemove = (init: Partial<MatchmakerRemove> = {}): MatchmakerRemove => ({
  ticket: '',
  ...init,
})

/** Event: a match was found. */
export interface MatchmakerMatched {
  /** The recipient's ticket, or its party's. It has ended with this. */
  ticket: string
  /** Id of a match that server code has made for these players. */
  matchId: string | undefined
  /** A token (a JWT, good for 30 seconds) with which the players meet in a match of their own. */
  token: string | undefined
  /** Everyone who is matched, the recipient included. */
  users: MatchmakerUser[]
  /** The recipient. */
  self: MatchmakerUser | undefined
}

/** A whole `MatchmakerMatched`: what is given, and defaults for the rest. */
export const createMatchmakerMatched = (init: Partial<MatchmakerMatched> = {}): MatchmakerMatched => ({
  ticket: '',
  matchId: undefined,
  token: undefined,
  users: [],
  self: undefined,
  ...init,
})

/** A player in a match that was found. */
export interface MatchmakerUser {
  /** Who it is. */
  presence: UserPresence | undefined
  /** Id of the party the player came with; empty for one who came alone. */
  partyId: string
  /** Text properties of the player's ticket. */
  stringProperties: Record<string, string>
  /** Number properties of the player's ticket. */
  numericProperties: Record<string, number>
}

/** A whole `MatchmakerUser`: what is given, and defaults for the rest. */
export const createMatchmakerUser = (init: Partial<MatchmakerUser> = {}): MatchmakerUser => ({
  presence: undefined,
  partyId: '',
  stringProperties: {},
  numericProperties: {},
  ...init,
})

/** Event: notifications for the user, to each of the user's sessions. */
export interface Notifications {
  /** The notifications. */
  notifications: Notification[]
}

/** A whole `Notifications`: what is given, and defaults for the rest. */
export const createNotifications = (init: Partial<Notifications> = {}): Notifications => ({
  notifications: [],
  ...init,
})

/** Identifies a stream: a set of sessions that receive the same messages. */
export interface Stream {
  /** What the stream is for: one of `Mode`, or a number of the game's own above them. */
  mode: number
  /** What the stream belongs to, usually the id of a user, group, match or party. */
  subject: string
  /** A second id, where one is not enough. */
  subcontext: string
  /** A name; for party and match streams the name of the server node. */
  label: string
}

/** A whole `Stream`: what is given, and defaults for the rest. */
export const createStream = (init: Partial<Stream> = {}): Stream => ({
  mode: 0,
  subject: '',
  subcontext: '',
  label: '',
  ...init,
})

/** Event: data on a stream that server code has put the session on. */
export interface StreamData {
  /** The stream. */
  stream: Stream | undefined
  /** Who has sent it. Unset when it was server code. */
  sender: UserPresence | undefined
  /** The data, as text. */
  data: string
  /** Whether it was sent in a way that delivers every message. Always so over a WebSocket. */
  reliable: boolean
}

/** A whole `StreamData`: what is given, and defaults for the rest. */
export const createStreamData = (init: Partial<StreamData> = {}): StreamData => ({
  stream: undefined,
  sender: undefined,
  data: '',
  reliable: false,
  ...init,
})

/** Event: presences joined or left a stream that server code has put the session on. */
export interface StreamPresenceEvent {
  /** The stream. */
  stream: Stream | undefined
  /** Those who joined. */
  joins: UserPresence[]
  /** Those who left. */
  leaves: UserPresence[]
}

/** A whole `StreamPresenceEvent`: what is given, and defaults for the rest. */
export const createStreamPresenceEvent = (init: Partial<StreamPresenceEvent> = {}): StreamPresenceEvent => ({
  stream: undefined,
  joins: [],
  leaves: [],
  ...init,
})

/** Request: answer with a `Pong`. */
export type Ping = Record<string, never>

/** A whole `Ping`: what is given, and defaults for the rest. */
export const createPing = (): Ping => ({})

/** Reply to a `Ping`. */
export type Pong = Record<string, never>

/** A whole `Pong`: what is given, and defaults for the rest. */
export const createPong = (): Pong => ({})

/** A pair of tokens: what signing in and refreshing return. */
export interface SessionTokens {
  /** Whether signing in has created the account. */
  created: boolean
  /**
   * The session token: a JWT whose `exp` says until when it is good (60 seconds by default). Opens sockets
   * and authorises HTTP calls.
   */
  token: string
  /** The refresh token: a JWT, good for an hour by default. */
  refreshToken: string
}

/** A whole `SessionTokens`: what is given, and defaults for the rest. */
export const createSessionTokens = (init: Partial<SessionTokens> = {}): SessionTokens => ({
  created: false,
  token: '',
  refreshToken: '',
  ...init,
})

/** An account known by an id of the game's choice. */
export interface AccountCustom {
  /** The id: 6 to 128 bytes, without spaces and control characters. */
  id: string
  /** Variables to store in the session's tokens, for server code to read. */
  vars: Record<string, string>
}

/** A whole `AccountCustom`: what is given, and defaults for the rest. */
export const createAccountCustom = (init: Partial<AccountCustom> = {}): AccountCustom => ({
  id: '',
  vars: {},
  ...init,
})

/** An account known by the id of a device. */
export interface AccountDevice {
  /** The id: 10 to 128 bytes, without spaces and control characters. */
  id: string
  /** Variables to store in the session's tokens, for server code to read. */
  vars: Record<string, string>
}

/** A whole `AccountDevice`: what is given, and defaults for the rest. */
export const createAccountDevice = (init: Partial<AccountDevice> = {}): AccountDevice => ({
  id: '',
  vars: {},
  ...init,
})

/** An account known by an e-mail address. */
export interface AccountEmail {
  /** The address: 10 to 255 bytes. Empty to sign in with user name and password. */
  email: string
  /** The password: at least 8 characters. */
  password: string
  /** Variables to store in the session's tokens, for server code to read. */
  vars: Record<string, string>
}

/** A whole `AccountEmail`: what is given, and defaults for the rest. */
export const createAccountEmail = (init: Partial<AccountEmail> = {}): AccountEmail => ({
  email: '',
  password: '',
  vars: {},
  ...init,
})

/** Request: sign in with an id of the game's choice. */
export interface AuthenticateCustomRequest {
  /** Who signs in. */
  account: AccountCustom | undefined
  /** Whether to create the account when there is none. Unset means true. */
  create: boolean | undefined
  /** User name for a new account, at most 128 bytes; empty for a random one. */
  username: string
}

/** A whole `AuthenticateCustomRequest`: what is given, and defaults for the rest. */
export const createAuthenticateCustomRequest = (
  init: Partial<AuthenticateCustomRequest> = {},
): AuthenticateCustomRequest => ({
  account: undefined,
  create: undefined,
  username: '',
  ...init,
})

/** Request: sign in with the id of a device. */
export interface AuthenticateDeviceRequest {
  /** Who signs in. */
  account: AccountDevice | undefined
  /** Whether to create the account when there is none. Unset means true. */
  create: boolean | undefined
  /** User name for a new account, at most 128 bytes; empty for a random one. */
  username: string
}

/** A whole `AuthenticateDeviceRequest`: what is given, and defaults for the rest. */
export const createAuthenticateDeviceRequest = (
  init: Partial<AuthenticateDeviceRequest> = {},
): AuthenticateDeviceRequest => ({
  account: undefined,
  create: undefined,
  username: '',
  ...init,
})

/** Request: sign in with an e-mail address. */
export interface AuthenticateEmailRequest {
  /** Who signs in. */
  account: AccountEmail | undefined
  /** Whether to create the account when there is none. Unset means true. */
  create: boolean | undefined
  /**
   * User name for a new account, at most 128 bytes; empty for a random one. Without an e-mail address: who
   * signs in.
   */
  username: string
}

/** A whole `AuthenticateEmailRequest`: what is given, and defaults for the rest. */
export const createAuthenticateEmailRequest = (
  init: Partial<AuthenticateEmailRequest> = {},
): AuthenticateEmailRequest => ({
  account: undefined,
  create: undefined,
  username: '',
  ...init,
})

/** Request: a new pair of tokens. */
export interface SessionRefreshRequest {
  /** The refresh token. */
  token: string
  /** New variables for the session's tokens. Empty keeps those it has. */
  vars: Record<string, string>
}

/** A whole `SessionRefreshRequest`: what is given, and defaults for the rest. */
export const createSessionRefreshRequest = (
  init: Partial<SessionRefreshRequest> = {},
): SessionRefreshRequest => ({
  token: '',
  vars: {},
  ...init,
})

/** Request: make tokens invalid. With neither token, all of the user's. */
export interface SessionLogoutRequest {
  /** The session token. */
  token: string
  /** The refresh token. */
  refreshToken: string
}

/** A whole `SessionLogoutRequest`: what is given, and defaults for the rest. */
export const createSessionLogoutRequest = (
  init: Partial<SessionLogoutRequest> = {},
): SessionLogoutRequest => ({
  token: '',
  refreshToken: '',
  ...init,
})

/** A party in a listing. Nakama's `api.Party`. */
export interface PartyListing {
  /** Id of the party. */
  partyId: string
  /** Whether anyone may join. If not, the leader accepts or rejects each player. */
  open: boolean
  /** Whether the party is hidden. Never so in a listing. */
  hidden: boolean
  /** Most members there may be. */
  maxSize: number
  /** The label: a JSON object. */
  label: string
}

/** A whole `PartyListing`: what is given, and defaults for the rest. */
export const createPartyListing = (init: Partial<PartyListing> = {}): PartyListing => ({
  partyId: '',
  open: false,
  hidden: false,
  maxSize: 0,
  label: '',
  ...init,
})

/** A page of parties. */
export interface PartyList {
  /** The parties. */
  parties: PartyListing[]
  /** Where the next page starts. Empty on the last page. */
  cursor: string
}

/** A whole `PartyList`: what is given, and defaults for the rest. */
export const createPartyList = (init: Partial<PartyList> = {}): PartyList => ({
  parties: [],
  cursor: '',
  ...init,
})

/** Request: list parties. */
export interface ListPartiesRequest {
  /** Most parties to return, 1 to 100. Unset means 10. */
  limit: number | undefined
  /** Only open parties (true) or only closed ones (false). Unset for both. */
  open: boolean | undefined
  /** What to look for, in the query language, for example `+label.mode:duo`. Unset or empty for all. */
  query: string | undefined
  /** Where to go on: the cursor of the page before. All else has to be as it was for that page. */
  cursor: string | undefined
}

/** A whole `ListPartiesRequest`: what is given, and defaults for the rest. */
export const createListPartiesRequest = (init: Partial<ListPartiesRequest> = {}): ListPartiesRequest => ({
  limit: undefined,
  open: undefined,
  query: undefined,
  cursor: undefined,
  ...init,
})

/** A message from the server or another player, delivered at once and perhaps kept. */
export interface Notification {
  /** Id of the notification: a UUID. */
  id: string
  /** What it is about, for a reader. */
  subject: string
  /** The content: JSON, as text. */
  content: string
  /** What it is about, for a program: one of `Code`, as a number. */
  code: number
  /** Id of the user who has sent it. Empty or the nil UUID when it was the server. */
  senderId: string
  /** When it was sent, to the second. */
  createTime: Date | undefined
  /** Whether it is kept until it is deleted. */
  persistent: boolean
}

/** A whole `Notification`: what is given, and defaults for the rest. */
export const createNotification = (init: Partial<Notification> = {}): Notification => ({
  id: '',
  subject: '',
  content: '',
  code: 0,
  senderId: '',
  createTime: undefined,
  persistent: false,
  ...init,
})

/** A page of stored notifications. */
export interface NotificationList {
  /** The notifications, oldest first. */
  notifications: Notification[]
  /** Where the next page starts. Always set, also after the last one: kept, it finds what has come since. */
  cacheableCursor: string
}

/** A whole `NotificationList`: what is given, and defaults for the rest. */
export const createNotificationList = (init: Partial<NotificationList> = {}): NotificationList => ({
  notifications: [],
  cacheableCursor: '',
  ...init,
})

/** Request: list stored notifications. */
export interface ListNotificationsRequest {
  /** Most notifications to return, 1 to 100. Unset means 1. */
  limit: number | undefined
  /** Where to go on: the cursor of an earlier page. Empty to start with the oldest. */
  cacheableCursor: string
}

/** A whole `ListNotificationsRequest`: what is given, and defaults for the rest. */
export const createListNotificationsRequest = (
  init: Partial<ListNotificationsRequest> = {},
): ListNotificationsRequest => ({
  limit: undefined,
  cacheableCursor: '',
  ...init,
})

/** Request: delete stored notifications. */
export interface DeleteNotificationsRequest {
  /** Their ids. */
  ids: string[]
}

/** A whole `DeleteNotificationsRequest`: what is given, and defaults for the rest. */
export const createDeleteNotificationsRequest = (
  init: Partial<DeleteNotificationsRequest> = {},
): DeleteNotificationsRequest => ({
  ids: [],
  ...init,
})

/** A call of a function of the game's own server code, and its result. */
export interface Rpc {
  /** The name under which the function is registered. Letter case does not matter. */
  id: string
  /** What the function gets, or has returned: any text, often JSON. */
  payload: string
  /** The HTTP key, for calls without a session. Over HTTP only. */
  httpKey: string
}

/** A whole `Rpc`: what is given, and defaults for the rest. */
export const createRpc = (init: Partial<Rpc> = {}): Rpc => ({
  id: '',
  payload: '',
  httpKey: '',
  ...init,
})

/** How busy the matchmaker is. */
export interface MatchmakerStats {
  /** Tickets that wait for a match. */
  ticketCount: number
  /** When the oldest of them was added. Unset when there is none. */
  oldestTicketCreateTime: Date | undefined
  /** The last matches that were made. */
  completions: MatchmakerCompletionStats[]
}

/** A whole `MatchmakerStats`: what is given, and defaults for the rest. */
export const createMatchmakerStats = (init: Partial<MatchmakerStats> = {}): MatchmakerStats => ({
  ticketCount: 0,
  oldestTicketCreateTime: undefined,
  completions: [],
  ...init,
})

/** A match that was made. */
export interface MatchmakerCompletionStats {
  /** When its ticket was added. */
  createTime: Date | undefined
  /** When the match was made. */
  completeTime: Date | undefined
}

/** A whole `MatchmakerCompletionStats`: what is given, and defaults for the rest. */
export const createMatchmakerCompletionStats = (
  init: Partial<MatchmakerCompletionStats> = {},
): MatchmakerCompletionStats => ({
  createTime: undefined,
  completeTime: undefined,
  ...init,
})
