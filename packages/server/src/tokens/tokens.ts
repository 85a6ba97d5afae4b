import type { Clock } from '@party/protocol'
import { type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { ServerConfig } from '../config.ts'
import { type IdSource, isUuid, randomIds } from '../ids.ts'
import { type Offload, offloadAtOnce } from '../offload.ts'
import type { RandomSource } from '../random.ts'
import { Revocations, type SavedRevocations } from './revocations.ts'
import { Secret } from './secret.ts'

/** Who a token speaks for. */
export interface SessionClaims {
  /** UUID; the same in a session token, its refresh token, and all that refreshing makes of them. Claim `tid`. */
  readonly tokenId: string
  /** Claim `uid`. */
  readonly userId: string
  /** Claim `usn`. */
  readonly username: string
  /** The game's own variables. Claim `vrs`, left out when there are none. */
  readonly vars: Readonly<Record<string, string>>
  /** When the token ends to be good, in seconds since the Unix epoch. Claim `exp`. */
  readonly expiresAtSec: number
  /** When the user signed in, in seconds since the Unix epoch; refreshing does not change it. Claim `iat`. */
  readonly issuedAtSec: number
}

/** A session token and the refresh token that replaces both. */
export interface TokenPair {
  readonly token: string
  readonly refreshToken: string
}

export interface TokenServiceOptions {
  readonly clock: Clock
  readonly random: RandomSource
  /** Where the ids of tokens and matches come from; `random` by default. */
  readonly ids?: IdSource | undefined
  /** How tokens are signed and checked: at once by default. */
  readonly offload?: Offload | undefined
  readonly session: Pick<
    ServerConfig['session'],
    'tokenExpirySec' | 'refreshTokenExpirySec' | 'encryptionKey' | 'refreshEncryptionKey'
  >
}

/** Life of the token that a matchmaker result carries, in seconds, as Nakama's. */
const matchmakerTokenSec = 30

/**
 * Issues and checks tokens: JWTs signed with HMAC-SHA256, with Nakama's claims, so that every client that reads
 * Nakama's tokens reads these.
 */
export class TokenService {
  readonly #clock: Clock
  readonly #ids: IdSource
  readonly #offload: Offload
  readonly #options: TokenServiceOptions['session']
  readonly #sessionSecret: Secret
  readonly #refreshSecret: Secret
  readonly #revocations: Revocations

  constructor({ clock, random, session, ...options }: TokenServiceOptions) {
    this.#clock = clock
    this.#ids = options.ids ?? randomIds(random)
    this.#offload = options.offload ?? offloadAtOnce
    this.#options = session
    this.#sessionSecret = new Secret(session.encryptionKey)
    this.#refreshSecret = new Secret(session.refreshEncryptionKey)
    const longestLifeSec = Math.max(session.tokenExpirySec, session.refreshTokenExpirySec)
    this.#revocations = new Revocations(clock, longestLifeSec * 1_000)
  }

  /** Tokens for a user who has just signed in. */
  async issue(
    user: { readonly userId: string; readonly username: string },
    vars: Readonly<Record<string, string>>,
  ): Promise<TokenPair> {
    const { userId, username } = user
    const origin = { tokenId: this.#ids.next('token'), userId, username, vars, issuedAtSec: this.#now() }
    this.#revocations.noteIssued(origin)
    return this.#sign(origin)
  }

  /** New tokens in place of a verified refresh token: same id, same time of signing in. */
  reissue(
    refresh: SessionClaims,
    username: string,
    vars: Readonly<Record<string, string>>,
  ): Promise<TokenPair> {
    return this.#sign({ ...refresh, username, vars })
  }

  /** The claims of a session token, for HTTP calls. Undefined: forged, expired, or revoked. */
  async verifySession(token: string): Promise<SessionClaims | undefined> {
    const claims = await this.#verify(token, this.#sessionSecret)
    return claims === undefined || this.#revocations.hasSession(claims) ? undefined : claims
  }

  /**
   * The claims of a session token that asks for a socket. Undefined: forged, expired, or revoked together with
   * all of the user's. A token that was logged out by itself still opens sockets until it expires: Nakama checks
   * only HTTP calls for that, and a test that relied on more would fail there.
   */
  async verifySocket(token: string): Promise<SessionClaims | undefined> {
    const claims = await this.#verify(token, this.#sessionSecret)
    return claims === undefined || this.#revocations.hasAll(claims) ? undefined : claims
  }

  /** The claims of a refresh token. Undefined: forged, expired, or revoked. */
  async verifyRefresh(token: string): Promise<SessionClaims | undefined> {
    const claims = await this.#verify(token, this.#refreshSecret)
    return claims === undefined || this.#revocations.hasRefresh(claims) ? undefined : claims
  }

  /**
   * The claims of a token whose signature and life are in order, revoked or not: what may be logged out. Both
   * kinds share an id but are revoked apart.
   */
  readSession(token: string): Promise<SessionClaims | undefined> {
    return this.#verify(token, this.#sessionSecret)
  }

  /** As {@link readSession}, of a refresh token. */
  readRefresh(token: string): Promise<SessionClaims | undefined> {
    return this.#verify(token, this.#refreshSecret)
  }

  /** Ends session tokens with the id of this one for HTTP calls; its refresh token stays good. */
  revokeSession(claims: SessionClaims): void {
    this.#revocations.revokeSession(claims)
  }

  /** Ends refresh tokens with the id of this one; its session token stays good. */
  revokeRefresh(claims: SessionClaims): void {
    this.#revocations.revokeRefresh(claims)
  }

  /** Ends every token a user has been issued so far, for everything. */
  revokeAll(userId: string): void {
    this.#revocations.revokeAll(userId)
  }

  /** Every token that was ended before its time is good again, as after a restart of Nakama. */
  forgetRevocations(): void {
    this.#revocations.load(new Map())
  }

  /** What `loadRevocations` puts back. */
  saveRevocations(): SavedRevocations {
    return this.#revocations.save()
  }

  /** Puts the revocations of an earlier moment in place of these. */
  loadRevocations(saved: SavedRevocations): void {
    this.#revocations.load(saved)
  }

  /** The token that a matchmaker result without a match id carries: names a new match, is good for 30 seconds. */
  async issueMatchmakerToken(): Promise<string> {
    // The dot ends a match id that names no node: wherever the first of the players joins.
    const payload = { mid: `${this.#ids.next('match')}.`, exp: this.#now() + matchmakerTokenSec }
    return this.#offload(() => signJwt(payload, this.#sessionSecret))
  }

  async #sign(origin: Omit<SessionClaims, 'expiresAtSec'>): Promise<TokenPair> {
    const { tokenExpirySec, refreshTokenExpirySec } = this.#options
    const now = this.#now()
    const [token, refreshToken] = await Promise.all([
      this.#offload(() => signJwt(payloadOf(origin, now + tokenExpirySec), this.#sessionSecret)),
      this.#offload(() => signJwt(payloadOf(origin, now + refreshTokenExpirySec), this.#refreshSecret)),
    ])
    return { token, refreshToken }
  }

  async #verify(token: string, secret: Secret): Promise<SessionClaims | undefined> {
    try {
      const rules = { algorithms: ['HS256'], currentDate: new Date(this.#clock.now()) }
      const { payload } = await this.#offload(async () => jwtVerify(token, await secret.key(), rules))
      return claimsOf(payload)
    } catch {
      // Why a token is not good is nobody's business but its owner's, who cannot tell either.
      return undefined
    }
  }

  #now(): number {
    return Math.floor(this.#clock.now() / 1_000)
  }
}

async function signJwt(payload: JWTPayload, secret: Secret): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(await secret.key())
}

function payloadOf(claims: Omit<SessionClaims, 'expiresAtSec'>, expiresAtSec: number): JWTPayload {
  const { tokenId, userId, username, vars, issuedAtSec } = claims
  const vrs = Object.keys(vars).length > 0 ? { vrs: { ...vars } } : {}
  return { tid: tokenId, uid: userId, usn: username, ...vrs, exp: expiresAtSec, iat: issuedAtSec }
}

/** Undefined for a payload that is signed but not a session's, such as a matchmaker token's. */
function claimsOf(payload: JWTPayload): SessionClaims | undefined {
  const { tid, uid, usn, vrs, exp, iat } = payload
  if (typeof uid !== 'string' || !isUuid(uid) || exp === undefined) return undefined
  return {
    tokenId: typeof tid === 'string' ? tid : '',
    userId: uid,
    username: typeof usn === 'string' ? usn : '',
    vars: varsOf(vrs),
    expiresAtSec: exp,
    issuedAtSec: iat ?? 0,
  }
}

function varsOf(vrs: unknown): Record<string, string> {
  if (typeof vrs !== 'object' || vrs === null) return {}
  const texts = Object.entries(vrs).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts)
}
