import type { Clock, Codec, DecodeError, EnvelopeMessage, TimerHandle } from '@party/protocol'
import { PartyError } from '../error.ts'
import type { Undo } from '../runtime/emitter.ts'
import type { Logger } from '../runtime/logger.ts'
import { Pending } from '../runtime/pending.ts'
import { byteLength } from '../runtime/text.ts'
import type { OpenTransport, Transport } from '../transport/transport.ts'
import { type ConnectTarget, dial } from './dial.ts'
import { Heartbeat, type HeartbeatOptions } from './heartbeat.ts'
import type { ReconnectPolicy } from './reconnect-policy.ts'
import { type Call, contextOf, type Reply, RequestTable } from './requests.ts'
import { Retries } from './retries.ts'
import {
  announcement,
  type ConnectionInput,
  type ConnectionState,
  closeCause,
  type DisconnectCode,
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
  /** Milliseconds an attempt to reconnect may take. */
  readonly timeoutMs: number
  /** The largest frame the server takes, in bytes. */
  readonly maxMessageBytes: number
  /** Watches the platform from `connect` until the connection is over, and tells when to look after it. */
  watch(platform: { onWake(): void; onDoubt(): void }): Undo
  readonly listener: ConnectionListener
}

/** What a connection tells, in order and synchronously. */
export interface ConnectionListener {
  /** A message that is not a reply. */
  onMessage(message: EnvelopeMessage): void
  onTransition(transition: Transition): void
  /** A frame that cannot be read, or an error of the server that belongs to no request. */
  onError(error: PartyError): void
  /** The server has answered a ping. */
  onAlive(): void
}

/** How long a caller of `connect` waits. */
export interface ConnectBounds {
  /** Milliseconds. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

/**
 * One connection to the server, over and over: its state, its transport, the requests that wait on it, and its
 * heartbeat. Every change of state goes through `#move`, which ends what belongs to the state before; callbacks of
 * an earlier epoch mean nothing.
 */
export class Connection {
  readonly #parts: ConnectionParts
  readonly #requests: RequestTable
  readonly #retries: Retries
  readonly #heartbeat: Heartbeat | undefined
  /** The callers of `connect` that wait. */
  readonly #waiting = new Set<Pending<void>>()
  /** Transitions that were made and not told yet. */
  readonly #untold: Transition[] = []
  #state: ConnectionState = 'idle'
  #epoch = 0
  #target: ConnectTarget | undefined
  #transport: Transport | undefined
  /** Ends the wait for the next attempt, or the attempt. */
  #timer: TimerHandle | undefined
  #announced: DisconnectCode | undefined
  #unwatch: Undo | undefined
  #isTelling = false

  constructor(parts: ConnectionParts) {
    this.#parts = parts
    this.#requests = new RequestTable(parts.clock)
    this.#retries = new Retries(parts)
    this.#heartbeat = parts.heartbeat && this.#createHeartbeat(parts.heartbeat)
  }

  get state(): ConnectionState {
    return this.#state
  }

  /**
   * Resolves when the connection is open: at once if it is, with the others if an attempt is under way. Who gives
   * up waiting takes only himself out; a first attempt ends when nobody waits for it any more.
   */
  connect(target: ConnectTarget, { timeoutMs, signal }: ConnectBounds): Promise<void> {
    const operation = 'connect'
    const waiter = new Pending<void>({
      clock: this.#parts.clock,
      timeoutMs,
      signal,
      onTimeout: () => PartyError.timeout(timeoutMs, { operation }),
      onAbort: (reason) => PartyError.aborted(reason, { operation }),
      onSettled: () => this.#leave(waiter),
    })
    if (waiter.settled) return waiter.promise
    this.#target = target
    this.#waiting.add(waiter)
    if (this.#state === 'open') waiter.resolve()
    else if (this.#state === 'reconnecting') this.reconnectNow()
    else this.#move('connect', 'connect_called', 'connect() was called')
    return waiter.promise
  }

  /** Ends the connection, or the attempts to make one. Does nothing where there is neither. */
  disconnect(): void {
    this.#move('end', 'disconnect_called', 'disconnect() was called')
  }

  /** Waits no longer for the next attempt, and tests a connection that is open. */
  reconnectNow(): void {
    this.#heartbeat?.hurry()
    if (this.#state !== 'reconnecting' || this.#transport) return
    this.#retries.restart()
    this.#tryAgain()
  }

  /** Sends a request and waits for its reply. */
  async request(call: Call): Promise<Reply> {
    if (this.#state !== 'open') throw PartyError.notConnected(this.#state, contextOf(call))
    return this.#requests.start(call, (cid) => this.#send(cid, call))
  }

  #send(cid: string, call: Call): void {
    const { codec, maxMessageBytes } = this.#parts
    const frame = codec.encode({ cid, message: call.message })
    const size = byteLength(frame)
    if (size > maxMessageBytes) {
      throw PartyError.messageTooLarge(call.largest ?? 'the call', size, maxMessageBytes, contextOf(call))
    }
    this.#transport?.send(frame)
  }

  #dial(): void {
    if (!this.#target) return
    const epoch = this.#epoch
    const current = () => epoch === this.#epoch
    this.#transport = dial(this.#target, this.#parts.openTransport, {
      onOpen: () => {
        if (current()) this.#move('opened', 'connected', 'the connection is open')
      },
      onFrame: (frame) => {
        if (current()) this.#receive(frame)
      },
      onClose: (close) => {
        if (current()) this.#lost(...closeCause(close, this.#announced))
      },
      onFail: (error) => {
        if (current()) this.#failed(error)
      },
    })
  }

  #failed(error: PartyError): void {
    const code = error.code === 'unauthenticated' ? error.code : 'connect_failed'
    this.#lost(code, error.message, error)
  }

