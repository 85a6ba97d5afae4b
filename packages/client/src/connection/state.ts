import { closedAbnormally, closedTooBig } from '@party/protocol'
import type { TransportClose } from '../transport/websocket.ts'

/**
 * Where a connection stands.
 *
 * - `idle`: never connected.
 * - `connecting`: `connect` was called, and its attempt is under way.
 * - `open`: messages flow.
 * - `reconnecting`: an open connection was lost, and the SDK makes a new one by itself. Calls are refused with
 *   `not_connected` meanwhile.
 * - `closed`: over; `connect` begins anew.
 */
export type ConnectionState = 'idle' | 'connecting' | 'open' | 'reconnecting' | 'closed'

/**
 * Why there is no connection, or none any more.
 *
 * - `disconnect_called`: the game called `disconnect()`.
 * - `connected_elsewhere`: the player has connected a second time, where the server allows one connection each
 *   (`session.single_socket`). Announced by a notification with the code -7.
 * - `banned`: the player was banned. Announced by a notification with the code -8.
 * - `disconnected_by_server`: code on the server has disconnected the player.
 * - `unauthenticated`: the server does not take the token, nor gives a new one for the refresh token.
 * - `server_closed`: the server closed it for another reason, which it gives (`session outgoing queue full`, say).
 * - `message_too_large`: the server closed it because a message was larger than it takes.
 * - `connection_lost`: it broke without a word.
 * - `heartbeat_timeout`: the server did not answer a ping in time.
 * - `connect_failed`: an attempt to connect has failed.
 *
 * After the first five the SDK does not try again by itself.
 */
export type DisconnectCode =
  | (typeof final)[number]
  | 'server_closed'
  | 'message_too_large'
  | 'connection_lost'
  | 'heartbeat_timeout'
  | 'connect_failed'

// To connect again would undo what somebody meant to do, or fail in the same way.
const final = [
  'disconnect_called',
  'connected_elsewhere',
  'banned',
  'disconnected_by_server',
  'unauthenticated',
] as const

/** Why a connection took a step. */
export type TransitionCode = 'connect_called' | 'connected' | DisconnectCode

/** One step of the connection, and why it was taken. */
export interface Transition {
  readonly from: ConnectionState
  /** The same as `from` when an attempt to reconnect has failed and another will follow. */
  readonly to: ConnectionState
  /** Stable name of the cause. */
  readonly code: TransitionCode
  /** The cause in words: what the server gave as its reason, or ours. */
  readonly reason: string
  /** Whether the SDK is about to try again by itself: true exactly for steps to `reconnecting`. */
  readonly willReconnect: boolean
  /** Milliseconds until it does; `undefined` if it does not. */
  readonly retryInMs: number | undefined
}

/** Whether it makes sense to connect again after this. */
export function mayRetry(code: TransitionCode): boolean {
  return !(final as readonly TransitionCode[]).includes(code)
}

/** What the server announces by a notification of this code, just before it closes the connection. */
export const announcements: Readonly<Record<number, DisconnectCode>> = {
  [-7]: 'connected_elsewhere',
  [-8]: 'banned',
}

/** Why an open connection ended, read from what was announced and how its transport did. */
export function closeCause(
  { code, reason }: TransportClose,
  announced: DisconnectCode | undefined,
): [DisconnectCode, string] {
  const cause =
    announced ??
    // What Nakama gives as its reason when it closes a connection on purpose, whatever the purpose.
    (reason === 'server-side session disconnect'
      ? 'disconnected_by_server'
      : code === closedTooBig
        ? 'message_too_large'
        : code === closedAbnormally
          ? 'connection_lost'
          : 'server_closed')
  return [cause, reason || `closed with ${code}`]
}
