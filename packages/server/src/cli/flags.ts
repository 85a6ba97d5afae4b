import type { ServerConfig } from '../config.ts'

/** A group of the configuration, as `--config` files and `resolveConfig` know it. */
export type ConfigGroup = Exclude<keyof ServerConfig, 'name'>

/** One command line flag. */
export interface Flag {
  readonly name: string
  /** What stands behind the flag in the help; a flag without it is a switch. */
  readonly value?: string
  readonly help: string
  /** The option of the configuration that the flag sets; flags of the program itself have none. */
  readonly option?: {
    readonly [Group in ConfigGroup]: readonly [Group, keyof ServerConfig[Group]]
  }[ConfigGroup]
}

/** Flags of the program itself. */
export const programFlags: readonly Flag[] = [
  { name: 'host', value: 'ADDRESS', help: 'Address to listen on (default 127.0.0.1).' },
  { name: 'port', value: 'PORT', help: 'Port to listen on; 0 takes a free one (default 7350).' },
  {
    name: 'node-name',
    value: 'NAME',
    help: 'Name of this node, the second half of every party id (default nakama1).',
  },
  {
    name: 'data',
    value: 'FILE',
    help: 'Keep accounts and stored notifications in this SQLite file (default: in memory).',
  },
  { name: 'config', value: 'FILE', help: "YAML file with Nakama's option names; flags win over it." },
  {
    name: 'log',
    value: 'LEVEL',
    help: 'What to report on standard error: none, error, info or debug (default info).',
  },
  {
    name: 'inspect',
    help: 'Serve a page that shows, live, who is connected, parties, tickets and every message.',
  },
  {
    name: 'inspect-host',
    value: 'ADDRESS',
    help: 'Address of that page; whoever reaches it can disconnect players (default 127.0.0.1).',
  },
  { name: 'inspect-port', value: 'PORT', help: 'Port of that page; 0 takes a free one (default 7351).' },
  { name: 'help', help: 'Print this and exit.' },
]

/** Flags that set an option of the server, in the order of the help. */
export const configFlags: readonly Flag[] = [
  {
    name: 'server-key',
    value: 'KEY',
    help: 'Key that a client needs to authenticate a player.',
    option: ['socket', 'serverKey'],
  },
  {
    name: 'http-key',
    value: 'KEY',
    help: 'Key that a backend needs to call RPC functions without a session.',
    option: ['runtime', 'httpKey'],
  },
  {
    name: 'token-expiry-sec',
    value: 'SECONDS',
    help: 'Life of a session token.',
    option: ['session', 'tokenExpirySec'],
  },
  {
    name: 'refresh-token-expiry-sec',
    value: 'SECONDS',
    help: 'Life of a refresh token.',
    option: ['session', 'refreshTokenExpirySec'],
  },
  {
    name: 'encryption-key',
    value: 'SECRET',
    help: 'Secret that signs session tokens.',
    option: ['session', 'encryptionKey'],
  },
  {
    name: 'refresh-encryption-key',
    value: 'SECRET',
    help: 'Secret that signs refresh tokens.',
    option: ['session', 'refreshEncryptionKey'],
  },
  {
    name: 'single-socket',
    help: "A new socket of a user ends that user's older ones.",
    option: ['session', 'singleSocket'],
  },
  {
    name: 'single-party',
    help: 'Entering a party leaves every other; needs --single-socket.',
    option: ['session', 'singleParty'],
  },
  {
    name: 'single-session',
    help: 'Authenticating invalidates every earlier token of the user.',
    option: ['session', 'singleSession'],
  },
  {
    name: 'matchmaker-interval-sec',
    value: 'SECONDS',
    help: 'Time between two passes of the matchmaker.',
    option: ['matchmaker', 'intervalSec'],
  },
  {
    name: 'matchmaker-max-intervals',
    value: 'COUNT',
    help: 'Passes in which a ticket waits for its maximum count before its minimum will do.',
    option: ['matchmaker', 'maxIntervals'],
  },
  {
    name: 'matchmaker-max-tickets',
    value: 'COUNT',
    help: 'Tickets that a session, and a party, may hold at once.',
    option: ['matchmaker', 'maxTickets'],
  },
  {
    name: 'rev-precision',
    help: 'Every two tickets of a match must accept each other.',
    option: ['matchmaker', 'revPrecision'],
  },
  {
    name: 'max-message-size-bytes',
    value: 'BYTES',
    help: 'Largest message of a client on a socket; a larger one ends the connection with code 1009.',
    option: ['socket', 'maxMessageSizeBytes'],
  },
  {
    name: 'max-request-size-bytes',
    value: 'BYTES',
    help: 'Largest HTTP request body.',
    option: ['socket', 'maxRequestSizeBytes'],
  },
  {
    name: 'outgoing-queue-size',
    value: 'COUNT',
    help: 'Messages that may wait for a peer that does not read; one more ends its session.',
    option: ['socket', 'outgoingQueueSize'],
  },
  {
    name: 'ping-period-ms',
    value: 'MS',
    help: 'How often each session is sent a WebSocket ping.',
    option: ['socket', 'pingPeriodMs'],
  },
  {
    name: 'pong-wait-ms',
    value: 'MS',
    help: 'How long a session may go without a pong.',
    option: ['socket', 'pongWaitMs'],
  },
  {
    name: 'ping-backoff-threshold',
    value: 'COUNT',
    help: 'After this many messages of a client its ping and pong times start anew.',
    option: ['socket', 'pingBackoffThreshold'],
  },
  {
    name: 'close-ack-wait-ms',
    value: 'MS',
    help: "How long to wait for a peer's close frame.",
    option: ['socket', 'closeAckWaitMs'],
  },
  {
    name: 'label-update-interval-ms',
    value: 'MS',
    help: 'How long after a change the party listing shows it.',
    option: ['party', 'labelUpdateIntervalMs'],
  },
  {
    name: 'idle-check-interval-ms',
    value: 'MS',
    help: 'How often parties without members are looked for.',
    option: ['party', 'idleCheckIntervalMs'],
  },
]
