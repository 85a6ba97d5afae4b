import { describe, expect, it } from 'vitest'
import type { Clause, Test } from './ast.ts'
import { QueryError } from './error.ts'
import { parseQuery } from './parse.ts'

/** A test without its compiled pattern, which says no more than its source. */
function plain(test: Test): Record<string, unknown> {
  return Object.fromEntries(Object.entries(test).filter(([name]) => name !== 'pattern'))
}

function only(text: string): Clause {
  const { must, should, mustNot } = parseQuery(text)
  const clauses = [...must, ...should, ...mustNot]
  expect(clauses, text).toHaveLength(1)
  return clauses[0] as Clause
}

/** What a query of a single clause asks for. */
function asked(text: string): Record<string, unknown> {
  const { field, test, boost } = only(text)
  return { field, ...plain(test), ...(boost === 1 ? {} : { boost }) }
}

const term = (field: string, text: string) => ({ field, kind: 'term', text })

describe('clauses', () => {
  it('are musts, must-nots and shoulds by their sign', () => {
    const { must, should, mustNot } = parseQuery('+a:1x b:2x -c:3x +d:4x')
    expect(must.map(({ field }) => field)).toEqual(['a', 'd'])
    expect(should.map(({ field }) => field)).toEqual(['b'])
    expect(mustNot.map(({ field }) => field)).toEqual(['c'])
  })

  it.each(['', '*'])('are none in %j, which accepts everything', (text) => {
    expect(parseQuery(text)).toEqual({ must: [], should: [], mustNot: [], fault: undefined })
  })

  it('may stand apart from their sign and their field', () => {
    expect(parseQuery('+ a : b').must).toEqual([{ field: 'a', test: { kind: 'term', text: 'b' }, boost: 1 }])
  })
})

describe('terms', () => {
  it.each([
    ['mode:ranked', term('mode', 'ranked')],
    ['properties.a.b:x', term('properties.a.b', 'x')],
    ['ranked', term('', 'ranked')],
    ['+properties.', term('', 'properties.')],
    ['a:t+e-s>t<=x', term('a', 't+e-s>t<=x')],
    ['a:(b|c)', term('a', '(b|c)')],
    ['(a:b)', term('(a', 'b)')],
    ['a:127.0.0.1', term('a', '127.0.0.1')],
    ['a:555c3bb0', term('a', '555c3bb0')],
    ['a:.5', term('a', '.5')],
    ['a:b\tc', term('a', 'b\tc')],
    [' \t\n a:b', term('a', 'b')],
    ['a:é😀', term('a', 'é😀')],
    // A word that starts like a number keeps the character that spoils it, whatever it is.
    ['5:6', term('', '5:6')],
    ['a:5^2', term('a', '5^2')],
    ['a:5~1', term('a', '5~1')],
  ])('%j', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })

  it.each([
    ['a\\:b', term('', 'a:b')],
    ['a:b\\:c', term('a', 'b:c')],
    ['a:b\\ c', term('a', 'b c')],
    ['a:\\+b', term('a', '+b')],
    ['a:\\-5', term('a', '-5')],
    ['a:\\"b', term('a', '"b')],
    ['a:b\\\\c', term('a', 'b\\c')],
    ['a:3.0\\:', term('a', '3.0:')],
    ['a:3\\d', term('a', '3\\d')],
    ['a:b\\', term('a', 'b')],
    ['a:b \\', term('a', 'b')],
    // A backslash before a character that needs none stays.
    ['a:\\d', term('a', '\\d')],
    ['a:b\\.c', term('a', 'b\\.c')],
  ])('with escapes: %j', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })
})

describe('phrases', () => {
  it.each([
    ['a:"b c"', 'b c'],
    ['a:""', ''],
    ['a:"b:c*"', 'b:c*'],
    ['a:"say \\"hi\\""', 'say "hi"'],
    ['a:"b\\\\"', 'b\\'],
    ['a:"b\\n"', 'b\\n'],
  ])('%j', (query, text) => {
    expect(asked(query)).toEqual({ field: 'a', kind: 'phrase', text })
  })

  it('end where their quote is, and the next clause may begin at once', () => {
    expect(parseQuery('a:"b"c:d').should.map(({ field }) => field)).toEqual(['a', 'c'])
  })
})

describe('numbers', () => {
  it.each([
    ['a:5', '5', 5],
    ['a:-5', '-5', -5],
    ['a:- 5', '-5', -5],
    ['a:5.', '5.', 5],
    ['a:007', '007', 7],
    ['a:2.50', '2.50', 2.5],
  ])('%j', (query, text, value) => {
    expect(asked(query)).toEqual({ field: 'a', kind: 'number', text, value })
  })

  it('after a minus without a field are excluded, not negative', () => {
    expect(parseQuery('-5').mustNot).toHaveLength(1)
  })
})

