import type { Clock, Codec, EnvelopeMessage } from '@party/protocol'
import { PartyError } from '../error.ts'
import type { Logger } from '../runtime/logger.ts'
import { Pending } from '../runtime/pending.ts'
import { byteLength } from '../runtime/text.ts'
import type { OpenTransport, Transport, TransportClose } from '../transport/transport.ts'
import { Heartbeat, type HeartbeatOptions } from './heartbeat.ts'
import { type Call, contextOf, type Reply, RequestTable } from './requests.ts'
import {
  type ConnectionInput,
  type ConnectionState,
  closeCause,
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
  /** The largest frame the server takes, in bytes. */
  readonly maxMessageBytes: number
  readonly listener: ConnectionListener
}

/** What a connection tells, in order and synchronously. */
export interface ConnectionListener {
  /** A message that is not a reply. */
  onMessage(message: EnvelopeMessage): void
  onTransition(transition: Transition): void
  /** A frame that cannot be read, or an error of the server that belongs to no request. */
  onError(error: PartyError): void
}

/** Where to connect to. */
export interface ConnectTarget {
  readonly url: string
  /** Finds out why an attempt failed; a WebSocket does not say. Has to end when its signal is aborted. */
  explain(close: TransportClose, signal: AbortSignal): Promise<PartyError>
}

/** How long a caller of `connect` waits. */
export interface ConnectBounds {
  /** Milliseconds. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

/**
 * One connection to the server, over and over: its state, its transport, the requests that wait on it, and its
 * heartbeat. Every change of state goes through `#move`, and each move makes callbacks of the epoch before
 * meaningless.
 */
export class Connection {
  readonly #parts: ConnectionParts
  readonly #requests: RequestTable
  readonly #heartbeat: Heartbeat | undefined
  /** The callers of `connect` that wait for the attempt under way. */
  readonly #waiting = new Set<Pending<void>>()
  #state: ConnectionState = 'idle'
  #epoch = 0
  #transport: Transport | undefined
  #explaining: AbortController | undefined

  constructor(parts: ConnectionParts) {
    this.#parts = parts
    this.#requests = new RequestTable(parts.clock)
    this.#heartbeat = parts.heartbeat && this.#createHeartbeat(parts.heartbeat)
  }

  get state(): ConnectionState {
    return this.#state
  }

  /**
   * Resolves when the connection is open: at once if it is, with the others if an attempt is under way. Who
   * gives up waiting takes only himself out; the attempt ends when nobody waits for it any more.
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
    this.#waiting.add(waiter)
    if (this.#state === 'open') waiter.resolve()
    else if (this.#state !== 'connecting') this.#begin(target)
    return waiter.promise
  }

  /** Ends the connection, or the attempt to make one. Does nothing where there is neither. */
  disconnect(): void {
    this.#move('disconnect', 'disconnect_called', 'disconnect() was called')
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

  #begin(target: ConnectTarget): void {
    this.#move('connect', 'connect_called', 'connect() was called')
    const epoch = this.#epoch
    const current = () => epoch === this.#epoch
    this.#transport = this.#parts.openTransport(target.url, {
      onOpen: () => {
        if (current()) this.#move('opened', 'connected', 'the connection is open')
      },
      onFrame: (frame) => {
        if (current()) this.#receive(frame)
      },
      onClose: (close) => {
        if (!current()) return
        this.#transport = undefined
        if (this.#state === 'open') this.#move('lost', ...closeCause(close))
        else void this.#refused(target, close)
      },
    })
  }

  async #refused(target: ConnectTarget, close: TransportClose): Promise<void> {
    const epoch = this.#epoch
    this.#explaining = new AbortController()
    const error = await target
      .explain(close, this.#explaining.signal)
      .catch((cause) => PartyError.from(cause, { operation: 'connect' }))
    if (epoch === this.#epoch) this.#move('refused', 'connect_failed', error.message, error)
  }

  #leave(waiter: Pending<void>): void {
    this.#waiting.delete(waiter)
    if (this.#state === 'connecting' && this.#waiting.size === 0) {
      this.#move('refused', 'connect_failed', 'nobody waits for the connection any more')
    }
  }

  #receive(frame: string | Uint8Array): void {
    const { codec, listener, logger } = this.#parts
    let envelope: ReturnType<Codec['decode']>
    try {
      envelope = codec.decode(frame)
    } catch (cause) {
      listener.onError(PartyError.malformedMessage(cause))
      return
    }
    const { cid, message } = envelope
    if (cid !== '' && this.#requests.settle(cid, message)) return
    if (message?.case === 'error') listener.onError(PartyError.fromRealtime(message.value))
    else if (cid !== '') logger.debug('ignored a reply that nobody waits for', { cid, case: message?.case })
    else if (message) listener.onMessage(message)
    else logger.debug('ignored a message of a kind this SDK does not know')
  }

  /** The only place where the state changes. Inputs that mean nothing in the present state do nothing. */
  #move(input: ConnectionInput, code: TransitionCode, reason: string, error?: PartyError): void {
    const from = this.#state
    const to = nextState(from, input)
    if (!to) return
    const transition: Transition = { from, to, code, reason, willReconnect: false }
    this.#state = to
    if (to === 'connecting') this.#epoch++
    if (to === 'open') {
      this.#heartbeat?.start()
      for (const waiter of [...this.#waiting]) waiter.resolve()
    }
    if (to === 'closed') this.#tearDown(transition, error)
    this.#parts.logger.info(`connection ${from} -> ${to}`, { code, reason })
    this.#parts.listener.onTransition(transition)
  }

  #tearDown(transition: Transition, error: PartyError | undefined): void {
    this.#epoch++
    this.#heartbeat?.stop()
    this.#explaining?.abort()
    this.#explaining = undefined
    const transport = this.#transport
    this.#transport = undefined
    if (transition.code === 'heartbeat_timeout') transport?.abandon()
    else transport?.close()
    this.#requests.failAll((context) => PartyError.disconnected(transition, context))
    for (const waiter of [...this.#waiting]) {
      waiter.reject(error ?? PartyError.disconnected(transition, { operation: 'connect' }))
    }
  }

  #createHeartbeat(options: Required<HeartbeatOptions>): Heartbeat {
    const { clock, random } = this.#parts
    return new Heartbeat({
      ...options,
      clock,
      random,
      ping: (timeoutMs) =>
        this.request({ operation: 'ping', message: { case: 'ping', value: {} }, timeoutMs }),
      onDead: () => {
        const reason = `the server has not answered a ping for ${options.timeoutMs} ms`
        this.#move('lost', 'heartbeat_timeout', reason)
      },
    })
  }
}
