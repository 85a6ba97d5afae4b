import { limits, type PartyList, type PartyListing } from '@party/protocol'
import { parseJsonObject } from '../../json-syntax.ts'
import { type Document, DocumentIndex, documentOf, parseQuery, type Query, QueryError, score } from '../query/index.ts'
import { decodeCursor, encodeCursor, type Listing } from './cursor.ts'
import { ListingError } from './errors.ts'

/** A party as the listing knows it. */
export interface ListedParty {
  /** `<uuid>.<node name>`. */
  readonly partyId: string
  readonly open: boolean
  /** A hidden party is in no listing. */
  readonly hidden: boolean
  readonly maxSize: number
  /** Empty, or a JSON object. */
  readonly label: string
  /** When the party was created, in ms since the Unix epoch. */
  readonly createTime: number
}

/** What a listing asks for. */
export interface ListingRequest {
  /** Most parties to return, 1 to 100; 10 if unset. */
  readonly limit?: number
  /** Only open or only closed parties; unset for both. */
  readonly open?: boolean | undefined
  /** In the query language, about `label.*`, `open` (`T` or `F`), `max_size` and `create_time`; empty for all. */
  readonly query?: string
  /** The cursor of the page before; empty for the first page. All else must be as it was for that page. */
  readonly cursor?: string
}

interface Entry {
  readonly party: ListedParty
  readonly document: Document
}

/**
 * The searchable list of parties. What is put or deleted shows only after the next `flush`; whoever owns the index
 * calls that at intervals, as Nakama does.
 */
export class PartyIndex {
  /** Changes since the last flush; undefined for a party that is to be deleted. */
  readonly #pending = new Map<string, Entry | undefined>()
  readonly #keys = new Map<string, number>()
  /** In the order of creation, which the keys ascend in. */
  #entries = new Map<number, Entry>()
  #index = new DocumentIndex()
  #nextKey = 0
  #newest = Number.NEGATIVE_INFINITY

  /** Whether a flush would change anything. */
  get isStale(): boolean {
    return this.#pending.size > 0
  }

  /** How many parties there are as of the last flush, hidden ones included. */
  get size(): number {
    return this.#entries.size
  }

  /**
   * Adds a party, or replaces what is known of it, except for when it was created.
   *
   * @throws {JsonSyntaxError} for a label that is neither empty nor a JSON object.
   */
  put(party: ListedParty): void {
    this.#pending.set(party.partyId, { party, document: partyDocument(party) })
  }

  delete(partyId: string): void {
    this.#pending.set(partyId, undefined)
  }

  /** Makes all changes since the last flush visible. */
  flush(): void {
    const added: Entry[] = []
    for (const [partyId, entry] of this.#pending) {
      const key = this.#keys.get(partyId)
      if (entry === undefined) this.#remove(partyId)
      else if (key === undefined) added.push(entry)
      else this.#replace(key, entry.party)
    }
    this.#pending.clear()
    added.sort((a, b) => a.party.createTime - b.party.createTime)
    const isLate = (added[0]?.party.createTime ?? this.#newest) < this.#newest
    if (isLate) this.#renumber()
    for (const entry of isLate ? this.#merged(added) : added) this.#append(entry)
  }
}
