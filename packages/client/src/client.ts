import {
  type HttpOperation,
  maxListLimit,
  type NotificationList,
  notificationListReader,
  type PartyList,
  partyListReader,
  type Reader,
  type Rpc,
  rpcReader,
  sessionTokensReader,
} from '@party/protocol'
import { invalidArgument } from './error.ts'
import { checkFields } from './fields.ts'
import { type CallHttp, httpCaller, type KeepFresh, type KeepFreshOptions } from './http/http.ts'
import { newSession, type Session } from './http/session.ts'
import { sessionKeeper } from './http/session-keeper.ts'
import type { CallOptions } from './runtime/call-options.ts'
import { type PartyClientOptions, resolveSettings, type SocketOptions } from './settings.ts'
import { PartySocket } from './socket/party-socket.ts'

/** How to sign in. */
export interface AuthenticateOptions extends CallOptions {
  /** Whether to create the account if there is none. Default true. */
  readonly create?: boolean
  /** Name for a new account, at most 128 bytes. Default one the server makes up. */
  readonly username?: string
  /** Variables to keep in the session's tokens, for server code to read. */
  readonly vars?: Readonly<Record<string, string>>
}

/** Which parties to list. */
export interface ListPartiesOptions extends CallOptions {
  /** At most how many, 1 to 100. Default 10. */
  readonly limit?: number
  /** Only open parties, or only closed ones. Default both. */
  readonly open?: boolean
  /** What to look for, in the server's query language: `+label.mode:duo`. Default everything. */
  readonly query?: string
  /** The `cursor` of the page before; everything else has to be as it was for that page. */
  readonly cursor?: string
}

/** Which notifications to list. */
export interface ListNotificationsOptions extends CallOptions {
  /** At most how many, 1 to 100. Default 100. */
  readonly limit?: number
  /** The `cacheableCursor` of a page before, to go on after it. Default from the oldest. */
  readonly cursor?: string
}

/**
 * The way to one server: signs players in, calls the server's HTTP interface, and makes sockets.
 *
 * Besides what each method names, every call can end with `invalid_argument` (an argument is refused before
 * anything is sent), `network_error` (the server cannot be reached), `timeout`, `aborted`, `rate_limited`,
 * `unavailable` and `server_error`; calls that sign in or refresh with `server_key_invalid`, calls that take a
 * session with `unauthenticated` (the server takes neither its token nor its refresh token: the player has to sign
 * in again). A session whose token is about to end is refreshed before, and one whose token is refused is refreshed
 * once; a session that changes is told to `onSessionRefresh`.
 */
export class PartyClient {
  readonly #options: PartyClientOptions
  readonly #keepFresh: KeepFresh
  readonly #call: CallHttp

