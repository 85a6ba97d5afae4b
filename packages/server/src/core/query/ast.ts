import type { QueryError } from './error.ts'
import type { Instant } from './go-values.ts'
import type { Pattern } from './pattern/pattern.ts'

/**
 * A parsed query. It accepts a document that satisfies every `must` and no `mustNot`, and, when there is no
 * `must`, at least one `should` if there are any. So a query of `mustNot`s alone accepts whatever they do not
 * exclude, and one without clauses accepts everything.
 */
export interface Query {
  readonly must: readonly Clause[]
  readonly should: readonly Clause[]
  readonly mustNot: readonly Clause[]
  /**
   * Why the query, well-formed as it is, cannot be run. Nakama notices a broken regular expression only when it
   * searches: it takes a matchmaker ticket with one, and such a ticket never finds anybody.
   */
  readonly fault: QueryError | undefined
}

/** One test on one field, and how much it counts for the score. */
export interface Clause {
  /** Names joined by dots, such as `properties.region`. Empty when the query named none: then nothing satisfies it. */
  readonly field: string
  readonly test: Test
  readonly boost: number
}

export type Comparison = '>' | '>=' | '<' | '<='

export type Test =
  /** The whole value, case included. */
  | { readonly kind: 'term'; readonly text: string }
  /**
   * The same in quotes, in which no character but `"` and `\` means anything. Nakama takes it, but finds nothing by
   * it: Bluge looks for phrases by the positions of words, and Nakama does not have them indexed.
   */
  | { readonly kind: 'phrase'; readonly text: string }
  /** A number, or a string that is spelled like it. */
  | { readonly kind: 'number'; readonly text: string; readonly value: number }
  | {
      readonly kind: 'numberRange'
      readonly comparison: Comparison
      readonly text: string
      readonly value: number
    }
  | {
      readonly kind: 'dateRange'
      readonly comparison: Comparison
      readonly text: string
      readonly value: Instant
    }
  /** A term with `*` for any characters and `?` for any one. Without a pattern it is one that cannot be run. */
  | { readonly kind: 'wildcard'; readonly source: string; readonly pattern: Pattern | undefined }
  /** A regular expression for the whole value, with or without a pattern likewise. */
  | { readonly kind: 'regexp'; readonly source: string; readonly pattern: Pattern | undefined }
  /** A value at most that many edits away: 1 or 2; any other distance cannot be run. */
  | { readonly kind: 'fuzzy'; readonly text: string; readonly distance: number }
