import type { UserPresence } from '@party/protocol'

/** What a field that holds an id is called in a timeline, by the field's name. */
const kinds: Readonly<Record<string, string>> = {
  partyId: 'party',
  ticket: 'ticket',
  token: 'token',
  matchId: 'match',
}

/** Readable names for ids, given in the order of their coming, so that two runs with other ids read the same. */
export class Names {
  readonly #names = new Map<string, string>()
  readonly #counts = new Map<string, number>()

  /** Gives names to every id in a message. */
  learn(value: unknown): void {
    if (Array.isArray(value)) {
      for (const item of value) this.learn(item)
    } else if (isPresence(value)) {
      this.#name(value.userId, value.username, '')
      this.#name(value.sessionId, value.username, '#')
    } else if (isObject(value)) {
      for (const [field, inner] of Object.entries(value)) {
        const kind = kinds[field]
        if (kind !== undefined && typeof inner === 'string' && inner !== '') this.#name(inner, kind, '-')
        else this.learn(inner)
      }
    }
  }

  /** The name of an id; undefined for what is none, or was never seen. */
  of(id: string): string | undefined {
    return this.#names.get(id)
  }

  /** The session of a player: by the player's name, the second and later ones with their number. */
  ofPresence({ sessionId, username }: UserPresence): string {
    return this.of(sessionId) ?? username
  }

  #name(id: string, base: string, separator: string): void {
    if (this.#names.has(id)) return
    const counted = `${base}${separator}`
    const count = (this.#counts.get(counted) ?? 0) + 1
    this.#counts.set(counted, count)
    const isAlone = separator === '' || (separator === '#' && count === 1)
    this.#names.set(id, isAlone ? base : `${counted}${count}`)
  }
}

/** Whether a value is how a server names a session. */
export function isPresence(value: unknown): value is UserPresence {
  return isObject(value) && 'userId' in value && 'sessionId' in value && 'username' in value
}

function isObject(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && !(value instanceof Uint8Array) && !(value instanceof Date)
  )
}
