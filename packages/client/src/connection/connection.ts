import type { Clock, Codec, DecodeError, TimerHandle } from '@party/protocol'
import {
  disconnectedError,
  inWords,
  malformedMessage,
  messageTooLarge,
  notConnected,
  type PartyError,
  realtimeError,
  timeoutError,
} from '../error.ts'
import type { CallOptions } from '../runtime/call-options.ts'
import type { Undo } from '../runtime/emitter.ts'
import type { Logger } from '../runtime/logger.ts'
import { byteLength } from '../runtime/text.ts'
import { type Wait, wait } from '../runtime/wait.ts'
import type { OpenTransport, Transport } from '../transport/transport.ts'
import { type ConnectTarget, dial } from './dial.ts'
import { createHeartbeat, type Heartbeat, type HeartbeatOptions } from './heartbeat.ts'
import type { ReconnectPolicy } from './reconnect-policy.ts'
import { type Call, type Reply, type ReplyListener, requestTable } from './requests.ts'
import {
  announcement,
  type ConnectionInput,
  type ConnectionState,
  closeCause,
  type DisconnectCode,
  mayRetry,
  nextState,
  type Transition,
  type TransitionCode,
} from './state.ts'

/** Everything a connection is made of. */
export interface ConnectionParts {
  readonly clock: Clock
  readonly random: () => number
  readonly codec: Codec
  readonly logger: Logger
  readonly openTransport: OpenTransport
  /** Absent: dead peers are left to the platform. */
  readonly heartbeat: Required<HeartbeatOptions> | undefined
  /** Absent: a connection that was lost is not made again. */
  readonly reconnect: ReconnectPolicy | undefined
  /** Milliseconds a call waits unless it says otherwise, and an attempt to reconnect may take. */
  readonly timeoutMs: number
  /** The largest frame the server takes, in bytes. */
  readonly maxMessageBytes: number
  /** Watches the platform from `connect` until the connection is over, and tells when to look after it. */
  watch(onWake: () => void, onDoubt: () => void): Undo
  readonly listener: ConnectionListener
}

/** What a connection tells, in order and synchronously. */
export interface ConnectionListener extends ReplyListener {
  /** A message that is not a reply. */
  onMessage(message: NonNullable<Reply>): void
  onTransition(transition: Transition): void
  /** A frame that cannot be read, or an error of the server that belongs to no request. */
  onError(error: PartyError): void
}

/** How long a connection has to hold before the next loss counts as a first one, in milliseconds. */
const steadyMs = 10_000

/** One connection to the server, over and over. */
export interface Connection {
  readonly state: ConnectionState
  /**
   * Resolves when the connection is open: at once if it is, with the others if an attempt is under way. Who gives
   * up waiting takes only himself out; a first attempt ends when nobody waits for it any more.
   */
  connect(target: ConnectTarget, options: CallOptions): Promise<void>
  /** Ends the connection, or the attempts to make one. Does nothing where there is neither. */
  disconnect(): void
  /** Waits no longer for the next attempt, and tests a connection that is open. */
  reconnectNow(): void
  /** Sends a request and waits for its reply. */
  request(call: Call): Promise<Reply>
}

/**
 * The state of a connection, its transport, the requests that wait on it, and its heartbeat. Every change of state
 * goes through `move`, which ends what belongs to the state before.
 */