describe('ranges', () => {
  it.each([
    ['a:>5', '>', 5],
    ['a:>=5', '>=', 5],
    ['a:> = 5', '>=', 5],
    ['a:<5.5', '<', 5.5],
    ['a:<=-5', '<=', -5],
  ])('of numbers: %j', (query, comparison, value) => {
    expect(asked(query)).toMatchObject({ field: 'a', kind: 'numberRange', comparison, value })
  })

  it.each([
    ['a:>"2006-01-02T15:04:05Z"', '>', '2006-01-02T15:04:05Z'],
    ['a:<="2006-01-02T15:04:05.5+02:00"', '<=', '2006-01-02T13:04:05.5Z'],
  ])('of dates: %j', (query, comparison, date) => {
    const value = BigInt(Date.parse(date)) * 1_000_000n
    expect(asked(query)).toMatchObject({ field: 'a', kind: 'dateRange', comparison, value })
  })
})

describe('patterns', () => {
  it.each([
    ['a:b*', 'wildcard', 'b*'],
    ['a:?', 'wildcard', '?'],
    [' *', 'wildcard', '*'],
    // An escape hides a wildcard from the scanner but not from what comes after it.
    ['a:b\\*', 'wildcard', 'b*'],
    ['a:/b.*/', 'regexp', 'b.*'],
    ['a:/b\\-c\\d\\/e/', 'regexp', 'b-c\\d/e'],
    ['a://', 'regexp', ''],
  ])('%j', (query, kind, source) => {
    expect(asked(query)).toMatchObject({ kind, source })
  })

  it('end at a space, so that half of one is a term', () => {
    expect(parseQuery('a:/b c/').should.map(({ test }) => plain(test))).toEqual([
      { kind: 'term', text: '/b' },
      { kind: 'term', text: 'c/' },
    ])
  })
})

describe('fuzziness and boosts', () => {
  it.each([
    ['a:b~', { kind: 'fuzzy', text: 'b', distance: 1 }],
    ['a:b~2', { kind: 'fuzzy', text: 'b', distance: 2 }],
    ['a:b~1.9', { kind: 'fuzzy', text: 'b', distance: 1 }],
    ['a:b ~2', { kind: 'fuzzy', text: 'b', distance: 2 }],
    ['a:b* ~2', { kind: 'fuzzy', text: 'b*', distance: 2 }],
    ['a:b*~0', { kind: 'term', text: 'b*' }],
    ['a:b^2', { kind: 'term', text: 'b', boost: 2 }],
    ['a:b^', { kind: 'term', text: 'b' }],
    ['a:b^-0.5', { kind: 'term', text: 'b', boost: -0.5 }],
    ['a:b^1e2', { kind: 'term', text: 'b', boost: 100 }],
    ['a:b~2 ^3', { kind: 'fuzzy', text: 'b', distance: 2, boost: 3 }],
    ['a:5 ^3', { kind: 'number', text: '5', value: 5, boost: 3 }],
    ['a:"b"^3', { kind: 'phrase', text: 'b', boost: 3 }],
  ])('%j', (query, expected) => {
    expect(asked(query)).toEqual({ field: 'a', ...expected })
  })
})

describe('refused, because Nakama refuses it', () => {
  it.each([
    [' ', 1],
    ['\\', 1],
    ['+', 1],
    ['-', 1],
    ['+-a:b', 1],
    ['a:', 2],
    [':b', 0],
    ['a::b', 2],
    ['a:b:c', 3],
    ['a:+b', 2],
    ['a:-b', 3],
    ['a:=5', 2],
    ['a:>', 3],
    ['a:>b', 3],
    ['a:>.5', 3],
    ['a:>5^2', 3],
    ['"a":b', 3],
    ['5 :b', 2],
    ['a:"b', 2],
    ['a:"b\\"', 2],
    ['"a"~2', 3],
    ['^', 0],
    ['^5', 0],
    ['~', 0],
    ['a:~b', 2],
    ['a:^b', 2],
    ['a^b', 1],
    ['a^2~1', 1],
    ['a~2^3', 1],
    ['a~b', 1],
    ['a^3\\0', 1],
    ['/', 0],
    ['a:/', 2],
    ['a:٥', 2],
    [`a:${'9'.repeat(369)}`, 2],
    [`a:>${'9'.repeat(369)}`, 3],
    ['a:>"2021-12-25"', 3],
    ['a:>"2021-02-29T00:00:00Z"', 3],
    ['a:>"2021-01-01T00:00:60Z"', 3],
    ['a:>"soon"', 3],
    ['a:>"0001-01-01T00:00:00Z"', 3],
    ['a:>"2300-01-01T00:00:00Z"', 3],
  ])('%j at %i', (text, position) => {
    let error: unknown
    try {
      parseQuery(text)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(QueryError)
    expect(error).toMatchObject({ position })
  })
})

describe('taken but impossible to run, as on Nakama', () => {
  it.each(['a:/(/', 'a:/b**/', 'a:/b$/', 'a:/b*?/', 'a:/\\\\1/', 'a:/(?=b)/', 'a:b~3', 'a:b~-1'])(
    '%j',
    (text) => {
      expect(parseQuery(text).fault).toBeInstanceOf(QueryError)
    },
  )

  it('says where', () => {
    expect(parseQuery('+a:b -c:/(/').fault).toMatchObject({ position: 8 })
  })
})
