export type {
  Clock,
  Codec,
  ErrorCode,
  Int64,
  MatchmakerTicket,
  Notification,
  NotificationList,
  Notifications,
  PartyClose,
  PartyJoinRequest,
  PartyList,
  PartyListing,
  PartyMatchmakerTicket,
  PartyPresenceEvent,
  PartyUpdate,
  Rpc,
  Status,
  StatusPresenceEvent,
  Stream,
  StreamData,
  StreamPresenceEvent,
  UserPresence,
} from '@party/protocol'
export {
  type AuthenticateOptions,
  type ListNotificationsOptions,
  type ListPartiesOptions,
  PartyClient,
} from './client.ts'
export type { HeartbeatOptions } from './connection/heartbeat.ts'
export {
  fullJitter,
  type ReconnectAttempt,
  type ReconnectOptions,
  type ReconnectPolicy,
} from './connection/reconnect-policy.ts'
export type { ConnectionState, DisconnectCode, Transition, TransitionCode } from './connection/state.ts'
export type { Environment } from './environment/environment.ts'
export { type OperationName, PartyError } from './error.ts'
export type { KeepFreshOptions } from './http/http.ts'
export { Session } from './http/session.ts'
export { LiveParty, type PartyEventMap, type PartyEventName, type SendOptions } from './party/live-party.ts'
export {
  definePartyMessage,
  type PartyMessage,
  type PartyMessageType,
  type PayloadCodec,
} from './party/message.ts'
export type { Parties } from './party/parties.ts'
export { decodeJson, decodeText, type PartyPayload } from './party/payload.ts'
export type { PartyRejoin, RejoinChoice } from './party/rejoin.ts'
export type { MatchmakingEnd, PartyChanges, PartyEnd, PartySnapshot } from './party/state.ts'
export type { CallOptions } from './runtime/call-options.ts'
export type { Handler, Undo } from './runtime/emitter.ts'
export type { Logger } from './runtime/logger.ts'
export type { PartyClientOptions, SocketOptions } from './settings.ts'
export { BareSocket, type ConnectOptions } from './socket/bare-socket.ts'
export type { MatchmakerArguments, MatchmakerOptions } from './socket/matchmaking.ts'
export type { MatchmakerMatched, MatchmakerUser, Party, PartyData, PartyLeader } from './socket/messages.ts'
export { type JoinOptions, PartySocket } from './socket/party-socket.ts'
export type {
  CreatePartyOptions,
  PresenceRef,
  UpdatePartyOptions,
  UsersToFollow,
} from './socket/requests.ts'
export type {
  Disconnect,
  EventsOptions,
  OnceOptions,
  SocketEventMap,
  SocketEventName,
} from './socket/socket-events.ts'
export type { WebSocketConstructor, WebSocketLike } from './transport/websocket.ts'
