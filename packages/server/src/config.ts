/**
 * What a server can be told, under Nakama's own option names (`session.token_expiry_sec` is
 * `session.tokenExpirySec` here) and with Nakama's defaults, so that a configuration means the same on both.
 */
export interface ServerConfig {
  /** The node's name: the second half of every party id it hands out. Letters, digits, `_` and `-`. */
  name: string
  socket: {
    /** What a client proves itself with before it has a session (HTTP Basic user name). */
    serverKey: string
    /** Largest message a client may send over a socket, in bytes; a larger one ends the connection with close code 1009. */
    maxMessageSizeBytes: number
    /** Largest HTTP request body, in bytes. */
    maxRequestSizeBytes: number
    /** Messages that may wait for one slow session; one more ends that session. */
    outgoingQueueSize: number
    /** How often a WebSocket ping goes out to each session, in ms. */
    pingPeriodMs: number
    /** How long a session may go without a pong before it counts as dead, in ms. Longer than `pingPeriodMs`. */
    pongWaitMs: number
    /** After this many messages of a client the ping timer and the pong deadline start anew. */
    pingBackoffThreshold: number
    /** How long to wait for the peer's close frame after closing, in ms. */
    closeAckWaitMs: number
  }
  session: {
    /** Life of a session token, in seconds. */
    tokenExpirySec: number
    /** Life of a refresh token, in seconds. */
    refreshTokenExpirySec: number
    /** Secret that signs session tokens. */
    encryptionKey: string
    /** Secret that signs refresh tokens. */
    refreshEncryptionKey: string
    /** A new socket of a user ends that user's older ones. */
    singleSocket: boolean
    /** A session is in one party at most; entering a party leaves the others. Needs `singleSocket`. */
    singleParty: boolean
    /** Authenticating invalidates every earlier token of the user. */
    singleSession: boolean
  }
  runtime: {
    /** Lets a game's backend call RPC functions over HTTP without a session. */
    httpKey: string
  }
  matchmaker: {
    /** Tickets a session, and a party, may hold at once. */
    maxTickets: number
    /** Time between two passes, in seconds. */
    intervalSec: number
    /** Passes in which a ticket waits for its maximum count before its minimum will do. */
    maxIntervals: number
    /** Whether every two tickets of a match must accept each other; otherwise one ticket's query is enough. */
    revPrecision: boolean
  }
  party: {
    /** How long after a change the party listing shows it, in ms. */
    labelUpdateIntervalMs: number
    /** How often parties without members are looked for and ended, in ms. */
    idleCheckIntervalMs: number
  }
}

/** Groups of options, each of them partly given. */
export type ServerConfigOverrides = {
  [Group in keyof ServerConfig]?: ServerConfig[Group] extends object
    ? Partial<ServerConfig[Group]> | undefined
    : ServerConfig[Group] | undefined
}

/** Nakama 3.40's defaults. */
export const defaultConfig: ServerConfig = {
  name: 'nakama1',
  socket: {
    serverKey: 'defaultkey',
    maxMessageSizeBytes: 4096,
    maxRequestSizeBytes: 262_144,
    outgoingQueueSize: 64,
    pingPeriodMs: 15_000,
    pongWaitMs: 25_000,
    pingBackoffThreshold: 20,
    closeAckWaitMs: 2_000,
  },
  session: {
    tokenExpirySec: 60,
    refreshTokenExpirySec: 3_600,
    encryptionKey: 'defaultencryptionkey',
    refreshEncryptionKey: 'defaultrefreshencryptionkey',
    singleSocket: false,
    singleParty: false,
    singleSession: false,
  },
  runtime: { httpKey: 'defaulthttpkey' },
  matchmaker: { maxTickets: 3, intervalSec: 15, maxIntervals: 2, revPrecision: false },
  party: { labelUpdateIntervalMs: 1_000, idleCheckIntervalMs: 30_000 },
}

/** A configuration that was refused, with the option at fault. */
export class ConfigError extends Error {
  /** The option in Nakama's spelling, such as `socket.pong_wait_ms`. */
  readonly option: string

  constructor(option: string, message: string) {
    super(`${option} ${message}`)
    this.name = 'ConfigError'
    this.option = option
  }
}

/**
 * Fills what is not given with the defaults and refuses what cannot work.
 *
 * @throws {ConfigError} for a number that is not a positive integer, a name that cannot stand in a party id,
 *   an empty secret, a pong deadline that ends before the next ping, or `singleParty` without `singleSocket`.
 */
export function resolveConfig(given: ServerConfigOverrides = {}): ServerConfig {
  const config: ServerConfig = {
    name: given.name ?? defaultConfig.name,
    socket: fill(defaultConfig.socket, given.socket),
    session: fill(defaultConfig.session, given.session),
    runtime: fill(defaultConfig.runtime, given.runtime),
    matchmaker: fill(defaultConfig.matchmaker, given.matchmaker),
    party: fill(defaultConfig.party, given.party),
  }
  check(config)
  return config
}

function fill<T extends object>(defaults: T, given: Partial<T> | undefined): T {
  const filled = { ...defaults }
  for (const key in defaults) {
    const value = given?.[key]
    if (value !== undefined) filled[key] = value
  }
  return filled
}

function check(config: ServerConfig): void {
  if (!/^[\w-]+$/.test(config.name)) {
    throw new ConfigError('name', 'must consist of letters, digits, "_" and "-"')
  }
  for (const group of ['socket', 'session', 'runtime', 'matchmaker', 'party'] as const) {
    for (const [key, value] of Object.entries(config[group])) {
      const option = `${group}.${snakeCase(key)}`
      if (typeof value === 'number' && !(Number.isSafeInteger(value) && value > 0)) {
        throw new ConfigError(option, `must be a whole number above 0, not ${value}`)
      }
      if (value === '') throw new ConfigError(option, 'must not be empty')
    }
  }
  if (config.socket.pongWaitMs <= config.socket.pingPeriodMs) {
    throw new ConfigError('socket.pong_wait_ms', 'must be greater than socket.ping_period_ms')
  }
  if (config.session.singleParty && !config.session.singleSocket) {
    throw new ConfigError('session.single_party', 'needs session.single_socket')
  }
}

/** `tokenExpirySec` → `token_expiry_sec`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
