import type { EnvelopeMessage, UserPresence } from '@party/protocol'

/** A change of somebody's status and the sessions that hear of it. */
export interface StatusEffect {
  readonly to: readonly string[]
  readonly message: EnvelopeMessage
}

/** Sets and maps by an id. */
type Index<Value> = Map<string, Value>

/** Every status and every following at one moment. */
export interface SavedStatuses {
  readonly online: Index<Index<UserPresence>>
  readonly followers: Index<Set<string>>
  readonly following: Index<Set<string>>
}

/**
 * Who shows which status, and which session follows whom. Every session follows its own user from the start, so
 * a player hears of its own status from all of its sessions.
 */
export class StatusBoard {
  /** User id → session id → the presence with its status; in the order of coming online. */
  #online: Index<Index<UserPresence>> = new Map()
  /** User id → sessions that follow it. */
  #followers: Index<Set<string>> = new Map()
  /** Session id → users it follows. */
  #following: Index<Set<string>> = new Map()

  /** What `load` puts back. */
  save(): SavedStatuses {
    return structuredClone({
      online: this.#online,
      followers: this.#followers,
      following: this.#following,
    })
  }

  /** Puts the statuses and followings of an earlier moment in place of those there are. Nobody is told. */
  load(saved: SavedStatuses): void {
    const { online, followers, following } = structuredClone(saved)
    this.#online = online
    this.#followers = followers
    this.#following = following
  }

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

  /** The status a session shows; undefined for one that is invisible. */
  statusOf({ userId, sessionId }: UserPresence): string | undefined {
    return this.#online.get(userId)?.get(sessionId)?.status
  }

  /** Every user that is followed, if only by itself, in the order of coming. */
  followed(): IterableIterator<string> {
    return this.#followers.keys()
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

function add(index: Index<Set<string>>, key: string, value: string): void {
  const values = index.get(key)
  if (values === undefined) index.set(key, new Set([value]))
  else values.add(value)
}

function discard(index: Index<Set<string>>, key: string, value: string): void {
  const values = index.get(key)
  values?.delete(value)
  if (values?.size === 0) index.delete(key)
}
