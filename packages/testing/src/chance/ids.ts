import type { IdKind, IdSource, RandomSource } from '@party/server'

/** How ids look: as on a real server, or as one can read them. */
export type IdStyle = 'random' | 'readable'

/** How many ids each kind has had. */
export type SavedIds = Readonly<Record<string, number>>

/** First group of a readable id. */
const letters: Readonly<Record<IdKind, string>> = {
  user: 'a',
  session: 'b',
  party: 'c',
  ticket: 'd',
  token: 'e',
  notification: 'f',
  match: '9',
}

/**
 * Ids that are the same in every run. All are valid UUIDs of the versions that Nakama gives out: 1 for sessions, else 4.
 * Readable ones count for each kind: the second user is `aaaaaaaa-0000-4000-8000-000000000002`, the first party
 * `cccccccc-0000-4000-8000-000000000001.<node>`.
 */
export class RepeatableIds implements IdSource {
  readonly #random: RandomSource
  readonly #style: IdStyle
  #counts: Record<string, number> = {}

  constructor(random: RandomSource, style: IdStyle) {
    this.#random = random
    this.#style = style
  }

  next(kind: IdKind): string {
    const version = kind === 'session' ? '1' : '4'
    if (this.#style === 'random') return randomUuid(this.#random, version)
    const count = (this.#counts[kind] ?? 0) + 1
    this.#counts[kind] = count
    return `${letters[kind].repeat(8)}-0000-${version}000-8000-${String(count).padStart(12, '0')}`
  }

  save(): SavedIds {
    return { ...this.#counts }
  }

  load(counts: SavedIds): void {
    this.#counts = { ...counts }
  }
}

function randomUuid(random: RandomSource, version: string): string {
  const hex = Array.from(random.bytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    version + hex.slice(13, 16),
    variant + hex.slice(17, 20),
    hex.slice(20),
  ].join('-')
}
