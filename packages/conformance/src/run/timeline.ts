import type { Json } from '../files/json.ts'
import type { Bindings } from '../symbols/bindings.ts'
import { show } from '../symbols/show.ts'

/** What can be seen of a case while it runs. */
export interface Entry {
  /** Since the case began, in ms. */
  readonly atMs: number
  /** The actor's name, or `server`. */
  readonly who: string
  readonly kind: 'step' | 'call' | 'reply' | 'event' | 'sends' | 'receives' | 'does'
  /** What was called, answered or heard, if that has a name. */
  readonly name: string
  readonly value: Json | undefined
}

const signs: Readonly<Record<Entry['kind'], string>> = {
  step: '──',
  call: 'calls',
  reply: 'gets',
  event: 'hears',
  sends: '  →',
  receives: '  ←',
  does: 'does',
}

/** Everything that was said between runner, program and server, in the order in which it was seen. */
export class Timeline {
  readonly #startedAt: number
  readonly #now: () => number
  readonly #entries: Entry[] = []

  constructor(now: () => number) {
    this.#now = now
    this.#startedAt = now()
  }

  /** Writes something down, and returns its place in the order of things. */
  add(kind: Entry['kind'], who: string, name: string, value?: Json): number {
    const atMs = Math.round((this.#now() - this.#startedAt) * 10) / 10
    return this.#entries.push({ atMs, who, kind, name, value })
  }

  /** As text: one line for each entry, with symbols for what they stand for. */
  lines(bindings: Bindings): string[] {
    return this.#entries.map(({ atMs, who, kind, name, value }) => {
      const shown = value === undefined || value === null ? '' : shorten(show(value, bindings))
      return `${String(atMs).padStart(7)}  ${who.padEnd(8)}${signs[kind].padEnd(6)} ${name} ${shown}`.trimEnd()
    })
  }
}

function shorten(text: string): string {
  return text.length <= 400 ? text : `${text.slice(0, 400)}…`
}
