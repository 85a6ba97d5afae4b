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
export type { ConnectionState, DisconnectCode } from './connection/state.ts'
export { type OperationName, PartyError } from './error.ts'
export { Session } from './http/session.ts'
export { decodeJson, decodeText } from './party/payload.ts'
export type { CallOptions } from './runtime/call-options.ts'
export type { Handler, Undo } from './runtime/emitter.ts'
export type { Logger } from './runtime/logger.ts'
export type { PartyClientOptions, SocketOptions } from './settings.ts'
export { BareSocket, type ConnectOptions } from './socket/bare-socket.ts'
export type { MatchmakerArguments, MatchmakerOptions } from './socket/matchmaking.ts'
export type { MatchmakerMatched, MatchmakerUser, Party, PartyData, PartyLeader } from './socket/messages.ts'
export { PartySocket } from './socket/party-socket.ts'
export type {
  CreatePartyOptions,
  PartyPayload,
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
