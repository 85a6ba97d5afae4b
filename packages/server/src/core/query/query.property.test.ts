import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Document, documentOf } from './document.ts'
import { DocumentIndex } from './document-index.ts'
import { QueryError } from './error.ts'
import { matches, score, scoresAlike } from './evaluate.ts'
import { parseQuery } from './parse.ts'
import { printQuery } from './print.ts'
import { anyText, naivelyMatches, someFields, someQuery, withoutPatterns } from './query.fixture.ts'

describe('any string', () => {
  it('is a query that can be asked, or a QueryError within it', () => {
    const document = documentOf({ a: ['x', 5, '2020-01-01'], b: 'a b' })
    fc.assert(
      fc.property(anyText, (text) => {
        try {
          matches(parseQuery(text), document)
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError)
          const { position } = error as QueryError
          expect(position >= 0 && position <= text.length).toBe(true)
        }
      }),
      { numRuns: 5_000 },
    )
  })

  it('prints, if it is a query, as a string that parses to the same query', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, someQuery), (text) => {
        fc.pre(isQuery(text))
        const query = parseQuery(text)
        expect(withoutPatterns(parseQuery(printQuery(query)))).toEqual(withoutPatterns(query))
      }),
      { numRuns: 5_000 },
    )
  })

  it('takes a time that grows with its length and no faster', () => {
    const long = 200_000
    for (const piece of [
      '+a:b ',
      'a:b\\',
      'a:/(',
      'a:/[',
      '"',
      '\\"',
      'a:*?',
      'a:{',
      'a~',
      '^',
      '(',
      '\\Q',
    ]) {
      try {
        matches(parseQuery(piece.repeat(long / piece.length)), documentOf({ a: 'b'.repeat(1_000) }))
      } catch (error) {
        expect(error).toBeInstanceOf(QueryError)
      }
    }
  })
})

describe('evaluating', () => {
  it('agrees with looking at one value after the other', () => {
    fc.assert(
      fc.property(someQuery, someFields, (text, fields) => {
        const query = parseQuery(text)
        expect(matches(query, documentOf(fields))).toBe(naivelyMatches(query, fields))
      }),
      { numRuns: 3_000 },
    )
  })

  it('rates documents of single values alike when it says so', () => {
    const single = fc.record({
      a: fc.constantFrom('x', 'xy', 5, -1, true),
      b: fc.constantFrom('x', 5, '2020-01-01'),
    })
    fc.assert(
      fc.property(someQuery, fc.array(single), (text, documents) => {
        const query = parseQuery(text)
        fc.pre(scoresAlike(query))
        const scores = documents
          .map((fields) => score(query, documentOf(fields)))
          .filter((each) => each !== undefined)
        expect(new Set(scores).size).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the index', () => {
  it('misses no document that satisfies a query, whatever was put and deleted before, and keeps their order', () => {
    const change = fc.record({ which: fc.nat(9), fields: fc.option(someFields, { nil: undefined }) })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), someQuery, (changes, text) => {
        const index = new DocumentIndex()
        const model = new Map<number, Document>()
        for (const [step, { which, fields }] of changes.entries()) {
          // A known document is changed or deleted; where there is none yet, a new one gets the next key.
          const key = [...model.keys()][which] ?? step
          if (fields === undefined) {
            index.delete(key)
            model.delete(key)
          } else {
            index.put(key, documentOf(fields))
            model.set(key, documentOf(fields))
          }
        }
        const query = parseQuery(text)
        const candidates = [...index.candidates(query)]
        expect(candidates).toEqual([...candidates].sort((a, b) => a - b))
        const found = candidates.filter((key) => matches(query, index.get(key) ?? documentOf({})))
        const expected = [...model].filter(([, document]) => matches(query, document)).map(([key]) => key)
        expect(found).toEqual(expected.sort((a, b) => a - b))
        expect(index.size).toBe(model.size)
      }),
      { numRuns: 1_000 },
    )
  })

  it('forgets what a document no longer says', () => {
    const index = new DocumentIndex()
    index.put(1, documentOf({ mode: 'x', rank: 5, born: '2020-01-01' }))
    index.put(1, documentOf({ mode: 'y' }))
    for (const text of ['+mode:x', '+rank:*', '+born:*']) {
      expect([...index.candidates(parseQuery(text))], text).toEqual([])
    }
    index.delete(1)
    index.delete(1)
    expect([...index.candidates(parseQuery('+mode:y'))]).toEqual([])
  })

  it('looks at few documents when a must names a rare value', () => {
    const index = new DocumentIndex()
    for (let key = 0; key < 1_000; key++)
      index.put(key, documentOf({ mode: `m${key % 100}`, open: true, rank: key }))
    expect([...index.candidates(parseQuery('+open:T +mode:m7 +rank:>=10'))]).toHaveLength(10)
    expect([...index.candidates(parseQuery('+rank:>=995'))]).toEqual([995, 996, 997, 998, 999])
    expect([...index.candidates(parseQuery('mode:m1 mode:m2'))]).toHaveLength(20)
    expect([...index.candidates(parseQuery('+mode:none'))]).toEqual([])
  })
})

function isQuery(text: string): boolean {
  try {
    parseQuery(text)
    return true
  } catch {
    return false
  }
}
