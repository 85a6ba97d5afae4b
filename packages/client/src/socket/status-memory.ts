import type { Operation, StatusFollow, StatusUnfollow, StatusUpdate } from '@party/protocol'

/** What the server forgets with a connection: the player's status, and whom the player follows. */
export class StatusMemory {
  /** What the game last asked for; `undefined` until it does. A status of `undefined` is to appear offline. */
  update: StatusUpdate | undefined
  readonly #userIds = new Set<string>()
  readonly #usernames = new Set<string>()

  /** Takes note of a request that the server has agreed to. */
  note(operation: Operation, request: object): void {
    if (operation === 'updateStatus') this.update = request as StatusUpdate
    if (operation === 'followUsers') {
      const { userIds, usernames } = request as StatusFollow
      for (const id of userIds) this.#userIds.add(id)
      for (const name of usernames) this.#usernames.add(name)
    }
    if (operation === 'unfollowUsers') {
      for (const id of (request as StatusUnfollow).userIds) this.#userIds.delete(id)
    }
  }

  /** Whom to follow again; `undefined` for nobody. */
  get follows(): StatusFollow | undefined {
    const userIds = [...this.#userIds]
    const usernames = [...this.#usernames]
    return userIds.length + usernames.length > 0 ? { userIds, usernames } : undefined
  }
}
