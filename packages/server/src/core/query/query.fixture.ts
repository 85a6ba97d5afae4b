import fc from 'fast-check'
import type { JsonValue } from '../../json-syntax.ts'
import type { Clause, Query, Test } from './ast.ts'

const fields = ['a', 'b', 'a.c'] as const
const words = ['x', 'xy', 'yx', 'X', '5', '-1', '2020-01-01', ''] as const
const instants = ['2019-06-01T00:00:00Z', '2020-01-01T00:00:00Z', '2021-01-01T00:00:00.5+01:00'] as const

const comparison = fc.constantFrom('>', '>=', '<', '<=')

const value = fc.oneof(
  fc.constantFrom(
    'x',
    'xy',
    'X',
    'x*',
    '?',
    '/x.*/',
    '/(x|y)+/',
    '5',
    '-1',
    '5.0',
    '"x"',
    '""',
    '"5"',
    'x~',
    'xy~2',
  ),
  fc.tuple(comparison, fc.constantFrom('5', '-1', '0.5')).map((parts) => parts.join('')),
  fc.tuple(comparison, fc.constantFrom(...instants)).map(([sign, date]) => `${sign}"${date}"`),
)

const clause = fc
  .tuple(
    fc.constantFrom('+', '-', '', ''),
    fc.constantFrom(...fields, 'none'),
    value,
    fc.constantFrom('', ' ^2', ' ^0'),
  )
  .map(([sign, field, text, boost]) => `${sign}${field}:${text}${boost}`)

/** Queries about the same few fields and values as `someFields`, so that they often hit. */
export const someQuery: fc.Arbitrary<string> = fc
  .array(clause, { maxLength: 4 })
  .map((clauses) => (clauses.length === 0 ? '*' : clauses.join(' ')))

const leaf: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue[]>(...words, 5, -1, 0.5, true, null),
  fc.array(fc.constantFrom<JsonValue[]>(...words, 5, -1), { maxLength: 3 }),
)

/** What a document may be made of. */
export const someFields: fc.Arbitrary<{ [name: string]: JsonValue }> = fc.record(
  { a: fc.oneof(leaf, fc.record({ c: leaf })), b: leaf },
  { requiredKeys: [] },
)

/** Strings of the characters that mean something in a query, of tokens, and of anything. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.constantFrom(...'+-:<>=^~"\\/*?().15a b\t😀'), { maxLength: 25 })
    .map((characters) => characters.join('')),
  fc
    .array(fc.oneof(clause, value, fc.constantFrom(' ', '+', '\\', '"', '^2', '~')), { maxLength: 6 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

/** The query without its compiled patterns, which say no more than their sources and compare as different. */
export function withoutPatterns(query: Query): unknown {
  const strip = ({ test, ...rest }: Clause) => ({
    ...rest,
    test: { ...test, pattern: undefined } satisfies object,
  })
  return {
    must: query.must.map(strip),
    should: query.should.map(strip),
    mustNot: query.mustNot.map(strip),
    isFaulty: query.fault !== undefined,
  }
}

/** What a query means, spelled out for one value at a time and without regard for speed. */
export function naivelyMatches(query: Query, root: { [name: string]: JsonValue }): boolean {
  if (query.fault !== undefined) return false
  const holds = ({ field, test }: Clause) => valuesOf(root, field).some((found) => passes(test, found))
  if (query.mustNot.some(holds)) return false
  if (query.must.length > 0) return query.must.every(holds)
  return query.should.length === 0 || query.should.some(holds)
}

/** All values under the name, looked for from the root instead of being collected beforehand. */
function valuesOf(value: JsonValue, path: string): JsonValue[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesOf(item, path))
  if (path === '') return value === null || typeof value === 'object' ? [] : [value]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, member]) => {
    if (path === name) return valuesOf(member, '')
    return path.startsWith(`${name}.`) ? valuesOf(member, path.slice(name.length + 1)) : []
  })
}

function passes(test: Test, value: JsonValue): boolean {
  const isDate = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)
  const term =
    typeof value === 'boolean'
      ? value
        ? 'T'
        : 'F'
      : typeof value === 'string' && !isDate
        ? value
        : undefined
  switch (test.kind) {
    case 'term':
    case 'phrase':
      return term === test.text
    case 'number':
      return term === test.text || value === test.value
    case 'numberRange':
      return typeof value === 'number' && stands(value, test.comparison, test.value)
    case 'dateRange':
      return isDate && stands(BigInt(Date.parse(`${value}`)) * 1_000_000n, test.comparison, test.value)
    case 'wildcard':
      return term === undefined
        ? test.source === '*'
        : new RegExp(`^${test.source.replace('?', '.').replace('*', '.*')}$`).test(term)
    case 'regexp':
      return term !== undefined && new RegExp(`^(?:${test.source})$`).test(term)
    case 'fuzzy':
      return term !== undefined && neighbours(test.text, test.distance).has(term)
  }
}

function stands<Value extends number | bigint>(value: Value, sign: string, bound: Value): boolean {
  return (sign.includes('=') && value === bound) || (sign.startsWith('>') ? value > bound : value < bound)
}

/** Every text over the letters in use that is at most so many edits away. */
function neighbours(text: string, distance: number): Set<string> {
  const found = new Set([text])
  for (let edit = 0; edit < distance; edit++) {
    for (const from of [...found]) {
      for (let at = 0; at <= from.length; at++) {
        const [before, after] = [from.slice(0, at), from.slice(at)]
        found.add(before + after.slice(1))
        if (after.length > 1) found.add(`${before}${after[1]}${after[0]}${after.slice(2)}`)
        for (const letter of 'xyXTF5-1') {
          found.add(before + letter + after)
          found.add(before + letter + after.slice(1))
        }
      }
    }
  }
  return found
}
