import type { Clause, Comparison, Query, Test } from './ast.ts'
import { QueryError } from './error.ts'
import { parseNumber, parseRfc3339 } from './go-values.ts'
import { type Pattern, PatternError, regexpPattern, wildcardPattern } from './pattern/pattern.ts'
import { scan, type Token, type TokenKind } from './scan.ts'

/**
 * Parses a query as Nakama does, which hands it to Bluge's query strings with terms taken whole. Clauses are set apart
 * by spaces, each `+` for must, `-` for must not, or neither for should, then `field:` and what the field is to be:
 *
 * | asks for | |
 * |---|---|
 * | `mode:ranked`, `name:"Deep Blue"` | that value, case included |
 * | `rank:10`, `rank:-1.5` | that number, or a string spelled like it |
 * | `rank:>=10`, `rank:<10` | a number in that range |
 * | `born:>"2006-01-02T15:04:05Z"` | a date in that range; the bound with time and zone |
 * | `mode:rank*`, `mode:r?nked` | a value of that look |
 * | `mode:/(ranked\|casual)/` | a value that matches as a whole |
 * | `mode:rankd~`, `mode:rnkd~2` | a value so many edits away, at most 2 |
 * | `mode:ranked^5`, `rank:10 ^5` | the same, and it counts five times |
 *
 * The empty string and `*` alone accept everything. Parentheses group nothing. A backslash takes its meaning from
 * ` `, `:`, `^`, `~`, which end a term or a regular expression, and from an operator at its start; it does not take
 * theirs from `*`, `?` and `/…/`, but a fuzziness of 0 does: `name:what?~0`.
 *
 * @throws {QueryError} for what Nakama refuses as a query. A query that Nakama takes but cannot run, such as one
 *   with a broken regular expression, is returned with its `fault`.
 */
export function parseQuery(text: string): Query {
  if (text === '' || text === '*') return { must: [], should: [], mustNot: [], fault: undefined }
  const reader = new TokenReader(scan(text), text.length)
  const must: Clause[] = []
  const should: Clause[] = []
  const mustNot: Clause[] = []
  do {
    const clauses = reader.take('+') ? must : reader.take('-') ? mustNot : should
    clauses.push(parseClause(reader))
  } while (!reader.atEnd)
  return { must, should, mustNot, fault: reader.fault }
}

function parseClause(reader: TokenReader): Clause {
  const name = reader.take('string')
  if (name === undefined) return { field: '', test: parseQuoteOrNumber(reader), boost: parseBoost(reader) }
  if (!reader.take(':')) {
    return { field: '', test: parseTerm(reader, name), boost: parseBoost(reader) }
  }
  return { field: name.text, test: parseValue(reader), boost: parseBoost(reader) }
}

function parseValue(reader: TokenReader): Test {
  const term = reader.take('string')
  if (term !== undefined) return parseTerm(reader, term)
  const comparison = parseComparison(reader)
  if (comparison !== undefined) return parseRange(reader, comparison)
  const minus = reader.take('-')
  return minus ? numberTest(reader.expect('number'), '-') : parseQuoteOrNumber(reader)
}

function parseQuoteOrNumber(reader: TokenReader): Test {
  const phrase = reader.take('phrase')
  if (phrase !== undefined) return { kind: 'phrase', text: phrase.text }
  return numberTest(reader.expect('number'), '')
}

function numberTest(token: Token, sign: '' | '-'): Test {
  return { kind: 'number', ...readNumber(token, sign) }
}

function readNumber(token: Token, sign: '' | '-'): { text: string; value: number } {
  const text = sign + token.text
  const value = parseNumber(text)
  if (value === undefined) throw new QueryError(`not a number: ${text}`, token.position)
  return { text, value }
}

function parseComparison(reader: TokenReader): Comparison | undefined {
  for (const sign of ['>', '<'] as const) {
    if (reader.take(sign)) return reader.take('=') ? `${sign}=` : sign
  }
  return undefined
}

function parseRange(reader: TokenReader, comparison: Comparison): Test {
  const phrase = reader.take('phrase')
  if (phrase !== undefined) return dateRange(comparison, phrase)
  const sign = reader.take('-') ? '-' : ''
  return { kind: 'numberRange', comparison, ...readNumber(reader.expect('number'), sign) }
}

/** What a signed 64-bit count of nanoseconds reaches to: the years 1677 to 2262. */
const earliest = -(2n ** 63n)
const latest = 2n ** 63n - 1n

function dateRange(comparison: Comparison, phrase: Token): Test {
  const value = parseRfc3339(phrase.text)
  if (value === undefined) throw new QueryError(`not an RFC 3339 date: ${phrase.text}`, phrase.position)
  if (value < earliest || value > latest) {
    throw new QueryError(`date out of range: ${phrase.text}`, phrase.position)
  }
  return { kind: 'dateRange', comparison, text: phrase.text, value }
}

/** A word by itself: what it means is in its look, but for a `~` behind it, which makes it plain text. */
function parseTerm(reader: TokenReader, { text, position }: Token): Test {
  const fuzzy = reader.take('fuzzy')
  if (fuzzy !== undefined) return fuzzyTest(reader, text, fuzzy)
  if (text === '/') throw new QueryError('a regular expression needs two slashes', position)
  if (text.startsWith('/') && text.endsWith('/')) {
    const source = text.slice(1, -1)
    return { kind: 'regexp', source, pattern: compile(reader, position, () => regexpPattern(source)) }
  }
  if (/[*?]/.test(text)) {
    return { kind: 'wildcard', source: text, pattern: compile(reader, position, () => wildcardPattern(text)) }
  }
  return { kind: 'term', text }
}

function fuzzyTest(reader: TokenReader, text: string, { text: amount, position }: Token): Test {
  const distance = amount === '' ? 1 : parseNumber(amount)
  if (distance === undefined) throw new QueryError(`not a fuzziness: ${amount}`, position)
  const edits = Math.trunc(distance)
  if (edits === 0) return { kind: 'term', text }
  if (edits < 0 || edits > 2) reader.report('fuzziness must be at most 2', position)
  return { kind: 'fuzzy', text, distance: edits }
}

function parseBoost(reader: TokenReader): number {
  const token = reader.take('boost')
  if (token === undefined || token.text === '') return 1
  const boost = parseNumber(token.text)
  if (boost === undefined) throw new QueryError(`not a boost: ${token.text}`, token.position)
  return boost
}

function compile(reader: TokenReader, position: number, make: () => Pattern): Pattern | undefined {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    reader.report(error.message, position)
    return undefined
  }
}

class TokenReader {
  readonly #tokens: readonly Token[]
  readonly #end: number
  #next = 0
  /** The first fault that makes the query impossible to run. */
  fault: QueryError | undefined

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens
    this.#end = end
  }

  get atEnd(): boolean {
    return this.#next === this.#tokens.length
  }

  /** The next token, taken if it is of that kind. */
  take(kind: TokenKind): Token | undefined {
    const token = this.#tokens[this.#next]
    if (token?.kind !== kind) return undefined
    this.#next++
    return token
  }

  expect(kind: TokenKind): Token {
    const token = this.take(kind)
    if (token !== undefined) return token
    const found = this.#tokens[this.#next]
    throw new QueryError(
      found === undefined ? 'the query ends too early' : `unexpected ${found.kind}`,
      found?.position ?? this.#end,
    )
  }

  report(message: string, position: number): void {
    this.fault ??= new QueryError(message, position)
  }
}
