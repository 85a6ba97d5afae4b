import type { EnvelopeMessage, StatusFollow, StatusUpdate } from '@party/protocol'

/** What the server forgets with a connection: the player's status, and whom the player follows. */
export class StatusMemory {
  /** What the game last asked for; `undefined` until it does. A status of `undefined` is to appear offline. */
  update: StatusUpdate | undefined
  readonly #userIds = new Set<string>()
  readonly #usernames = new Set<string>()

  /** Takes note of a request that the server has agreed to. */
  note(request: EnvelopeMessage): void {
    if (request.case === 'statusUpdate') this.update = request.value
    if (request.case === 'statusFollow') {
      for (const id of request.value.userIds) this.#userIds.add(id)
      for (const name of request.value.usernames) this.#usernames.add(name)
    }
    if (request.case === 'statusUnfollow') {
      for (const id of request.value.userIds) this.#userIds.delete(id)
    }
  }

  /** Whom to follow again; `undefined` for nobody. */
  get follows(): StatusFollow | undefined {
    const userIds = [...this.#userIds]
    const usernames = [...this.#usernames]
    return userIds.length + usernames.length > 0 ? { userIds, usernames } : undefined
  }
}
