import { acceptsDate, acceptsNumber, acceptsTerm } from './accept.ts'
import type { Clause, Query, Test } from './ast.ts'
import type { Document } from './document.ts'
import type { Instant } from './go-values.ts'
import { KeySet } from './key-set.ts'

/** Which documents have which values in one field. */
interface FieldIndex {
  readonly terms: Map<string, KeySet>
  readonly numbers: Map<number, KeySet>
  readonly dates: Map<Instant, KeySet>
}

/** From how large a share of all documents on a clause is not worth following, as a divisor. */
const broadShare = 4

/**
 * Finds the documents a query may be about without looking at all of them: from each field's values to the documents
 * that have them. Documents have numbers as keys; each new one must be higher than those before it.
 */
export class DocumentIndex {
  readonly #documents = new Map<number, Document>()
  readonly #fields = new Map<string, FieldIndex>()

  get size(): number {
    return this.#documents.size
  }

  get(key: number): Document | undefined {
    return this.#documents.get(key)
  }

  /** Adds a document, or puts it in the place of the one with that key. */
  put(key: number, document: Document): void {
    const former = this.#documents.get(key)
    if (former !== undefined) this.#remove(key, former)
    this.#documents.set(key, document)
    for (const [name, values] of document) {
      const field = this.#field(name)
      for (const term of values.terms) entry(field.terms, term).add(key)
      for (const number of values.numbers) entry(field.numbers, number).add(key)
      for (const date of values.dates) entry(field.dates, date).add(key)
    }
  }

  delete(key: number): void {
    const document = this.#documents.get(key)
    if (document === undefined) return
    this.#remove(key, document)
    this.#documents.delete(key)
  }

  /** Keys, ascending, of all documents that satisfy the query, and possibly of others: who asks has to look. */
  candidates(query: Query): Iterable<number> {
    if (query.fault !== undefined) return []
    if (query.must.length > 0) return this.#having(this.#narrowest(query.must))
    if (query.should.length > 0) return this.#having(query.should.flatMap((clause) => this.#lists(clause)))
    return this.#documents.keys()
  }

  /** Where the documents are listed that satisfy that of the clauses which seems to leave the fewest. */
  #narrowest(clauses: readonly Clause[]): KeySet[] {
    const exact = clauses.filter(({ test }) => isExact(test))
    const choices = (exact.length > 0 ? exact : clauses.slice(0, 1)).map((clause) => this.#lists(clause))
    return choices.reduce((best, lists) => (total(lists) < total(best) ? lists : best))
  }

  #having(lists: readonly KeySet[]): Iterable<number> {
    const [only] = lists
    if (only === undefined) return []
    if (lists.length === 1) return only
    if (total(lists) * broadShare > this.#documents.size) return this.#documents.keys()
    const keys = new Set<number>()
    for (const list of lists) for (const key of list) keys.add(key)
    return Float64Array.from(keys).sort()
  }

  /** The lists of documents for every value of the field that satisfies the clause. */
  #lists({ field: name, test }: Clause): KeySet[] {
    const field = this.#fields.get(name)
    if (field === undefined) return []
    if (isExact(test)) {
      const ofTerm = field.terms.get(test.text)
      const ofNumber = test.kind === 'number' ? field.numbers.get(test.value) : undefined
      return [ofTerm, ofNumber].filter((list) => list !== undefined)
    }
    return [
      ...select(field.terms, (term) => acceptsTerm(test, term)),
      ...select(field.numbers, (number) => acceptsNumber(test, number)),
      ...select(field.dates, (date) => acceptsDate(test, date)),
    ]
  }

  #remove(key: number, document: Document): void {
    for (const [name, values] of document) {
      const field = this.#field(name)
      for (const term of values.terms) removeEntry(field.terms, term, key)
      for (const number of values.numbers) removeEntry(field.numbers, number, key)
      for (const date of values.dates) removeEntry(field.dates, date, key)
      if (field.terms.size + field.numbers.size + field.dates.size === 0) this.#fields.delete(name)
    }
  }

  #field(name: string): FieldIndex {
    const found = this.#fields.get(name)
    if (found !== undefined) return found
    const created: FieldIndex = { terms: new Map(), numbers: new Map(), dates: new Map() }
    this.#fields.set(name, created)
    return created
  }
}

function entry<Value>(lists: Map<Value, KeySet>, value: Value): KeySet {
  const found = lists.get(value)
  if (found !== undefined) return found
  const created = new KeySet()
  lists.set(value, created)
  return created
}

function removeEntry<Value>(lists: Map<Value, KeySet>, value: Value, key: number): void {
  const list = lists.get(value)
  list?.delete(key)
  if (list?.size === 0) lists.delete(value)
}

function select<Value>(lists: ReadonlyMap<Value, KeySet>, isWanted: (value: Value) => boolean): KeySet[] {
  const selected: KeySet[] = []
  for (const [value, list] of lists) if (isWanted(value)) selected.push(list)
  return selected
}

function total(lists: readonly KeySet[]): number {
  return lists.reduce((sum, list) => sum + list.size, 0)
}

/** Whether the values that pass the test are known without trying them all. */
function isExact(test: Test): test is Extract<Test, { kind: 'term' | 'phrase' | 'number' }> {
  return test.kind === 'term' || test.kind === 'phrase' || test.kind === 'number'
}
