import { closedAbnormally, type DecodeError, type ErrorCode, type TimerHandle } from '@party/protocol'
import { watchEnvironment } from '../environment/environment.ts'
import {
  causedBy,
  disconnectedError,
  inWords,
  messageTooLarge,
  notConnected,
  type PartyError,
  realtimeError,
  timeoutError,
  toError,
} from '../error.ts'
import { explainRefusal } from '../http/refusal.ts'
import { byteLength, bytesOf } from '../runtime/bytes.ts'
import type { Undo } from '../runtime/emitter.ts'
import { type Wait, wait } from '../runtime/wait.ts'
import { closeSocket, importWebSocket } from '../transport/isomorphic.ts'
import type { TransportClose, WebSocketLike } from '../transport/websocket.ts'
import type { Connection, ConnectionListener, ConnectionParts, FindAddress } from './parts.ts'
import { type Call, type Reply, requestTable } from './requests.ts'
import { announcements, closeCause, type DisconnectCode, mayRetry, type Transition } from './state.ts'

/** How long a connection has to hold before the next loss counts as a first one, in milliseconds. */
const steadyMs = 10_000

/**
 * The state of a connection, its transport, the requests that wait on it, and its heartbeat. Every change of state
 * goes through `move`, which ends what belongs to the state before.
 */
export function createConnection(parts: ConnectionParts, listener: ConnectionListener): Connection {
  const { clock, random, codec, logger, timeoutMs, heartbeat } = parts
  const requests = requestTable(parts, listener)
  /** The callers of `connect` that wait. */
  const callers = new Set<Wait<void>>()
  /** Transitions that were made and not told yet. */
  const untold: Transition[] = []
  let state: Connection['state'] = 'idle'
  let address: FindAddress
  /** Of the attempt to connect, or of the connection that has come of it. */
  let attempt: AbortController | undefined
  /** Until its other side has closed it. */
  let socket: WebSocketLike | undefined
  /** While it is open it ends the wait for the next ping, else that for the next attempt, or the attempt. */
  let timer: TimerHandle
  let announced: DisconnectCode | undefined
  let unwatch: Undo | undefined
  let retryCount = 0
  let openedAt = 0
  let lostAt = 0

  /** The only place where the state changes. It ends what belongs to the state before. */
  function move(
    to: Transition['to'],
    code: Transition['code'],
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
      for (const caller of callers) caller.resolve()
    } else {
      attempt?.abort()
      attempt = undefined
      if (socket) closeSocket(socket, clock, code === 'heartbeat_timeout')
      socket = undefined
      requests.failAll(transition)
    }
    if (to === 'connecting') {
      beginAnew()
      unwatch = watchEnvironment(parts.environment, reconnectNow, hurry)
      startAttempt()
    }
    if (willReconnect) timer = clock.setTimeout(startAttempt, retryInMs ?? 0)
    if (to === 'closed') {
      unwatch?.()
      for (const caller of callers) caller.reject(error ?? disconnectedError(transition))
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

  /** One attempt to connect. Once it is over, or what has come of it, nothing of it is heard any more. */
  function startAttempt(): void {
    const current = new AbortController()
    attempt = current
    const { signal } = current
    const fail = (cause: unknown) => {
      if (attempt !== current) return
      const error = toError(cause)
      lost(error.code === 'unauthenticated' ? error.code : 'connect_failed', error.message, error)
    }
    stopTimer()
    // The first attempt may take as long as anybody waits for it.
    if (state === 'reconnecting') timer = clock.setTimeout(() => fail(timeoutError(timeoutMs)), timeoutMs)

    /** Tries once more with another token: tokens live for a minute, and a device's clock may be wrong. */
    async function dial(refused?: string, refusal?: PartyError): Promise<void> {
      const url = await address(signal, refused)
      if (url === refused) throw refusal
      const retry = (error: PartyError) => {
        if (refusal || error.code !== 'unauthenticated') throw error
        return dial(url, error)
      }
      const closed = (close: TransportClose) => {
        if (attempt !== current) return
        socket = undefined
        if (state === 'open') lost(...closeCause(close, announced))
        else explainRefusal(parts, url, close, signal).then(retry).catch(fail)
      }
      try {
        // Looked up for every connection, because test tools replace the global one while a program runs.
        const platform = globalThis as Pick<ConnectionParts, 'WebSocket'>
        const Socket = await (parts.WebSocket ?? platform.WebSocket ?? importWebSocket())
        if (attempt !== current) return
        const own = new Socket(url)
        socket = own
        own.binaryType = 'arraybuffer'
        own.onopen = () => socket === own && move('open', 'connected')
        own.onmessage = ({ data }: { data: string | ArrayBuffer | ArrayBufferView }) =>
          socket === own && receive(typeof data === 'string' ? data : bytesOf(data))
        // It says nothing, and a close event always follows it; but without a listener `ws` ends the process.
        own.onerror = () => {}
        own.onclose = ({ code = closedAbnormally, reason = '' }: Partial<TransportClose>) =>
          socket === own && closed({ code, reason })
      } catch (cause) {
        closed({ code: closedAbnormally, reason: String(cause) })
      }
    }

    dial().catch(fail)
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
    if (typeof retryInMs === 'number') move('reconnecting', code, reason, retryInMs)
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
      error = causedBy(cause, 'malformed_message')
    }
    if (requests.settle(cid, message, error)) return
    if (error) listener.emitError(error)
    else if (cid || !message) logger.debug('message ignored', { cid, case: message?.case })
    else {
      if (message.case === 'notifications') {
        for (const { code } of message.value.notifications) announced ??= announcements[code]
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
    const tested = attempt
    const answered = (code?: ErrorCode) => {
      if (tested !== attempt) return
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
    if (state !== 'reconnecting' || attempt) return
    beginAnew()
    startAttempt()
  }

  async function request(call: Call): Promise<Reply> {
    if (state !== 'open') throw notConnected(state, call.context)
    return requests.start(call, (cid) => {
      const frame = codec.encode({ cid, message: call.message })
      const size = byteLength(frame)
      if (size > parts.maxMessageBytes) {
        throw messageTooLarge(call.largest ?? 'the call', size, parts.maxMessageBytes)
      }
      // A codec never encodes into shared memory, which is all that its type allows beyond this one.
      socket?.send(frame as string | Uint8Array<ArrayBuffer>)
    })
  }

  return {
    get state() {
      return state
    },

    connect(to, options) {
      return wait<void>(parts, options, { operation: 'connect' }, (caller) => {
        address = to
        callers.add(caller)
        if (state === 'open') caller.resolve()
        else if (state === 'reconnecting') reconnectNow()
        else if (isOver()) move('connecting', 'connect_called')
        return () => {
          callers.delete(caller)
          if (state === 'connecting' && callers.size === 0)
            move('closed', 'connect_failed', 'nobody waits any more')
        }
      })
    },

    disconnect() {
      if (!isOver()) move('closed', 'disconnect_called')
    },

    reconnectNow,
    request,
  }
}
