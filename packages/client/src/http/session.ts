import { decodeBase64, type SessionTokens, systemClock } from '@party/protocol'
import { invalidArgument } from '../error.ts'

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
  /** The session token. */
  declare readonly token: string
  /** The refresh token; empty if there is none. */
  declare readonly refreshToken: string
  /** Id of the player: a UUID. */
  declare readonly userId: string
  /** Name of the player. */
  declare readonly username: string
  /** The variables that were given when signing in or refreshing. */
  declare readonly vars: Readonly<Record<string, string>>
  /** When the session token ends, in milliseconds since the Unix epoch. */
  declare readonly expiresAt: number
  /** When the refresh token ends, in milliseconds since the Unix epoch; 0 if there is none. */
  declare readonly refreshExpiresAt: number

  /** @throws PartyError `invalid_argument` naming the token that is none. */
  constructor({ created, token, refreshToken }: SessionTokens) {
    this.created = created
    this.update(token, refreshToken)
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
    return newSession({ created: false, token, refreshToken })
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
    const { uid: userId, usn: username = '', vrs: vars = {}, exp } = claimsOf('token', token)
    const refreshExpiresAt = refreshToken && claimsOf('refreshToken', refreshToken).exp * 1000
    Object.assign(this, {
      ...{ token, refreshToken, userId, username, vars },
      expiresAt: exp * 1000,
      refreshExpiresAt: Number(refreshExpiresAt),
    })
  }
}

// Outside of the class: one that names itself in its own body is renamed by bundlers.
export function newSession(tokens: SessionTokens): Session {
  return new Session(tokens)
}

/** What the server writes into a token, a JWT. Times in seconds since the Unix epoch. */
interface Claims {
  readonly uid: string
  readonly usn?: string
  readonly vrs?: Readonly<Record<string, string>>
  readonly exp: number
}

/** What a token says. Its signature is the server's business: a client could not check it. */
function claimsOf(argument: string, token: string): Claims {
  let cause: unknown
  try {
    // A JWT is in the alphabet of URLs.
    const payload = token.replaceAll('-', '+').replaceAll('_', '/').split('.')[1]
    const claims = JSON.parse(new TextDecoder().decode(decodeBase64(String(payload))))
    if (claims.uid && claims.exp) return claims
  } catch (error) {
    cause = error
  }
  throw invalidArgument(argument, 'is no token', cause)
}