  /** @throws PartyError `invalid_argument` */
  constructor(options: PartyClientOptions = {}) {
    this.#options = options
    const settings = resolveSettings(options)
    this.#keepFresh = sessionKeeper(settings, (session, signal) =>
      this.refreshSession(session, undefined, { signal }),
    )
    this.#call = httpCaller(settings, this.#keepFresh)
  }

  /**
   * Signs in with an id of the game's choice, for example from its own account system.
   *
   * Ends also with `invalid_custom_id`, `invalid_username`, `account_not_found` (only with `create: false`),
   * `account_banned`, `username_taken`.
   *
   * @param id 6 to 128 bytes, without spaces and control characters.
   */
  authenticateCustom(id: string, options?: AuthenticateOptions): Promise<Session> {
    return this.#signIn('authenticateCustom', 'custom', { id }, options)
  }

  /**
   * Signs in with an id of the device, for players without an account of their own.
   *
   * Ends also with `invalid_device_id`, `invalid_username`, `account_not_found` (only with `create: false`),
   * `account_banned`, `username_taken`.
   *
   * @param id 10 to 128 bytes, without spaces and control characters.
   */
  authenticateDevice(id: string, options?: AuthenticateOptions): Promise<Session> {
    return this.#signIn('authenticateDevice', 'device', { id }, options)
  }

  /**
   * Signs in with an e-mail address and a password; with an empty address, `username` says who signs in, and no
   * account is ever created.
   *
   * Ends also with `invalid_email`, `invalid_password`, `invalid_username`, `invalid_credentials`,
   * `account_not_found`, `account_banned`, `username_taken`.
   *
   * @param email 10 to 255 bytes, or empty.
   * @param password at least 8 characters.
   */
  authenticateEmail(email: string, password: string, options?: AuthenticateOptions): Promise<Session> {
    return this.#signIn('authenticateEmail', 'email', { email, password }, options)
  }

  /**
   * Buys new tokens with the session's refresh token, also when the session token has ended, and writes them into
   * the session.
   *
   * Ends also with `refresh_token_invalid`: the player has to sign in again.
   *
   * @param vars new variables for the tokens. Default those they have.
   * @returns the same session.
   */
  refreshSession(
    session: Session,
    vars?: Readonly<Record<string, string>>,
    options?: CallOptions,
  ): Promise<Session> {
    const build = () => {
      if (!session?.refreshToken) throw invalidArgument('session', 'has no refresh token')
      return { path: '/v2/account/session/refresh', body: { token: session.refreshToken, vars } }
    }
    const read: Reader<Session> = (json) => {
      const { token, refreshToken } = sessionTokensReader(json)
      session.update(token, refreshToken)
      return session
    }
    return this.#call('refreshSession', null, build, read, options)
  }

  /**
   * Refreshes the session if its token ends within `refreshMarginMs`, as every call that takes a session and every
   * attempt to connect does by itself; for a game that uses `session.token` elsewhere. Whoever asks at the same
   * time shares one refresh. It does not reject: a session that cannot be refreshed stays as it is.
   *
   * @param options `refused` is a token that was refused: unless the session has another one by now, it is refreshed
   * whatever its time.
   */
  async keepFresh(session: Session, options: KeepFreshOptions = {}): Promise<void> {
    await this.#keepFresh(session, options)
  }

  /** Makes both tokens of the session invalid. Sockets that are open stay open. */
  logout(session: Session, options?: CallOptions): Promise<void> {
    const build = () => {
      const { token, refreshToken } = session
      return { path: '/v2/session/logout', body: { token, refreshToken } }
    }
    return this.#call('logoutSession', session, build, nothing, options)
  }

  /**
   * Lists parties that are not hidden. What was created or changed within the last second may not be in the list
   * yet; a party without a label is listed with the label `{}`.
   *
   * Ends also with `invalid_limit` and `list_failed` (a query or cursor that the server cannot read).
   */
  listParties(session: Session, options: ListPartiesOptions = {}): Promise<PartyList> {
    const { limit, open, query, cursor } = options
    const build = () => ({ path: '/v2/party', query: { limit, open, query, cursor } })
    return this.#call('listParties', session, build, partyListReader, options)
  }

  /**
   * Lists the player's stored notifications, oldest first. `cacheableCursor` is set on the last page too: kept,
   * it finds later what has come since.
   *
   * Ends also with `invalid_limit` and `list_failed` (a cursor that the server cannot read).
   */
  listNotifications(session: Session, options: ListNotificationsOptions = {}): Promise<NotificationList> {
    const { limit = maxListLimit, cursor } = options
    const build = () => ({ path: '/v2/notification', query: { limit, cacheable_cursor: cursor } })
    return this.#call('listNotifications', session, build, notificationListReader, options)
  }

  /**
   * Deletes stored notifications of the player. Ids that are not there are ignored.
   *
   * Ends also with `invalid_input`.
   */
  deleteNotifications(session: Session, ids: readonly string[], options?: CallOptions): Promise<void> {
    const build = () => ({ path: '/v2/notification', query: { ids }, method: 'DELETE' })
    return this.#call('deleteNotifications', session, build, nothing, options)
  }

  /**
   * Calls a function that the game's own server code has registered, and resolves with what it returns.
   *
   * Ends also with `rpc_not_found`, `invalid_input`, `request_too_large`, `server_function_failed`, and whatever the
   * function answers.
   *
   * @param id the name the function is registered under.
   * @param payload what the function gets: any text, often JSON. Default empty.
   */
  async rpc(session: Session, id: string, payload = '', options?: CallOptions): Promise<Rpc> {
    const build = () => {
      checkFields({ id, payload })
      return { path: `/v2/rpc/${encodeURIComponent(id)}`, body: payload }
    }
    // The server's answer does not repeat the id.
    return { ...(await this.#call('callRpc', session, build, rpcReader, options)), id }
  }

  /**
   * A socket to the same server, with everything this client was given unless the options say otherwise. It is
   * not connected yet. A player needs one; each has its own connection.
   */
  createSocket(options: SocketOptions = {}): PartySocket {
    return new PartySocket({ ...this.#options, ...options }, this)
  }

  #signIn(
    operation: HttpOperation,
    by: string,
    account: object,
    { create, username, vars, ...options }: AuthenticateOptions = {},
  ): Promise<Session> {
    const build = () => ({
      path: `/v2/account/authenticate/${by}`,
      query: { create, username },
      body: { ...account, vars },
    })
    return this.#call(operation, null, build, (json) => newSession(sessionTokensReader(json)), options)
  }
}

const nothing = () => undefined
