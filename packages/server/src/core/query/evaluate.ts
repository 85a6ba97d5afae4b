import { acceptsDate, acceptsNumber, acceptsTerm } from './accept.ts'
import type { Clause, Query, Test } from './ast.ts'
import type { Document } from './document.ts'
import { editDistance } from './edit-distance.ts'

/** Whether the document satisfies the query. A query with a `fault` is satisfied by nothing. */
export function matches(query: Query, document: Document): boolean {
  return score(query, document) !== undefined
}

/**
 * How well the document satisfies the query: the sum of what its satisfied clauses weigh, which is their boost; 1
 * when there is nothing but exclusions. Undefined when it does not satisfy it; 0 and less are scores like any other,
 * because a boost may be 0 or negative.
 */
export function score(query: Query, document: Document): number | undefined {
  if (query.fault !== undefined) return undefined
  let total = 0
  for (const clause of query.must) {
    const weight = weigh(clause, document)
    if (weight === undefined) return undefined
    total += weight
  }
  if (query.mustNot.some((clause) => weigh(clause, document) !== undefined)) return undefined
  let isSatisfied = query.must.length > 0
  for (const clause of query.should) {
    const weight = weigh(clause, document)
    if (weight === undefined) continue
    isSatisfied = true
    total += weight
  }
  if (query.must.length + query.should.length === 0) return 1
  return isSatisfied ? total : undefined
}

/**
 * Whether all documents that satisfy the query do so equally well, as long as no field has several values. Then
 * their score need not be known to order them.
 */
export function scoresAlike({ must, should }: Query): boolean {
  const counted = [...must, ...should]
  return (should.length === 0 || counted.length === 1) && counted.every(({ test }) => test.kind !== 'fuzzy')
}

/** The clause's boost, once for each value of the field that passes its test; undefined when none does. */
function weigh({ field, test, boost }: Clause, document: Document): number | undefined {
  const values = document.get(field)
  if (values === undefined) return undefined
  if (test.kind === 'fuzzy') return weighFuzzy(test, boost, values.terms)
  let hits = 0
  for (const term of values.terms) if (acceptsTerm(test, term)) hits++
  for (const number of values.numbers) if (acceptsNumber(test, number)) hits++
  for (const date of values.dates) if (acceptsDate(test, date)) hits++
  return hits === 0 ? undefined : hits * boost
}

/** The further a value is from the text, the less it weighs. */
function weighFuzzy(
  { text, distance }: Extract<Test, { kind: 'fuzzy' }>,
  boost: number,
  terms: readonly string[],
): number | undefined {
  let weight: number | undefined
  for (const term of terms) {
    const edits = editDistance(text, term, distance)
    if (edits === undefined) continue
    const shorter = Math.max(1, Math.min([...text].length, [...term].length))
    weight = (weight ?? 0) + boost * (1 - edits / shorter)
  }
  return weight
}
