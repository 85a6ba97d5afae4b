import type { WireEntry } from './messages.ts'

/** How many entries are kept; the oldest give way. */
const capacity = 1_000

/** What went over the wire lately. */
export class WireLog {
  readonly #entries: WireEntry[] = []
  readonly #handlers = new Set<(entry: WireEntry) => void>()
  #count = 0

  /** From the oldest to the newest. */
  get entries(): readonly WireEntry[] {
    return this.#entries
  }

  add(entry: Omit<WireEntry, 'id'>): void {
    // Its session id may be known only a moment later, and is read when somebody wants to see it.
    const numbered = Object.defineProperties(
      { id: ++this.#count },
      Object.getOwnPropertyDescriptors(entry),
    ) as WireEntry
    if (this.#entries.push(numbered) > capacity) this.#entries.shift()
    for (const handler of this.#handlers) handler(numbered)
  }

  clear(): void {
    this.#entries.length = 0
  }

  /** Calls back with every new entry. Returns its own undo. */
  onEntry(handler: (entry: WireEntry) => void): () => void {
    this.#handlers.add(handler)
    return () => this.#handlers.delete(handler)
  }
}
