import type { Clock, Codec } from '@party/protocol'
import type { Environment } from '../environment/environment.ts'
import type { PartyError } from '../error.ts'
import type { Server } from '../http/fetch.ts'
import type { CallOptions } from '../runtime/call-options.ts'
import type { Logger } from '../runtime/logger.ts'
import type { WebSocketConstructor } from '../transport/websocket.ts'
import type { HeartbeatOptions } from './heartbeat.ts'
import type { ReconnectPolicy } from './reconnect-policy.ts'
import type { Call, Reply, ReplyListener } from './requests.ts'
import type { ConnectionState, Transition } from './state.ts'

/** One connection to the server, over and over. */
export interface Connection {
  readonly state: ConnectionState
  /**
   * Resolves when the connection is open: at once if it is, with the others if an attempt is under way. Who gives
   * up waiting takes only himself out; a first attempt ends when nobody waits for it any more.
   */
  connect(address: FindAddress, options: CallOptions): Promise<void>
  /** Ends the connection, or the attempts to make one. Does nothing where there is neither. */
  disconnect(): void
  /** Waits no longer for the next attempt, and tests a connection that is open. */
  reconnectNow(): void
  /** Sends a request and waits for its reply. */
  request(call: Call): Promise<Reply>
}

/**
 * Finds the address to connect to, with a token that has not ended as far as that is known. It has to end when the
 * signal is aborted.
 *
 * @param refused an address whose token the server has just refused: another one is wanted, if there is one.
 */
export type FindAddress = (signal: AbortSignal, refused?: string) => Promise<string>

/** Everything a connection is made of. */
export interface ConnectionParts extends Server {
  readonly clock: Clock
  readonly random: () => number
  readonly codec: Codec
  readonly logger: Logger
  /** The WebSocket class. Default the platform's own, or `isomorphic-ws` where it has none. */
  readonly WebSocket?: WebSocketConstructor | undefined
  /** Absent: dead peers are left to the platform. */
  readonly heartbeat: Required<HeartbeatOptions> | undefined
  /** Absent: a connection that was lost is not made again. */
  readonly reconnect: ReconnectPolicy | undefined
  /** Milliseconds a call waits unless it says otherwise, and an attempt to reconnect may take. */
  readonly timeoutMs: number
  /** The largest frame the server takes, in bytes. */
  readonly maxMessageBytes: number
  /** Listened to from `connect` until the connection is over: it tells when to look after it. */
  readonly environment: Environment
}

/** What a connection tells, in order and synchronously. */
export interface ConnectionListener extends ReplyListener {
  /** A message that is not a reply. */
  emitMessage(message: NonNullable<Reply>): void
  moved(transition: Transition): void
  /** A frame that cannot be read, or an error of the server that belongs to no request. */
  emitError(error: PartyError): void
}
