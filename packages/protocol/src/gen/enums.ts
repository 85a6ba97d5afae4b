// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

/** The classes of errors on the socket. What exactly went wrong is in the message. */
export const RealtimeErrorCode = {
  /** The server failed, or server code threw. Absent in JSON, as every zero is. */
  runtimeException: 0,
  /**
   * The message is none that a client may send, or the server has it switched off. The connection is closed
   * in the first case and in the second.
   */
  unrecognizedPayload: 1,
  /** The envelope has no message. The connection is closed. */
  missingPayload: 2,
  /** The request was understood and refused. The message says why. */
  badInput: 3,
  /** No such match. */
  matchNotFound: 4,
  /** The match did not let the caller in. */
  matchJoinRejected: 5,
  /** No function is registered under this id. */
  runtimeFunctionNotFound: 6,
  /** A function of the game's own server code has refused or failed; the message is its own. */
  runtimeFunctionException: 7,
} as const

/** What streams are for. Those of parties and of status are kept by the server itself. */
export const StreamMode = {
  /** Notifications of one user. */
  notifications: 0,
  /** Status of one user. */
  status: 1,
  /** A chat room. */
  channel: 2,
  /** A group's chat. */
  group: 3,
  /** A chat of two. */
  directMessage: 4,
  /** A match whose messages the server relays. */
  matchRelayed: 5,
  /** A match that server code runs. */
  matchAuthoritative: 6,
  /** A party. */
  party: 7,
} as const

/** What notifications are about. Numbers above zero are the game's own. */
export const NotificationCode = {
  /** None in particular. */
  unspecified: 0,
  /** Somebody wants to chat. */
  dmRequest: -1,
  /** Somebody wants to be friends. */
  friendRequest: -2,
  /** A friend request was accepted. */
  friendAccept: -3,
  /** The user is in a group now. */
  groupAdd: -4,
  /** Somebody wants to join a group the user administers. */
  groupJoinRequest: -5,
  /** A friend has joined the game. */
  friendJoinGame: -6,
  /** The session ends because the user has connected elsewhere and may only have one connection. */
  singleSocket: -7,
  /** The session ends because the user is banned. */
  userBanned: -8,
  /** A friend has ended the friendship. */
  friendRemove: -9,
} as const
