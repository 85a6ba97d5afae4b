import type { SessionTokens } from '@party/protocol'
import { ApiError } from '../api-error.ts'
import type { Store } from '../store/store.ts'
import type { TokenService } from './tokens.ts'

export interface SessionServiceOptions {
  readonly store: Store
  readonly tokens: TokenService
  /** Signing in ends every earlier token of the user (`session.single_session`). */
  readonly singleSession: boolean
}

/** Someone who has just signed in. */
export interface SignedIn {
  readonly userId: string
  readonly username: string
  /** Whether signing in has created the account. */
  readonly created: boolean
}

type Vars = Readonly<Record<string, string>>

/** What becomes of tokens: opened by signing in, refreshed, logged out. */
export class SessionService {
  readonly #store: Store
  readonly #tokens: TokenService
  readonly #singleSession: boolean

  constructor({ store, tokens, singleSession }: SessionServiceOptions) {
    this.#store = store
    this.#tokens = tokens
    this.#singleSession = singleSession
  }

  /** Tokens for someone who has just signed in, with the game's variables in them. */
  async open({ userId, username, created }: SignedIn, vars: Vars): Promise<SessionTokens> {
    if (this.#singleSession) this.#tokens.revokeAll(userId)
    return { created, ...(await this.#tokens.issue({ userId, username }, vars)) }
  }

  /**
   * Trades a refresh token for a new pair. Without variables the tokens keep those they have. The old tokens stay
   * good until they expire, as in Nakama.
   *
   * @throws {ApiError} (rejects) 3 without a token; 16 for one that is not good; 5 and 7 when its account is gone
   *   or banned.
   */
  async refresh(refreshToken: string, vars: Vars): Promise<SessionTokens> {
    if (refreshToken === '') throw ApiError.invalidArgument('Refresh token is required.')
    const claims = await this.#tokens.verifyRefresh(refreshToken)
    if (claims === undefined) throw ApiError.unauthenticated('Refresh token invalid or expired.')
    const account = await this.#store.findByUserId(claims.userId)
    if (account === undefined) throw ApiError.notFound('User account not found.')
    if (account.banned) throw ApiError.permissionDenied('User account banned.')
    const newVars = Object.keys(vars).length > 0 ? vars : claims.vars
    return { created: false, ...(await this.#tokens.reissue(claims, account.username, newVars)) }
  }

  /**
   * Ends the given tokens of a user, or, when both are empty, every token of that user. Each kind of token is
   * ended for itself: with only the session token given, its refresh token stays good.
   *
   * @throws {ApiError} (rejects) 3 for a token that is forged, expired or someone else's; nothing is ended then.
   */
  async logout(userId: string, token: string, refreshToken: string): Promise<void> {
    const session = token === '' ? undefined : await this.#tokens.readSession(token)
    if (token !== '' && session?.userId !== userId) throw ApiError.invalidArgument('Session token invalid.')
    const refresh = refreshToken === '' ? undefined : await this.#tokens.readRefresh(refreshToken)
    if (refreshToken !== '' && refresh?.userId !== userId) {
      throw ApiError.invalidArgument('Refresh token invalid.')
    }
    if (session !== undefined) this.#tokens.revokeSession(session)
    if (refresh !== undefined) this.#tokens.revokeRefresh(refresh)
    if (token === '' && refreshToken === '') this.#tokens.revokeAll(userId)
  }
  /**
   * Bans a user: none of the tokens issued so far is good any more, and signing in is refused. Ending open sockets
   * is up to the caller. False when there is no such user.
   */
  async ban(userId: string): Promise<boolean> {
    const exists = await this.#store.setBanned(userId, true)
    if (exists) this.#tokens.revokeAll(userId)
    return exists
  }

  /** Lifts a ban. Old tokens stay ended. False when there is no such user. */
  unban(userId: string): Promise<boolean> {
    return this.#store.setBanned(userId, false)
  }
}
