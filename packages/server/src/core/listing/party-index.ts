import { limits, type PartyList, type PartyListing } from '@party/protocol'
import { parseJsonObject } from '../../json-syntax.ts'
import {
  type Document,
  DocumentIndex,
  parseQuery,
  type Query,
  QueryError,
  score,
  scoresAlike,
} from '../query/index.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { ListingError } from './errors.ts'
import { type ListedParty, partyDocument } from './party-document.ts'

/** What a listing asks for. */
export interface ListingRequest {
  /** Most parties to return, 1 to 100; 10 if unset. */
  readonly limit?: number | undefined
  /** Only open or only closed parties; unset for both. */
  readonly open?: boolean | undefined
  /** In the query language, about `label.*`, `open` (`T` or `F`), `max_size` and `create_time`; empty for all. */
  readonly query?: string | undefined
  /** The cursor of the page before; empty for the first page. All else must be as it was for that page. */
  readonly cursor?: string | undefined
}

interface Entry {
  readonly party: ListedParty
  readonly document: Document
  /** Whether some field has several values, so that the same query may rate it higher than others. */
  readonly hasSeveral: boolean
}

/**
 * The list of parties that players search. What is put or deleted shows only after the next `flush`; whoever owns the
 * index calls that at intervals, as Nakama does.
 */
export class PartyIndex {
  /** Changes since the last flush; undefined for a party that is to be deleted. */
  readonly #pending = new Map<string, ListedParty | undefined>()
  readonly #keys = new Map<string, number>()
  readonly #entries = new Map<number, Entry>()
  readonly #index = new DocumentIndex()
  /** How many entries have several values in a field. */
  #withSeveral = 0
  #nextKey = 0

  /** Whether a flush would change anything. */
  get isStale(): boolean {
    return this.#pending.size > 0
  }

  /** How many parties there are as of the last flush, hidden ones included. */
  get size(): number {
    return this.#entries.size
  }

  /**
   * Adds a party, or replaces what is known of it.
   *
   * @throws {JsonSyntaxError} for a label that is neither empty nor a JSON object.
   */
  put(party: ListedParty): void {
    // Most parties end or change before they are listed, so only their label is looked at here.
    if (party.label !== '') parseJsonObject(party.label)
    this.#pending.set(party.partyId, party)
  }

  delete(partyId: string): void {
    if (this.#keys.has(partyId)) this.#pending.set(partyId, undefined)
    // Nobody has seen it: it goes as if it had never come.
    else this.#pending.delete(partyId)
  }

  /** Makes all changes since the last flush visible. */
  flush(): void {
    const changes = [...this.#pending]
    this.#pending.clear()
    changes.sort(([, a], [, b]) => (a?.createTime ?? 0) - (b?.createTime ?? 0))
    for (const [partyId, party] of changes) {
      if (party === undefined) this.#remove(partyId)
      else this.#set(party)
    }
  }

  /**
   * A page of the parties that satisfy the query: the best rated first, and of equals in the order in which they came
   * to be listed, which is that of their creation. Nakama orders them so too, but for those that change, which it
   * moves to the end. Hidden parties are left out. There is a cursor if there are more.
   *
   * @throws {ListingError} for a limit out of range, a query that is none or cannot be run, and a cursor that is not
   *   of this listing.
   */
  list({
    limit = limits.defaultPartyListLimit,
    open,
    query = '',
    cursor = '',
  }: ListingRequest = {}): PartyList {
    if (!Number.isInteger(limit) || limit < 1 || limit > limits.maxListLimit) {
      throw new ListingError(`Invalid limit - limit must be between 1 and ${limits.maxListLimit}.`)
    }
    const parsed = parse(query)
    const listing = { query, open, limit }
    const offset = cursor === '' ? 0 : decodeCursor(listing, cursor)
    if (offset === undefined) throw new ListingError('invalid cursor')
    const end = offset + limit
    const found = this.#find(parsed, open, end + 1)
    return {
      parties: found.slice(offset, end).map(listingOf),
      cursor: found.length > end ? encodeCursor(listing, end) : '',
    }
  }

  /** The first parties that satisfy the query, at least as many as are wanted if there are. */
  #find(query: Query, open: boolean | undefined, wanted: number): ListedParty[] {
    // Where all are rated alike, the first ones are known without looking at the others.
    const onlyExcludes = query.must.length + query.should.length === 0
    const isRated = !onlyExcludes && (this.#withSeveral > 0 || !scoresAlike(query))
    const byRating = new Map<number, ListedParty[]>()
    let count = 0
    for (const key of this.#index.candidates(query)) {
      const entry = this.#entries.get(key)
      if (entry === undefined || entry.party.hidden) continue
      if (open !== undefined && entry.party.open !== open) continue
      const rating = score(query, entry.document)
      if (rating === undefined) continue
      const equals = byRating.get(rating)
      if (equals === undefined) byRating.set(rating, [entry.party])
      else equals.push(entry.party)
      if (++count === wanted && !isRated) break
    }
    return [...byRating].sort(([a], [b]) => b - a).flatMap(([, parties]) => parties)
  }

  #set(party: ListedParty): void {
    const key = this.#keys.get(party.partyId) ?? this.#nextKey++
    const document = partyDocument(party)
    const entry = { party, document, hasSeveral: hasSeveralValues(document) }
    this.#keys.set(party.partyId, key)
    this.#count(this.#entries.get(key), -1)
    this.#entries.set(key, entry)
    this.#count(entry, 1)
    this.#index.put(key, document)
  }

  #remove(partyId: string): void {
    const key = this.#keys.get(partyId)
    if (key === undefined) return
    this.#keys.delete(partyId)
    this.#count(this.#entries.get(key), -1)
    this.#entries.delete(key)
    this.#index.delete(key)
  }

  #count(entry: Entry | undefined, change: number): void {
    if (entry?.hasSeveral) this.#withSeveral += change
  }
}

function hasSeveralValues(document: Document): boolean {
  for (const { terms, numbers, dates } of document.values()) {
    if (terms.length + numbers.length + dates.length > 1) return true
  }
  return false
}

function parse(text: string): Query {
  try {
    const query = parseQuery(text)
    if (query.fault !== undefined) throw query.fault
    return query
  } catch (error) {
    if (error instanceof QueryError)
      throw new ListingError(`invalid query: ${error.message}`, { cause: error })
    throw error
  }
}

function listingOf({ partyId, open, hidden, maxSize, label }: ListedParty): PartyListing {
  return { partyId, open, hidden, maxSize, label: label === '' ? '{}' : label }
}
