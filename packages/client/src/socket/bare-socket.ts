import type { EnvelopeMessage, Operation, ReplyOf, RequestOf } from '@party/protocol'
import { createConnection } from '../connection/connection.ts'
import type { Connection } from '../connection/parts.ts'
import type { Reply } from '../connection/requests.ts'
import type { ConnectionState, DisconnectCode, Transition } from '../connection/state.ts'
import { checked, PartyError, refuse } from '../error.ts'
import { checkFields } from '../fields.ts'
import type { Session } from '../http/session.ts'
import type { CallOptions } from '../runtime/call-options.ts'
import { type PartyClientOptions, resolveSettings } from '../settings.ts'
import { type KindsOf, SocketCalls } from './socket-calls.ts'

/** How to connect. */
export interface ConnectOptions extends CallOptions {
  /**
   * Whether followers see the player come online, with an empty status. Default false, as every Nakama client has
   * it: the player is invisible until `updateStatus`.
   */
  readonly appearOnline?: boolean
  /** Language of the player, for server code to read: a BCP 47 tag. Default the server's, `en`. */
  readonly lang?: string
}

/**
 * A player's connection to the server, without live parties and without HTTP, for games where every byte counts:
 * what arrives is told as events, and nothing is kept. `PartySocket` is the whole of it.
 *
 * Every call ends exactly once, with a result or with a `PartyError`. Besides the codes that each method names,
 * each can end with `invalid_argument` (an argument is refused before anything is sent), `not_connected`,
 * `timeout`, `aborted`, `disconnected` (as with a timeout, whether the server has done it is not known),
 * `message_too_large` (nothing was sent), `unexpected_reply`, `server_error` and, where a server runs code of its
 * own around requests, `disabled_by_server` and `server_function_failed`.
 */
export class BareSocket extends SocketCalls {
  readonly #connection: Connection
  #session: Session | undefined

  /** @throws PartyError `invalid_argument` */
  constructor(options: PartyClientOptions = {}) {
    const settings = resolveSettings(options)
    super(settings)
    this.#connection = createConnection(settings, {
      emitMessage: (message) => this.emitMessage(message),
      emitError: (error) => this.emitError(error),
      moved: (transition) => this.moved(transition),
      replied: (request, reply) => this.replied(request, reply),
      refused: (error) => this.refused(error),
    })
  }

  /** Where the connection stands. */
  get state(): ConnectionState {
    return this.#connection.state
  }

  /** The session of the connection: the one last given to `connect`. */
  get session(): Session | undefined {
    return this.#session
  }

  /**
   * Connects the player, and resolves when the connection is open. Calling it again while it connects, or connects
   * again, waits for the same; while it is open it resolves at once. Register handlers before: what the server says
   * first may arrive together with the connection.
   *
   * A first attempt that fails is not repeated; once it was open, a connection that is lost is made again (option
   * `reconnect`). Each attempt uses the tokens that the session has by then.
   *
   * Ends also with `unauthenticated` (the server takes neither the token nor, where there is one, the refresh token:
   * sign in again), `connection_failed` (the server cannot be reached, or opens no WebSocket) and `disconnected`
   * (`disconnect` was called meanwhile).
   *
   * @param options `true` is short for `{ appearOnline: true }`.
   */
  async connect(session: Session, options: ConnectOptions | boolean = {}): Promise<void> {
    const given: ConnectOptions = typeof options === 'boolean' ? { appearOnline: options } : options
    const { appearOnline = false, lang, ...bounds } = given
    const { settings, state } = this
    checked({ operation: 'connect' }, () => {
      if (!session?.token) refuse('session', 'has to be a session')
      const isFree = state === 'idle' || state === 'closed'
      if (!isFree && session.userId !== this.#session?.userId) {
        refuse('session', 'is of another player; disconnect first')
      }
    })
    this.#session = session
    await this.#connection.connect(async (signal, refused) => {
      await this.keepFresh(session, signal, refused?.includes(session.token) ? session.token : undefined)
      const { token } = session
      const status = String(this.appearOnline ?? appearOnline)
      const query = new URLSearchParams({ token, format: settings.codec.format, status })
      if (lang !== undefined) query.set('lang', lang)
      return `${settings.ssl ? 'wss' : 'ws'}://${settings.authority}/ws?${query}`
    }, bounds)
  }

  /**
   * Ends the connection, or the attempts to make one. Calls under way end with `disconnected`; the event
   * `disconnect` follows if there was a connection. Handlers stay, for the next `connect`. The server takes the
   * player out of all parties.
   */
  disconnect(): void {
    this.#connection.disconnect()
  }

  /**
   * While the socket reconnects: makes the next attempt now, and counts the attempts anew. While it is open: tests
   * now whether the server still answers. Else it does nothing. The SDK does so by itself when the page is shown
   * again and when the network comes back; an engine with events of its own for that can call it on them.
   */
  reconnectNow(): void {
    this.#connection.reconnectNow()
  }

  protected async call<O extends Operation>(
    operation: O,
    [request, expected]: KindsOf<O>,
    value: RequestOf<O>,
    options?: CallOptions,
    largest?: string,
  ): Promise<ReplyOf<O>> {
    const context = { operation, partyId: (value as { partyId?: string }).partyId }
    checked(context, () => checkFields(value))
    // The types pair each operation with the messages it sends and gets, which they cannot follow in here.
    const message = { case: request, value } as EnvelopeMessage
    const reply = await this.#connection.request({ context, message, options, largest })
    if (expected && reply?.case !== expected) {
      throw new PartyError('unexpected_reply', `expected ${expected}, got ${reply?.case}`, context)
    }
    return reply?.value as ReplyOf<O>
  }

  /** Refreshes the session where that is needed and possible. Without HTTP it is not. */
  protected async keepFresh(_session: Session, _signal?: AbortSignal, _refused?: string): Promise<void> {}

  /** How a new connection should show the player; `undefined`: as `connect` was told. */
  protected get appearOnline(): boolean | undefined {
    return undefined
  }

  /** The server has done what a request asks for. Called as the reply arrives, before the messages behind it. */
  protected replied({ case: request }: EnvelopeMessage, _reply: Reply): void {
    if (request === 'ping') this.#keepRefreshToken()
  }

  /** Takes an error that the server has answered with, before its call ends. */
  protected refused(_error: PartyError): void {}

  /** Tells a step of the connection. */
  protected moved(transition: Transition): void {
    const { from, to, code, reason, willReconnect } = transition
    this.emit('transition', transition)
    if (from === 'open' || (from === 'reconnecting' && to === 'closed')) {
      // No other codes lead out of a connection.
      this.emit('disconnect', { code: code as DisconnectCode, reason, willReconnect })
    }
  }

  /** Without it a connection that held for longer than the refresh token could not be made again. */
  #keepRefreshToken(): void {
    const session = this.#session
    const now = this.settings.clock.now()
    if (session?.isRefreshExpired(now + refreshTokenMarginMs) && !session.isRefreshExpired(now)) {
      this.keepFresh(session, undefined, session.token).catch(() => {})
    }
  }
}

/** A minute: several heartbeats, should some refreshes fail. */
const refreshTokenMarginMs = 60_000
