import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../json-syntax.ts'
import { documentOf } from './document.ts'
import { matches, score, scoresAlike } from './evaluate.ts'
import { parseQuery } from './parse.ts'

const document = documentOf({
  mode: 'ranked',
  name: 'Deep Blue',
  skill: 12.5,
  level: '7',
  open: true,
  hidden: false,
  nothing: null,
  tags: ['red', 'green', 5, '5'],
  nested: { deeper: { still: 'yes' } },
  born: '1997-05-11',
  start: '2006-01-02T15:04:05Z',
  empty: '',
  lines: 'a\nb',
})

const accepts = (query: string) => matches(parseQuery(query), document)
const rates = (query: string, fields: { [name: string]: JsonValue }) =>
  score(parseQuery(query), documentOf(fields))

describe('a test', () => {
  it.each([
    // Terms are whole values.
    ['mode:ranked', true],
    ['mode:Ranked', false],
    ['mode:rank', false],
    ['name:Deep', false],
    ['name:Deep\\ Blue', true],
    ['name:"Deep Blue"', true],
    ['name:"deep blue"', false],
    ['nested.deeper.still:yes', true],
    ['nested.deeper:yes', false],
    ['empty:""', true],
    // Without a field there is nothing to look in.
    ['ranked', false],
    // Numbers are numbers, or strings that are spelled like them.
    ['skill:12.5', true],
    ['skill:12.50', true],
    ['level:7', true],
    ['level:7.0', false],
    ['skill:"12.5"', false],
    ['level:>5', false],
    ['skill:>12.5', false],
    ['skill:>=12.5', true],
    ['skill:<13', true],
    ['skill:<=-1', false],
    // Booleans are T and F.
    ['open:T', true],
    ['open:true', false],
    ['hidden:F', true],
    ['nothing:*', false],
    // Any value of an array will do.
    ['tags:red', true],
    ['tags:green', true],
    ['tags:5', true],
    ['tags:blue', false],
    // A string that reads as a date is only a date.
    ['born:1997-05-11', false],
    ['born:<"1998-01-01T00:00:00Z"', true],
    ['born:>"1997-05-10T23:59:59.999999999Z"', true],
    ['start:>="2006-01-02T16:04:05+01:00"', true],
    ['start:>"2006-01-02T15:04:05Z"', false],
    // Patterns are for whole values too.
    ['mode:rank*', true],
    ['mode:*ked', true],
    ['mode:r?nked', true],
    ['mode:rank?', false],
    ['mode:*', true],
    ['skill:*', true],
    ['born:*', true],
    ['skill:1*', false],
    ['lines:a*b', false],
    ['mode:/rank.*/', true],
    ['mode:/\\^rank.*/', true],
    ['mode:/rank/', false],
    ['mode:/(casual|ranked)/', true],
    ['skill:/.*/', true],
    // Edits are counted per character.
    ['mode:rankd~', true],
    ['mode:arnked~1', true],
    ['mode:rnke~1', false],
    ['mode:rnke~2', true],
  ])('%s: %s', (query, expected) => {
    expect(accepts(query)).toBe(expected)
  })
})

describe('a query', () => {
  it.each([
    ['*', true],
    ['', true],
    ['+mode:ranked +level:7', true],
    ['+mode:ranked +level:8', false],
    ['+mode:ranked -level:7', false],
    ['+mode:ranked -level:8', true],
    ['mode:casual level:7', true],
    ['mode:casual level:8', false],
    ['+mode:ranked level:8', true],
    ['+mode:casual level:7', false],
    ['level:7 -mode:ranked', false],
    ['level:8 -mode:casual', false],
    ['-mode:casual', true],
    ['-mode:casual -level:7', false],
    ['-ranked', true],
    [' *', false],
    // One clause that cannot be run makes all of it impossible to run.
    ['mode:ranked level:/(/', false],
  ])('%s: %s', (query, expected) => {
    expect(accepts(query)).toBe(expected)
  })
})

describe('the score', () => {
  it.each([
    ['*', 1],
    ['-b:x', 1],
    ['a:x', 1],
    ['a:x^3', 3],
    ['+a:x^3 n:5', 4],
    ['+a:x b:y^9', 1],
    ['a:x^0', 0],
    ['a:x^-2', -2],
    ['t:x*', 2],
    ['t:x*^5', 10],
    ['a:y', undefined],
    ['+a:x -n:5', undefined],
    ['w:wordy~2', 1 - 1 / 4],
    ['w:word~2 ^2', 2],
  ])('of %s is %s', (query, expected) => {
    expect(rates(query, { a: 'x', n: 5, t: ['x1', 'x2', 'y'], w: 'word' })).toBe(expected)
  })

  it.each([
    ['*', true],
    ['+a:x^2 +b:y', true],
    ['-a:x', true],
    ['a:x', true],
    ['a:x b:y', false],
    ['+a:x b:y', false],
    ['+a:x~', false],
  ])('is the same for every document with single values, for %s: %s', (query, expected) => {
    expect(scoresAlike(parseQuery(query))).toBe(expected)
  })
})

describe('a document', () => {
  it('holds each value of a field once', () => {
    expect(documentOf({ a: ['x', 'x', [1, [1, true]]] }).get('a')).toEqual({
      terms: expect.arrayContaining(['x', 'T']),
      numbers: [1],
      dates: [],
    })
    expect(documentOf({ a: ['x', 'x'] }).get('a')?.terms).toEqual(['x'])
  })

  it.each([
    '2006-01-02T15:04:05Z',
    '2006-01-02T15:04:05.25Z',
    '2006-01-02T15:04:05,25+05:30',
    '2006-01-02T5:04:05Z',
    '2006-01-02T15:04:05',
    '2006-01-02 15:04:05',
    '2006-01-02',
  ])('takes %s for a date', (text) => {
    expect(documentOf({ a: text }).get('a')).toMatchObject({ terms: [], dates: [expect.any(BigInt)] })
  })

  it.each([
    '2006-02-30',
    '2006-1-2',
    '20060102',
    '2006-01-02T24:00:00Z',
    '2006-01-02T15:04:05+25:00',
    '2006',
  ])('takes %s for a term', (text) => {
    expect(documentOf({ a: text }).get('a')).toMatchObject({ terms: [text], dates: [] })
  })

  it('may come from JSON that nests deeper than the call stack', () => {
    let nested: JsonValue = 'x'
    for (let depth = 0; depth < 9_000; depth++) nested = [nested]
    expect(documentOf({ a: nested }).get('a')?.terms).toEqual(['x'])
  })
})
