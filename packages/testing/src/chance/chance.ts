import { type IdStyle, RepeatableIds, type SavedIds } from './ids.ts'
import { type RandomState, SeededRandom } from './seeded-random.ts'

/** Where every stream of an environment's chance stands. */
export interface SavedChance {
  readonly streams: ReadonlyMap<string, RandomState>
  readonly ids: SavedIds
}

/**
 * All chance of an environment, from one seed. Server, faults and each player have streams of their own, so that one
 * more player changes nothing for the others.
 */
export class Chance {
  readonly ids: RepeatableIds
  readonly #seed: string
  readonly #streams = new Map<string, SeededRandom>()

  constructor(seed: string, style: IdStyle) {
    this.#seed = seed
    this.ids = new RepeatableIds(this.stream('ids'), style)
  }

  /** The stream of that name: always the same one. */
  stream(name: string): SeededRandom {
    const known = this.#streams.get(name)
    if (known !== undefined) return known
    const stream = this.#begin(name)
    this.#streams.set(name, stream)
    return stream
  }

  save(): SavedChance {
    const streams = new Map([...this.#streams].map(([name, stream]) => [name, stream.save()] as const))
    return { streams, ids: this.ids.save() }
  }

  /** Puts every stream where it stood. One that there was not yet begins anew. */
  load({ streams, ids }: SavedChance): void {
    for (const [name, stream] of this.#streams) stream.load(streams.get(name) ?? this.#begin(name).save())
    this.ids.load(ids)
  }

  #begin(name: string): SeededRandom {
    return new SeededRandom(`${this.#seed}/${name}`)
  }
}