  /** Decides what becomes of a connection that was lost, or that could not be made. */
  #lost(code: DisconnectCode, reason: string, error?: PartyError): void {
    if (this.#state === 'open') this.#retries.lost()
    const retryInMs = this.#state === 'connecting' ? undefined : this.#retries.next(code, reason)
    this.#move(retryInMs === undefined ? 'end' : 'retry', code, reason, { error, retryInMs })
  }

  #tryAgain(): void {
    const { clock, timeoutMs } = this.#parts
    clock.clearTimeout(this.#timer)
    this.#timer = clock.setTimeout(
      () => this.#failed(PartyError.timeout(timeoutMs, { operation: 'connect' })),
      timeoutMs,
    )
    this.#dial()
  }

  #leave(waiter: Pending<void>): void {
    this.#waiting.delete(waiter)
    if (this.#state === 'connecting' && this.#waiting.size === 0) {
      this.#move('end', 'connect_failed', 'nobody waits for the connection any more')
    }
  }

  #receive(frame: string | Uint8Array): void {
    const { codec, listener, logger } = this.#parts
    let envelope: ReturnType<Codec['decode']>
    try {
      envelope = codec.decode(frame)
    } catch (cause) {
      const { cid = '' } = cause as Partial<DecodeError>
      if (!this.#requests.garbled(cid, cause)) listener.onError(PartyError.malformedMessage(cause))
      return
    }
    const { cid, message } = envelope
    if (cid !== '' && this.#requests.settle(cid, message)) return
    if (message?.case === 'notifications') {
      for (const { code } of message.value.notifications) this.#announced ??= announcement(code)
    }
    if (message?.case === 'error') listener.onError(PartyError.fromRealtime(message.value))
    else if (cid !== '') logger.debug('ignored a reply that nobody waits for', { cid, case: message?.case })
    else if (message) listener.onMessage(message)
    else logger.debug('ignored a message of a kind this SDK does not know')
  }

  /** The only place where the state changes. Inputs that mean nothing in the present state do nothing. */
  #move(
    input: ConnectionInput,
    code: TransitionCode,
    reason: string,
    { error, retryInMs }: { error?: PartyError | undefined; retryInMs?: number | undefined } = {},
  ): void {
    const from = this.#state
    const to = nextState(from, input)
    if (!to) return
    const { clock, watch } = this.#parts
    const transition: Transition = { from, to, code, reason, willReconnect: input === 'retry', retryInMs }
    this.#state = to
    clock.clearTimeout(this.#timer)
    this.#timer = undefined
    if (to === 'open') {
      this.#announced = undefined
      this.#retries.opened()
      this.#heartbeat?.start()
      for (const waiter of [...this.#waiting]) waiter.resolve()
    } else {
      this.#endTransport(code)
      this.#requests.failAll((context) => PartyError.disconnected(transition, context))
    }
    if (to === 'connecting') {
      this.#retries.restart()
      this.#unwatch ??= watch({
        onWake: () => this.reconnectNow(),
        onDoubt: () => this.#heartbeat?.hurry(),
      })
      this.#dial()
    }
    if (to === 'reconnecting') this.#timer = clock.setTimeout(() => this.#tryAgain(), retryInMs ?? 0)
    if (to === 'closed') {
      this.#unwatch?.()
      this.#unwatch = undefined
      for (const waiter of [...this.#waiting]) {
        waiter.reject(error ?? PartyError.disconnected(transition, { operation: 'connect' }))
      }
    }
    this.#tell(transition)
  }

  #endTransport(code: TransitionCode): void {
    this.#epoch++
    this.#heartbeat?.stop()
    const transport = this.#transport
    this.#transport = undefined
    if (code === 'heartbeat_timeout') transport?.abandon()
    else transport?.close()
  }

  /** Tells transitions in the order in which they were made, also those that a handler brings about. */
  #tell(transition: Transition): void {
    const { logger, listener } = this.#parts
    this.#untold.push(transition)
    if (this.#isTelling) return
    this.#isTelling = true
    for (let next = this.#untold.shift(); next; next = this.#untold.shift()) {
      const { from, to, ...why } = next
      logger.info(`connection ${from} -> ${to}`, why)
      listener.onTransition(next)
    }
    this.#isTelling = false
  }

  #createHeartbeat(options: Required<HeartbeatOptions>): Heartbeat {
    const { clock, random, listener } = this.#parts
    return new Heartbeat({
      ...options,
      clock,
      random,
      ping: async (timeoutMs) => {
        await this.request({ operation: 'ping', message: { case: 'ping', value: {} }, timeoutMs })
        listener.onAlive()
      },
      onDead: () => {
        const reason = `the server has not answered a ping for ${options.timeoutMs} ms`
        this.#lost('heartbeat_timeout', reason)
      },
    })
  }
}
