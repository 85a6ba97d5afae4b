import { type EnvelopeMessage, jsonClientCodec } from '@party/protocol'
import { settled, VirtualClock } from '@party/protocol/virtual-clock'
import { createConnection } from '../src/connection/connection.ts'
import type { ConnectionListener, ConnectionParts, FindAddress } from '../src/connection/parts.ts'
import type { Call } from '../src/connection/requests.ts'
import type { Transition } from '../src/connection/state.ts'
import { PartyError } from '../src/error.ts'
import { silentLogger } from '../src/runtime/logger.ts'
import type { TransportClose } from '../src/transport/websocket.ts'
import { FakeEnvironment } from './fake-environment.ts'
import { fakeTransports } from './fake-transport.ts'

export const refusal = new PartyError('connection_failed', 'cannot be reached')
export const abnormal: TransportClose = { code: 1006, reason: '' }
export const ping = {
  context: { operation: 'ping' },
  message: { case: 'ping', value: {} },
} as const satisfies Call

/** Who hears nothing. */
export const deafListener: ConnectionListener = {
  emitMessage() {},
  moved() {},
  emitError() {},
  replied() {},
  refused() {},
}

/** The code a call ends with, or `ok`. */
export const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: PartyError) => error.code,
  )

/** Where a connection is to go, and what the server says when it is asked why there is none. */
export interface FakeTarget {
  readonly url: FindAddress
  explain(signal: AbortSignal): Promise<PartyError>
}

/** A connection whose transports, time and platform are the test's. Without heartbeat unless it is asked for. */
export function fakeConnection({ heartbeat = false, listener, ...parts }: FakeConnectionOptions = {}) {
  const clock = new VirtualClock()
  const environment = new FakeEnvironment()
  const transports = fakeTransports()
  const transitions: Transition[] = []
  const messages: EnvelopeMessage[] = []
  const errors: PartyError[] = []
  const usual: FakeTarget = { url: async () => 'ws://test/ws', explain: async () => refusal }
  let target = usual
  const recorder: ConnectionListener = {
    ...deafListener,
    emitMessage: (message) => messages.push(message),
    moved: (transition) => transitions.push(transition),
    emitError: (error) => errors.push(error),
  }
  const usualParts: ConnectionParts = {
    clock,
    random: () => 0,
    codec: jsonClientCodec,
    logger: silentLogger,
    authority: 'test',
    fetch: async (_, init) => {
      const { code, message } = await target.explain(init?.signal ?? new AbortController().signal)
      return new Response(message, { status: code === 'unauthenticated' ? 401 : 400 })
    },
    WebSocket: transports.WebSocket,
    environment,
    heartbeat: heartbeat ? { intervalMs: 100, timeoutMs: 40 } : undefined,
    reconnect: undefined,
    timeoutMs: 1000,
    maxMessageBytes: 200,
    ...parts,
  }
  const connection = createConnection(usualParts, listener ?? recorder)
  const connect = async (options: { signal?: AbortSignal; timeoutMs?: number; target?: FakeTarget } = {}) => {
    const { target: to = usual, ...bounds } = options
    target = to
    await connection.connect(to.url, { timeoutMs: 1000, ...bounds })
  }
  const open = async () => {
    const connected = connect()
    await settled()
    transports.last().listener.onOpen()
    await connected
  }
  const steps = () => transitions.map(({ from, to, code }) => `${from} -> ${to} (${code})`)
  return {
    clock,
    environment,
    connection,
    connect,
    open,
    target: usual,
    messages,
    errors,
    transitions,
    steps,
    ...transports,
  }
}

export interface FakeConnectionOptions extends Partial<Omit<ConnectionParts, 'heartbeat'>> {
  readonly heartbeat?: boolean
  readonly listener?: ConnectionListener
}
