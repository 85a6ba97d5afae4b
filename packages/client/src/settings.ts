import { type Clock, type Codec, jsonClientCodec, maxMessageBytes, systemClock } from '@party/protocol'
import type { HeartbeatOptions } from './connection/heartbeat.ts'
import { fullJitter, type ReconnectOptions, type ReconnectPolicy } from './connection/reconnect-policy.ts'
import type { Environment } from './environment/environment.ts'
import { refuse } from './error.ts'
import type { Session } from './http/session.ts'
import type { RejoinChoice } from './party/rejoin.ts'
import { given } from './runtime/given.ts'
import { type Logger, silentLogger } from './runtime/logger.ts'
import type { WebSocketConstructor } from './transport/websocket.ts'

/** How a socket behaves; every socket may have its own. */
export interface SocketOptions {
  /** Milliseconds a call waits for its answer unless it says otherwise, connecting included. Default 10,000. */
  readonly timeoutMs?: number
  /** When an open connection is tested, and when it counts as dead. `false` leaves that to the platform. */
  readonly heartbeat?: HeartbeatOptions | false
  /**
   * When a connection that was lost is made again: waits of the default policy, a policy of one's own, or `false`
   * for never. See {@link ReconnectOptions} for the defaults.
   */
  readonly reconnect?: ReconnectOptions | ReconnectPolicy | false
  /**
   * Whether the player comes back into its parties after the connection was made again: into all, none, or those for
   * which a function says so. Open ones are joined, leaders of closed ones are asked. Default true.
   */
  readonly rejoin?: RejoinChoice
  /**
   * Whether the player's status and those it follows are restored after the connection was made again. Default true.
   */
  readonly restoreStatus?: boolean
  /**
   * The largest message the server takes, in bytes: its option `socket.max_message_size_bytes`. What is larger
   * is refused before it is sent, because the server would close the connection. Default 4096.
   */
  readonly maxMessageBytes?: number
  /** How messages are written. Default JSON. */
  readonly codec?: Codec
  /** The WebSocket class. Default the platform's own, or `isomorphic-ws` where it has none (Node 20). */
  readonly WebSocket?: WebSocketConstructor
}

/** Where the server is, and what the SDK may use of the platform. */
export interface PartyClientOptions extends SocketOptions {
  /** The server's key, which a game's clients share: its option `socket.server_key`. Default `defaultkey`. */
  readonly serverKey?: string
  /** Host name or address, without scheme and port. Default `127.0.0.1`. */
  readonly host?: string
  /** Port of HTTP and WebSocket. Default 7350. */
  readonly port?: number
  /** Whether to speak `https` and `wss`. Default false. */
  readonly ssl?: boolean
  /**
   * How long before its end a session token is replaced when it is to be used, in milliseconds. Nakama's tokens live
   * for 60 seconds unless it is told otherwise. Default 10,000.
   */
  readonly refreshMarginMs?: number
  /** Told of every session that the SDK has refreshed by itself, for a game that keeps tokens over a restart. */
  readonly onSessionRefresh?: (session: Session) => unknown
  /** Where to hear that the page is shown again and that the network comes and goes. Default `globalThis`. */
  readonly environment?: Environment
  /** Default the platform's own, looked up for every call. */
  readonly fetch?: typeof fetch
  /** Time and timers. Default the platform's own. */
  readonly clock?: Clock
  /** A number from 0 up to 1, to spread what many clients would do at once. Default `Math.random`. */
  readonly random?: () => number
  /** Where the SDK says what it does. Default nowhere; `console` is a logger too. */
  readonly logger?: Logger
}

/** The options with every default filled in. */
export interface Settings {
  readonly serverKey: string
  /** `127.0.0.1:7350` */
  readonly authority: string
  readonly ssl: boolean
  readonly timeoutMs: number
  readonly heartbeat: Required<HeartbeatOptions> | undefined
  readonly reconnect: ReconnectPolicy | undefined
  readonly rejoin: RejoinChoice
  readonly restoreStatus: boolean
  readonly maxMessageBytes: number
  readonly codec: Codec
  readonly WebSocket?: WebSocketConstructor
  readonly refreshMarginMs: number
  readonly onSessionRefresh?: (session: Session) => unknown
  readonly environment: Environment
  readonly fetch?: typeof fetch
  readonly clock: Clock
  readonly random: () => number
  readonly logger: Logger
}

const defaults = {
  serverKey: 'defaultkey',
  host: '127.0.0.1',
  port: 7350,
  ssl: false,
  timeoutMs: 10_000,
  rejoin: true,
  restoreStatus: true,
  maxMessageBytes,
  codec: jsonClientCodec,
  refreshMarginMs: 10_000,
  clock: systemClock,
  random: Math.random,
  logger: silentLogger,
}

/** @throws PartyError `invalid_argument` */
export function resolveSettings(options: PartyClientOptions): Settings {
  const { host, port, heartbeat, reconnect, ...rest }: typeof defaults & PartyClientOptions = {
    ...defaults,
    ...Object.fromEntries(given(options)),
  }
  if (!/^[^/@?#\s]+$/.test(host)) refuse('host', 'has to be without scheme and port')
  const isIpv6 = host.includes(':') && !host.startsWith('[')
  return {
    // Looked up now, because a test may replace what is global.
    environment: globalThis,
    ...rest,
    authority: `${isIpv6 ? `[${host}]` : host}:${port}`,
    heartbeat: heartbeat === false ? undefined : { intervalMs: 10_000, timeoutMs: 10_000, ...heartbeat },
    reconnect:
      reconnect === false ? undefined : typeof reconnect === 'function' ? reconnect : fullJitter(reconnect),
  }
}
