import { type SessionTokens, systemClock } from '@party/protocol'
import { readToken, type TokenClaims } from './token.ts'

/**
 * A signed-in player: a session token, which opens sockets and authorises HTTP calls and lives for a minute by
 * default, and a refresh token, which buys new ones and lives for an hour.
 *
 * To stay signed in over a restart, keep `token` and `refreshToken` and give them to `Session.restore`.
 * Refreshing changes a session in place: whoever holds it goes on with the new tokens.
 */
export class Session {
  /** Whether signing in has created the account. False in a restored session. */
  readonly created: boolean
  #tokens: TokenPair

  /** @throws PartyError `invalid_argument` naming the token that is none. */
  constructor({ created, token, refreshToken }: SessionTokens) {
    this.created = created
    this.#tokens = readPair(token, refreshToken)
  }

  /**
   * A session from tokens that were kept. Nothing is sent: whether the server still takes them shows with the
   * first call.
   *
   * @param token the session token; it may have expired.
   * @param refreshToken the refresh token; without one the session cannot be refreshed.
   * @throws PartyError `invalid_argument` naming the token that is none.
   */
  static restore(token: string, refreshToken = ''): Session {
    return restore({ created: false, token, refreshToken })
  }

  /** The session token. */
  get token(): string {
    return this.#tokens.token
  }

  /** The refresh token; empty if there is none. */
  get refreshToken(): string {
    return this.#tokens.refreshToken
  }

  /** Id of the player: a UUID. */
  get userId(): string {
    return this.#tokens.claims.userId
  }

  /** Name of the player. */
  get username(): string {
    return this.#tokens.claims.username
  }

  /** The variables that were given when signing in or refreshing. */
  get vars(): Readonly<Record<string, string>> {
    return this.#tokens.claims.vars
  }

  /** When the session token ends, in milliseconds since the Unix epoch. */
  get expiresAt(): number {
    return this.#tokens.claims.expiresAt
  }

  /** When the refresh token ends, in milliseconds since the Unix epoch; 0 if there is none. */
  get refreshExpiresAt(): number {
    return this.#tokens.refreshExpiresAt
  }

  /**
   * Whether the session token has ended at the given time, by this machine's clock. An open socket stays open
   * nevertheless.
   *
   * @param atMs milliseconds since the Unix epoch. Default now.
   */
  isExpired(atMs: number = systemClock.now()): boolean {
    return atMs >= this.expiresAt
  }

  /**
   * Whether the refresh token has ended at the given time, or there is none: the player has to sign in again.
   *
   * @param atMs milliseconds since the Unix epoch. Default now.
   */
  isRefreshExpired(atMs: number = systemClock.now()): boolean {
    return atMs >= this.refreshExpiresAt
  }

  /**
   * Takes over new tokens of the same player, as `PartyClient.refreshSession` does.
   *
   * @throws PartyError `invalid_argument` when a token is none; the session is then as it was.
   */
  update(token: string, refreshToken: string): void {
    this.#tokens = readPair(token, refreshToken)
  }
}

// Outside of the class: one that names itself in its own body is renamed by bundlers.
function restore(tokens: SessionTokens): Session {
  return new Session(tokens)
}

interface TokenPair {
  readonly token: string
  readonly refreshToken: string
  readonly claims: TokenClaims
  readonly refreshExpiresAt: number
}

function readPair(token: string, refreshToken: string): TokenPair {
  const claims = readToken(token, 'token')
  const refreshExpiresAt = refreshToken === '' ? 0 : readToken(refreshToken, 'refreshToken').expiresAt
  return { token, refreshToken, claims, refreshExpiresAt }
}
