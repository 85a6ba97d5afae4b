import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../files/json.ts'
import { Bindings } from '../symbols/bindings.ts'
import { mismatches } from './match.ts'

const user = '11111111-2222-4333-8444-555555555555'
const other = '11111111-2222-4333-8444-666666666666'
const fits = (expected: Json, actual: Json | undefined, bindings = new Bindings()) =>
  mismatches(expected, actual, bindings).length === 0

describe('what is expected of a value', () => {
  it('is every key that is named, and no other', () => {
    expect(fits({ a: 1 }, { a: 1, b: 2 })).toBe(true)
    expect(fits({ a: 1, b: 2 }, { a: 1 })).toBe(false)
    expect(fits({ a: { b: null } }, { a: {} })).toBe(true)
  })

  it('is every item of a list, in its order', () => {
    expect(fits([{ a: 1 }, 2], [{ a: 1, b: 1 }, 2])).toBe(true)
    expect(fits([1, 2], [2, 1])).toBe(false)
    expect(fits([1], [1, 2])).toBe(false)
    expect(fits([], undefined)).toBe(false)
  })

  it('holds for the value itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        // Keys and texts that mean something to the matcher are no values.
        fc.pre(!text.includes('$') && !text.includes('<'))
        expect(mismatches(value as Json, JSON.parse(text), new Bindings())).toEqual([])
      }),
    )
  })

  it('has no meaning by names that every object has', () => {
    expect(fits({ valueOf: 1 }, { valueOf: 1 })).toBe(true)
    expect(fits({ valueOf: 1 }, { constructor: 1 })).toBe(false)
    expect(fits({ toString: { $absent: true } }, {})).toBe(true)
  })

  it.each<[Json, Json | undefined, boolean]>([
    [{ $absent: true }, undefined, true],
    [{ $absent: true }, null, false],
    [{ $any: true }, 0, true],
    [{ $any: true }, undefined, false],
    [{ $length: 2 }, [1, 2], true],
    [{ $length: 2 }, 'abc', false],
    [{ $matches: '^b' }, 'abc', false],
    [{ $matches: 'b' }, 'abc', true],
    [{ $unordered: [1, 2] }, [2, 1], true],
    [{ $unordered: [1, 1] }, [1, 2], false],
    [{ $unordered: [1] }, [1, 2], false],
    [{ $contains: [2] }, [1, 2], true],
    [{ $contains: [2, 2] }, [1, 2], false],
  ])('%j of %j is %j', (expected, actual, does) => {
    expect(fits(expected, actual)).toBe(does)
  })

  it('may be a symbol, which keeps the first value it meets', () => {
    const bindings = new Bindings()
    expect(fits(['<a.user>', '<a.user>'], [user, user], bindings)).toBe(true)
    expect(fits('<a.user>', other, bindings)).toBe(false)
    expect(fits('<b.user>', user, bindings), 'another symbol means another value').toBe(false)
  })

  it('may be a text with symbols in it', () => {
    const bindings = new Bindings([['a.user', user]])
    expect(fits('join <a.user>!', `join ${user}!`, bindings)).toBe(true)
    expect(fits('join <a.user>!', 'join me!', bindings)).toBe(false)
  })

  it('is told with its place and in symbols when it does not hold', () => {
    const bindings = new Bindings([['a.user', user]])
    expect(mismatches({ list: [{ id: '<a.user>' }] }, { list: [{ id: other }] }, bindings, 'result')).toEqual(
      [`result.list[0].id: expected <a.user>, got '${other}'`],
    )
    expect(mismatches({ a: 1 }, {}, bindings)).toEqual(['a: expected 1, got nothing'])
  })
})
