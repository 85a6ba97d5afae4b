import type { EnvelopeMessage, UserPresence } from '@party/protocol'

/** A change of somebody's status and the sessions that hear of it. */
export interface StatusEffect {
  readonly to: readonly string[]
  readonly message: EnvelopeMessage
}

/**
 * Who shows which status, and which session follows whom. Every session follows its own user from the start, so
 * a player hears of its own status from all of its sessions.
 */
export class StatusBoard {
  /** User id → session id → the presence with its status; in the order of coming online. */
  readonly #online = new Map<string, Map<string, UserPresence>>()
  /** User id → sessions that follow it. */
  readonly #followers = new Map<string, Set<string>>()
  /** Session id → users it follows. */
  readonly #following = new Map<string, Set<string>>()

  /** A new session. It shows nothing until it has a status. */
  sessionStarted(presence: UserPresence): void {
    this.#follow(presence.sessionId, presence.userId)
  }

  /** A session is gone: it follows nobody any more, and its followers see it go offline. */
  sessionEnded(presence: UserPresence): StatusEffect | undefined {
    for (const userId of this.#following.get(presence.sessionId) ?? [])
      this.#unfollow(presence.sessionId, userId)
    this.#following.delete(presence.sessionId)
    return this.update(presence, undefined)
  }

  /**
   * Shows a status, replaces it, or with undefined takes it away. Replacing arrives as one event in which the
   * new status joins and the old one leaves.
   */
  update(presence: UserPresence, status: string | undefined): StatusEffect | undefined {
    const { userId, sessionId } = presence
    const sessions = this.#online.get(userId) ?? new Map<string, UserPresence>()
    const old = sessions.get(sessionId)
    if (status === undefined && old === undefined) return undefined
    const shown = status === undefined ? undefined : { ...presence, status }
    if (shown === undefined) sessions.delete(sessionId)
    else sessions.set(sessionId, shown)
    if (sessions.size === 0) this.#online.delete(userId)
    else this.#online.set(userId, sessions)
    return {
      to: [...(this.#followers.get(userId) ?? [])],
      message: {
        case: 'statusPresenceEvent',
        value: { joins: shown === undefined ? [] : [shown], leaves: old === undefined ? [] : [old] },
      },
    }
  }

  /** Follows users and says who of them is online. Following oneself tells nothing new. */
  follow(follower: UserPresence, userIds: Iterable<string>): UserPresence[] {
    const online: UserPresence[] = []
    for (const userId of new Set(userIds)) {
      if (userId === follower.userId) continue
      this.#follow(follower.sessionId, userId)
      online.push(...(this.#online.get(userId)?.values() ?? []))
    }
    return online
  }

  /** Stops following users. Nobody stops following itself. */
  unfollow(follower: UserPresence, userIds: Iterable<string>): void {
    for (const userId of userIds) if (userId !== follower.userId) this.#unfollow(follower.sessionId, userId)
  }

  /** The sessions that follow a user, its own included. */
  followersOf(userId: string): string[] {
    return [...(this.#followers.get(userId) ?? [])]
  }

  #follow(sessionId: string, userId: string): void {
    add(this.#followers, userId, sessionId)
    add(this.#following, sessionId, userId)
  }

  #unfollow(sessionId: string, userId: string): void {
    discard(this.#followers, userId, sessionId)
    discard(this.#following, sessionId, userId)
  }
}

function add(index: Map<string, Set<string>>, key: string, value: string): void {
  const values = index.get(key)
  if (values === undefined) index.set(key, new Set([value]))
  else values.add(value)
}

function discard(index: Map<string, Set<string>>, key: string, value: string): void {
  const values = index.get(key)
  values?.delete(value)
  if (values?.size === 0) index.delete(key)
}