export function createConnection(parts: ConnectionParts): Connection {
  const { clock, random, codec, logger, timeoutMs, listener } = parts
  const requests = requestTable(parts, listener)
  /** The callers of `connect` that wait. */
  const waiting = new Set<Wait<void>>()
  /** Transitions that were made and not told yet. */
  const untold: Transition[] = []
  let state: ConnectionState = 'idle'
  let target: ConnectTarget
  let transport: Transport | undefined
  /** Ends the wait for the next attempt, or the attempt. */
  let timer: TimerHandle
  let announced: DisconnectCode | undefined
  let unwatch: Undo | undefined
  let retryCount = 0
  let openedAt = 0
  let lostAt = 0
  const heartbeat: Heartbeat | undefined =
    parts.heartbeat &&
    createHeartbeat({
      clock,
      random,
      ...parts.heartbeat,
      ping: () =>
        request({
          context: { operation: 'ping' },
          message: { case: 'ping', value: {} },
          options: parts.heartbeat,
        }),
      onDead: () => lost('heartbeat_timeout'),
    })

  /** The only place where the state changes. Inputs that mean nothing in the present state do nothing. */
  function move(
    input: ConnectionInput,
    code: TransitionCode,
    reason = inWords(code),
    retryInMs?: number,
    error?: PartyError,
  ): void {
    const from = state
    const to = nextState(from, input)
    if (!to) return
    const transition: Transition = { from, to, code, reason, willReconnect: input === 'retry', retryInMs }
    state = to
    clock.clearTimeout(timer)
    if (to === 'open') {
      announced = undefined
      openedAt = clock.now()
      heartbeat?.start()
      for (const waiter of waiting) waiter.resolve()
    } else {
      endTransport(code)
      requests.failAll(transition)
    }
    if (to === 'connecting') {
      beginAnew()
      unwatch ??= parts.watch(reconnectNow, () => heartbeat?.hurry())
      attempt()
    }
    if (to === 'reconnecting') timer = clock.setTimeout(tryAgain, retryInMs ?? 0)
    if (to === 'closed') {
      unwatch?.()
      unwatch = undefined
      for (const waiter of waiting)
        waiter.reject(error ?? disconnectedError(transition, { operation: 'connect' }))
    }
    // Told in the order in which they were made, also those that a handler brings about.
    if (untold.push(transition) > 1) return
    for (const next of untold) {
      logger.info('transition', next)
      listener.onTransition(next)
    }
    untold.length = 0
  }

  function endTransport(code: TransitionCode): void {
    const ended = transport
    transport = undefined
    heartbeat?.stop()
    if (code === 'heartbeat_timeout') ended?.abandon()
    else ended?.close()
  }

  /** There is a new reason to try. */
  function beginAnew(): void {
    retryCount = 0
    lostAt = clock.now()
  }

  function attempt(): void {
    transport = dial(target, parts.openTransport, {
      onOpen: () => move('opened', 'connected'),
      onFrame: receive,
      onClose: (close) => lost(...closeCause(close, announced)),
      onFail: failed,
    })
  }

  function tryAgain(): void {
    clock.clearTimeout(timer)
    timer = clock.setTimeout(() => failed(timeoutError(timeoutMs, { operation: 'connect' })), timeoutMs)
    attempt()
  }

  function failed(error: PartyError): void {
    lost(error.code === 'unauthenticated' ? error.code : 'connect_failed', error.message, error)
  }

  /** Decides what becomes of a connection that was lost, or that could not be made. */
  function lost(code: DisconnectCode, reason = inWords(code), error?: PartyError): void {
    if (state === 'open') {
      lostAt = clock.now()
      // Only if it has held does the count begin anew: a server may let in and throw out.
      if (lostAt - openedAt >= steadyMs) retryCount = 0
    }
    let retryInMs: number | undefined | null
    try {
      if (state !== 'connecting' && mayRetry(code)) {
        const elapsedMs = clock.now() - lostAt
        retryInMs = parts.reconnect?.({ retryCount: retryCount++, elapsedMs, code, reason, random: random() })
      }
    } catch (cause) {
      logger.error('reconnect policy failed', cause)
    }
    if (typeof retryInMs === 'number') move('retry', code, reason, retryInMs, error)
    else move('end', code, reason, undefined, error)
  }

  function receive(frame: string | Uint8Array): void {
    let cid = ''
    let message: Reply
    let error: PartyError | undefined
    try {
      ;({ cid, message } = codec.decode(frame))
      if (message?.case === 'error') error = realtimeError(message.value)
    } catch (cause) {
      cid = (cause as DecodeError).cid
      error = malformedMessage(cause)
    }
    if (requests.settle(cid, message, error)) return
    if (error) listener.onError(error)
    else if (cid || !message) logger.debug('message ignored', { cid, case: message?.case })
    else {
      if (message.case === 'notifications') {
        for (const { code } of message.value.notifications) announced ??= announcement(code)
      }
      listener.onMessage(message)
    }
  }

  function reconnectNow(): void {
    heartbeat?.hurry()
    if (state !== 'reconnecting' || transport) return
    beginAnew()
    tryAgain()
  }

  async function request(call: Call): Promise<Reply> {
    if (state !== 'open') throw notConnected(state, call.context)
    return requests.start(call, (cid) => {
      const frame = codec.encode({ cid, message: call.message })
      const size = byteLength(frame)
      if (size > parts.maxMessageBytes) {
        throw messageTooLarge(call.largest ?? 'the call', size, parts.maxMessageBytes)
      }
      transport?.send(frame)
    })
  }

  return {
    get state() {
      return state
    },

    connect(to, options) {
      const waiter = wait<void>(parts, options, { operation: 'connect' }, () => {
        waiting.delete(waiter)
        if (state === 'connecting' && waiting.size === 0)
          move('end', 'connect_failed', 'nobody waits any more')
      })
      if (!waiter.ended) {
        target = to
        waiting.add(waiter)
        if (state === 'open') waiter.resolve()
        else if (state === 'reconnecting') reconnectNow()
        else move('connect', 'connect_called')
      }
      return waiter.promise
    },

    disconnect: () => move('end', 'disconnect_called'),
    reconnectNow,
    request,
  }
}
