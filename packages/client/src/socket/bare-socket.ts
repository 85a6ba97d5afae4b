import {
  type EnvelopeMessage,
  type Operation,
  operations,
  type ReplyOf,
  type RequestOf,
} from '@party/protocol'
import * as check from '../checks.ts'
import { Connection } from '../connection/connection.ts'
import { type ConnectionState, isDisconnectCode, type Transition } from '../connection/state.ts'
import { checked, PartyError } from '../error.ts'
import { explainRefusal } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import type { CallOptions } from '../runtime/call-options.ts'
import { type PartyClientOptions, resolveSettings, type Settings } from '../settings.ts'
import { webSocketTransport } from '../transport/websocket.ts'
import { SocketCalls } from './socket-calls.ts'

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
    this.#connection = new Connection({
      ...settings,
      openTransport: webSocketTransport(settings.WebSocket),
      listener: {
        onMessage: (message) => this.emitMessage(message),
        onError: (error) => this.emitError(error),
        onTransition: (transition) => this.#moved(transition),
      },
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
   * Connects the player, and resolves when the connection is open. Calling it again while it connects waits for
   * the same attempt, and while it is open resolves at once. Register handlers before: what the server says first
   * may arrive together with the connection.
   *
   * Ends also with `unauthenticated` (the server does not take the token: refresh the session), `connection_failed`
   * (the server cannot be reached, or opens no WebSocket) and `disconnected` (`disconnect` was called
   * meanwhile).
   *
   * @param options `true` is short for `{ appearOnline: true }`.
   */
  async connect(session: Session, options: ConnectOptions | boolean = {}): Promise<void> {
    const {
      appearOnline = false,
      lang,
      signal,
      timeoutMs,
    } = typeof options === 'boolean' ? { appearOnline: options } : options
    checked({ operation: 'connect' }, () => this.#checkSession(session))
    this.#session = session
    const url = socketUrl(this.settings, session, appearOnline, lang)
    await this.#connection.connect(
      {
        url,
        explain: (close, aborted) => explainRefusal(this.settings, url, close, aborted),
      },
      { timeoutMs: timeoutMs ?? this.settings.timeoutMs, signal },
    )
  }

  /**
   * Ends the connection, or the attempt to make one. Calls under way end with `disconnected`; the event
   * `disconnect` follows if the connection was open. Handlers stay, for the next `connect`. The server takes the
   * player out of all parties.
   */
  disconnect(): void {
    this.#connection.disconnect()
  }

  protected async call<O extends Operation>(
    operation: O,
    build: () => RequestOf<O>,
    options?: CallOptions,
    largest?: string,
  ): Promise<ReplyOf<O>> {
    const { request, reply: expected } = operations[operation]
    const value = checked({ operation }, build)
    const partyId = 'partyId' in value ? value.partyId : undefined
    const reply = await this.#connection.request({
      operation,
      // The table pairs each operation with the messages it sends and gets, which the types cannot follow here.
      message: { case: request, value } as EnvelopeMessage,
      partyId,
      largest,
      signal: options?.signal,
      timeoutMs: options?.timeoutMs ?? this.settings.timeoutMs,
    })
    if (expected !== undefined && reply?.case !== expected) {
      throw PartyError.unexpectedReply(expected, reply?.case ?? 'nothing', { operation, partyId })
    }
    return reply?.value as ReplyOf<O>
  }

  #checkSession(session: Session): void {
    check.session(session)
    const isBusy = this.state === 'connecting' || this.state === 'open'
    if (isBusy && session.userId !== this.#session?.userId) {
      check.refuse('session', 'is of another player than the connection; disconnect first')
    }
  }

  #moved({ from, code, reason, willReconnect }: Transition): void {
    if (from === 'open' && isDisconnectCode(code)) this.emit('disconnect', { code, reason, willReconnect })
  }
}

function socketUrl(settings: Settings, { token }: Session, appearOnline: boolean, lang?: string): string {
  const query = new URLSearchParams({ token, format: settings.codec.format, status: String(appearOnline) })
  if (lang !== undefined) query.set('lang', lang)
  return `${settings.ssl ? 'wss' : 'ws'}://${settings.authority}/ws?${query}`
}
