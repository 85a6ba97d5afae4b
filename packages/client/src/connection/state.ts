import { closeCodes } from '@party/protocol'
import type { TransportClose } from '../transport/transport.ts'

/**
 * Where a connection stands. `idle`: never connected. `connecting`: the first attempt is under way. `open`:
 * messages flow. `closed`: over; `connect` begins anew.
 */
export type ConnectionState = 'idle' | 'connecting' | 'open' | 'closed'

/** What can happen to a connection. */
export type ConnectionInput = 'connect' | 'opened' | 'refused' | 'lost' | 'disconnect'

/**
 * How an open connection ended.
 *
 * - `disconnect_called`: by the game's own `disconnect()`.
 * - `server_closed`: the server closed it; the reason is the server's (`session outgoing queue full`, say).
 * - `message_too_large`: the server closed it because a message was larger than it takes.
 * - `connection_lost`: it broke without a word.
 * - `heartbeat_timeout`: the server did not answer a ping in time.
 */
export type DisconnectCode = (typeof disconnectCodes)[number]

const disconnectCodes = [
  'disconnect_called',
  'server_closed',
  'message_too_large',
  'connection_lost',
  'heartbeat_timeout',
] as const

/** Whether a step was one out of an open connection. */
export function isDisconnectCode(code: TransitionCode): code is DisconnectCode {
  return (disconnectCodes as readonly string[]).includes(code)
}

/** Why a connection took a step. */
export type TransitionCode = 'connect_called' | 'connected' | 'connect_failed' | DisconnectCode

/** One step of the connection, and why it was taken. */
export interface Transition {
  readonly from: ConnectionState
  readonly to: ConnectionState
  /** Stable name of the cause. */
  readonly code: TransitionCode
  /** The cause in words: what the server gave as its reason, or ours. */
  readonly reason: string
  /** True if the SDK is about to try again by itself. */
  readonly willReconnect: boolean
}

const steps: Record<ConnectionState, Partial<Record<ConnectionInput, ConnectionState>>> = {
  idle: { connect: 'connecting' },
  connecting: { opened: 'open', refused: 'closed', disconnect: 'closed' },
  open: { lost: 'closed', disconnect: 'closed' },
  closed: { connect: 'connecting' },
}

/** The state that follows, or `undefined` where an input means nothing (a second `disconnect`, say). */
export function nextState(state: ConnectionState, input: ConnectionInput): ConnectionState | undefined {
  return steps[state][input]
}

/** Why an open connection ended, read from how its transport did. */
export function closeCause({ code, reason }: TransportClose): [DisconnectCode, string] {
  if (code === closeCodes.messageTooBig) return ['message_too_large', reason || 'a message was too large']
  if (code === closeCodes.abnormal) return ['connection_lost', reason || 'the connection was lost']
  return ['server_closed', reason || `the server closed the connection with code ${code}`]
}
