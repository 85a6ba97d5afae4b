import type { Clock } from '@party/protocol'

/** What of a token tells whether it was revoked. */
export interface RevocableToken {
  /** Shared by a session token, its refresh token, and all that refreshing makes of them. */
  readonly tokenId: string
  readonly userId: string
  /** When the user signed in, in seconds since the Unix epoch. */
  readonly issuedAtSec: number
}

/** One user's revocations. */
interface UserRevocations {
  /** Token id → when the last token with this id has expired by itself, in ms since the Unix epoch. */
  readonly session: Map<string, number>
  readonly refresh: Map<string, number>
  /** Everything issued until this second is revoked, except `issuedSince`. */
  allUntil: number
  /** Ids of tokens issued after that, though in the same second, which is as exactly as tokens tell time. */
  readonly issuedSince: Set<string>
  /** When nothing of this can matter any more, in ms since the Unix epoch. */
  forgetAt: number
}

/** Every user's revocations at one moment. */
export type SavedRevocations = ReadonlyMap<string, UserRevocations>

/**
 * Which tokens no longer count although they have not expired. Kept in memory and, as in Nakama, not over a
 * restart: after one, a token that was logged out is good again until it expires, which is never long.
 */
export class Revocations {
  readonly #clock: Clock
  /** The longest life of any token, in ms: how long a revocation has to be remembered. */
  readonly #longestLifeMs: number
  #users = new Map<string, UserRevocations>()
  #nextSweep = 0

  constructor(clock: Clock, longestLifeMs: number) {
    this.#clock = clock
    this.#longestLifeMs = longestLifeMs
  }

  /** Revokes the session tokens with an id. */
  revokeSession({ userId, tokenId }: RevocableToken): void {
    const user = this.#userForWriting(userId)
    user.session.set(tokenId, user.forgetAt)
  }

  /** Revokes the refresh tokens with an id. */
  revokeRefresh({ userId, tokenId }: RevocableToken): void {
    const user = this.#userForWriting(userId)
    user.refresh.set(tokenId, user.forgetAt)
  }

  /** Revokes everything a user was issued so far. */
  revokeAll(userId: string): void {
    const user = this.#userForWriting(userId)
    user.allUntil = Math.max(user.allUntil, Math.floor(this.#clock.now() / 1_000))
    user.session.clear()
    user.refresh.clear()
    user.issuedSince.clear()
  }

  /** Notes that a user has signed in, so that an earlier `revokeAll` of the same second leaves this alone. */
  noteIssued({ userId, tokenId, issuedAtSec }: RevocableToken): void {
    const user = this.#users.get(userId)
    if (user !== undefined && issuedAtSec <= user.allUntil) user.issuedSince.add(tokenId)
  }

  /** Whether a session token was revoked, by itself or with all of its user's. */
  hasSession(token: RevocableToken): boolean {
    return this.hasAll(token) || (this.#users.get(token.userId)?.session.has(token.tokenId) ?? false)
  }

  /** Whether a refresh token was revoked, by itself or with all of its user's. */
  hasRefresh(token: RevocableToken): boolean {
    return this.hasAll(token) || (this.#users.get(token.userId)?.refresh.has(token.tokenId) ?? false)
  }

  /** Whether a token was revoked together with all of its user's. */
  hasAll({ userId, tokenId, issuedAtSec }: RevocableToken): boolean {
    const user = this.#users.get(userId)
    return user !== undefined && issuedAtSec <= user.allUntil && !user.issuedSince.has(tokenId)
  }

  /** What `load` puts back. */
  save(): SavedRevocations {
    return structuredClone(this.#users)
  }

  /** Puts the revocations of an earlier moment in place of these. */
  load(saved: SavedRevocations): void {
    this.#users = new Map(structuredClone(saved))
    this.#nextSweep = 0
  }

  /** How many users have revocations that are still remembered. */
  get size(): number {
    return this.#users.size
  }

  #userForWriting(userId: string): UserRevocations {
    const now = this.#clock.now()
    this.#sweep(now)
    const user = this.#users.get(userId) ?? {
      session: new Map(),
      refresh: new Map(),
      allUntil: -1,
      issuedSince: new Set(),
      forgetAt: 0,
    }
    user.forgetAt = now + this.#longestLifeMs
    this.#users.set(userId, user)
    return user
  }

  /** Forgets what can no longer matter; now and then, so that revoking stays cheap. */
  #sweep(now: number): void {
    if (now < this.#nextSweep) return
    this.#nextSweep = now + this.#longestLifeMs
    for (const [userId, user] of this.#users) {
      if (user.forgetAt <= now) this.#users.delete(userId)
      else for (const ids of [user.session, user.refresh]) forgetExpired(ids, now)
    }
  }
}

function forgetExpired(ids: Map<string, number>, now: number): void {
  for (const [id, forgetAt] of ids) {
    if (forgetAt <= now) ids.delete(id)
  }
}
