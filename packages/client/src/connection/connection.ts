import type { Clock, Codec, DecodeError, ErrorCode, TimerHandle } from '@party/protocol'
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
import type { HeartbeatOptions } from './heartbeat.ts'
import type { ReconnectPolicy } from './reconnect-policy.ts'
import { type Call, type Reply, type ReplyListener, requestTable } from './requests.ts'
import {
  announcement,
  type ConnectionState,
  closeCause,
  type DisconnectCode,
  mayRetry,
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
  emitMessage(message: NonNullable<Reply>): void
  moved(transition: Transition): void
  /** A frame that cannot be read, or an error of the server that belongs to no request. */
  emitError(error: PartyError): void
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
  const { clock, random, codec, logger, timeoutMs, heartbeat, listener } = parts
  const requests = requestTable(parts, listener)
  /** The callers of `connect` that wait. */
  const waiting = new Set<Wait<void>>()
  /** Transitions that were made and not told yet. */
  const untold: Transition[] = []
  let state: ConnectionState = 'idle'
  let target: ConnectTarget
  let transport: Transport | undefined
  /** While it is open it ends the wait for the next ping, else that for the next attempt, or the attempt. */
  let timer: TimerHandle
  let announced: DisconnectCode | undefined
  let unwatch: Undo | undefined
  let retryCount = 0
  let openedAt = 0
  let lostAt = 0

  /** The only place where the state changes. It ends what belongs to the state before. */
  function move(
    to: ConnectionState,
    code: TransitionCode,
    reason = inWords(code),
    retryInMs?: number,
    error?: PartyError,
  ): void {
    const willReconnect = to === 'reconnecting'
    const transition: Transition = { from: state, to, code, reason, willReconnect, retryInMs }
    state = to
    stopTimer()
    if (to === 'open') {
      announced = undefined
      openedAt = clock.now()
      rest()
      for (const waiter of waiting) waiter.resolve()
    } else {
      transport?.close(code === 'heartbeat_timeout')
      transport = undefined
      requests.failAll(transition)
    }
    if (to === 'connecting') {
      beginAnew()
      unwatch ??= parts.watch(reconnectNow, hurry)
      attempt()
    }
    if (willReconnect) timer = clock.setTimeout(tryAgain, retryInMs ?? 0)
    if (to === 'closed') {
      unwatch?.()
      unwatch = undefined
      for (const waiter of waiting) waiter.reject(error ?? disconnectedError(transition))
    }
    // Told in the order in which they were made, also those that a handler brings about.
    if (untold.push(transition) > 1) return
    for (const next of untold) {
      logger.info('transition', next)
      listener.moved(next)
    }
    untold.length = 0
  }

  /** Whether there is neither a connection nor anything that could become one. */
  const isOver = () => state === 'idle' || state === 'closed'

  /** Ends what is waited for: the next ping or attempt, or the end of the attempt. */
  function stopTimer(): void {
    clock.clearTimeout(timer)
    timer = undefined
  }

  /** There is a new reason to try. */
  function beginAnew(): void {
    retryCount = 0
    lostAt = clock.now()
  }

  function attempt(): void {
    transport = dial(target, parts.openTransport, {
      onOpen: () => move('open', 'connected'),
      onFrame: receive,
      onClose: (close) => lost(...closeCause(close, announced)),
      onFail: failed,
    })
  }

  function tryAgain(): void {
    stopTimer()
    timer = clock.setTimeout(() => failed(timeoutError(timeoutMs)), timeoutMs)
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
    if (typeof retryInMs === 'number') move('reconnecting', code, reason, retryInMs, error)
    else move('closed', code, reason, undefined, error)
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
    if (error) listener.emitError(error)
    else if (cid || !message) logger.debug('message ignored', { cid, case: message?.case })
    else {
      if (message.case === 'notifications') {
        for (const { code } of message.value.notifications) announced ??= announcement(code)
      }
      listener.emitMessage(message)
    }
  }

  /** Until the next ping, if there is a heartbeat. */
  function rest(): void {
    // Up to a tenth earlier: clients that came back together after a server restart do not ping together.
    if (heartbeat) timer = clock.setTimeout(beat, heartbeat.intervalMs * (1 - random() / 10))
  }

  /** Sends a ping, and the next one some time after its answer; any answer but silence counts as life. */
  function beat(): void {
    stopTimer()
    const tested = transport
    const answered = (code?: ErrorCode) => {
      if (tested !== transport) return
      if (code === 'timeout') lost('heartbeat_timeout')
      else rest()
    }
    request({
      context: { operation: 'ping' },
      message: { case: 'ping', value: {} },
      options: heartbeat,
    }).then(
      () => answered(),
      ({ code }: PartyError) => answered(code),
    )
  }

  /** Sends the next ping now, unless one is under way. */
  function hurry(): void {
    if (state === 'open' && timer) beat()
  }

  function reconnectNow(): void {
    hurry()
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
          move('closed', 'connect_failed', 'nobody waits any more')
      })
      if (!waiter.ended) {
        target = to
        waiting.add(waiter)
        if (state === 'open') waiter.resolve()
        else if (state === 'reconnecting') reconnectNow()
        else if (isOver()) move('connecting', 'connect_called')
      }
      return waiter.promise
    },

    disconnect() {
      if (!isOver()) move('closed', 'disconnect_called')
    },

    reconnectNow,
    request,
  }
}
