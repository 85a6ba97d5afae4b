import { describe, expect, it } from 'vitest'
import { Bindings } from '../symbols/bindings.ts'
import { compareStep } from './compare.ts'
import type { Outcome } from './scenario.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const fits = (expected: Outcome, actual: Outcome, bindings = new Bindings()) =>
  compareStep([expected], actual, bindings).fits

describe('symbols', () => {
  it('take the first value they meet and keep it', () => {
    const expected = { a: [{ one: '<uuid1>' }, { two: '<uuid1>' }] }
    expect(fits(expected, { a: [{ one: id(1) }, { two: id(1) }] })).toBe(true)
    expect(fits(expected, { a: [{ one: id(1) }, { two: id(2) }] })).toBe(false)
  })

  it('stand for different values', () => {
    const expected = { a: [{ one: '<uuid1>', two: '<uuid2>' }] }
    expect(fits(expected, { a: [{ one: id(1), two: id(2) }] })).toBe(true)
    expect(fits(expected, { a: [{ one: id(1), two: id(1) }] })).toBe(false)
  })

  it('hold from step to step', () => {
    const { bindings } = compareStep([{ a: [{ id: '<uuid1>' }] }], { a: [{ id: id(1) }] }, new Bindings())
    expect(fits({ b: [{ id: '<uuid1>' }] }, { b: [{ id: id(2) }] }, bindings)).toBe(false)
    expect(fits({ b: [{ id: '<uuid1>' }] }, { b: [{ id: id(1) }] }, bindings)).toBe(true)
  })

  it.each([
    ['<party>', `${id(1)}.nakama1`, id(1)],
    ['<ticket1>', id(1), 'ticket'],
    ['<a.session>', id(1), ''],
    ['<jwt>', 'eyJh.eyJi.c-_', 'eyJh.eyJi'],
    ['<time>', '2026-01-02T03:04:05Z', 'yesterday'],
    ['<cursor>', 'anything', ''],
  ])('have a shape: %s can be %s but not "%s"', (symbol, good, bad) => {
    expect(fits({ a: [{ value: symbol }] }, { a: [{ value: good }] })).toBe(true)
    expect(fits({ a: [{ value: symbol }] }, { a: [{ value: bad }] })).toBe(false)
    expect(fits({ a: [{ value: symbol }] }, { a: [{ value: 1 }] })).toBe(false)
  })

  it('for what passes may differ from place to place', () => {
    expect(
      fits(
        { a: [{ t: '<time>', u: '<time>' }] },
        { a: [{ t: '2026-01-02T03:04:05Z', u: '2027-01-02T03:04:05Z' }] },
      ),
    ).toBe(true)
  })
})

describe('frames', () => {
  it.each([
    ['a key is missing', { a: 1, b: 2 }, { a: 1 }],
    ['a key is too many', { a: 1 }, { a: 1, b: 2 }],
    ['another key is there', { a: 1 }, { b: 1 }],
    ['a number is a text', { a: 1 }, { a: '1' }],
    ['an object is a list', { a: {} }, { a: [] }],
    ['a null is an object', { a: null }, { a: {} }],
    ['a list is shorter', { a: [1, 2] }, { a: [1] }],
    ['a list is in another order', { a: [1, 2] }, { a: [2, 1] }],
  ])('differ when %s', (_, expected, actual) => {
    expect(fits({ a: [expected] }, { a: [actual] })).toBe(false)
  })

  it('are the same whatever the order of keys', () => {
    expect(fits({ a: [{ x: 1, y: 2 }] }, { a: [{ y: 2, x: 1 }] })).toBe(true)
  })

  it('are the same whatever the order of the users of a match, but not of other lists', () => {
    expect(fits({ a: [{ users: [{ n: 1 }, { n: 2 }] }] }, { a: [{ users: [{ n: 2 }, { n: 1 }] }] })).toBe(
      true,
    )
    expect(fits({ a: [{ users: [{ n: 1 }, { n: 2 }] }] }, { a: [{ users: [{ n: 1 }, { n: 1 }] }] })).toBe(
      false,
    )
    expect(fits({ a: [{ joins: [{ n: 1 }, { n: 2 }] }] }, { a: [{ joins: [{ n: 2 }, { n: 1 }] }] })).toBe(
      false,
    )
  })
})

describe('the order of frames', () => {
  const answer = { cid: '1' }
  const [first, second] = [{ event: 1 }, { event: 2 }]

  it('counts among the events and among the answers of a client, not between the two', () => {
    expect(fits({ a: [answer, first, second] }, { a: [first, answer, second] })).toBe(true)
    expect(fits({ a: [answer, first, second] }, { a: [first, second, answer] })).toBe(true)
    expect(fits({ a: [answer, first, second] }, { a: [answer, second, first] })).toBe(false)
    expect(fits({ a: [{ cid: '1' }, { cid: '2' }] }, { a: [{ cid: '2' }, { cid: '1' }] })).toBe(false)
  })

  it('takes the empty answer to a request without cid for an answer', () => {
    expect(fits({ a: [{}, first] }, { a: [first, {}] })).toBe(true)
  })

  it('counts for the end of a socket as for an event', () => {
    expect(fits({ a: [first, 'closed'] }, { a: ['closed', first] })).toBe(false)
  })
})

describe('the end of a socket', () => {
  it('may be preceded by an error that says why', () => {
    expect(fits({ a: ['closed'] }, { a: [{ error: { code: 1 } }, 'closed'] })).toBe(true)
    expect(fits({ a: ['closed'] }, { a: [{ cid: '1', error: { code: 1 } }, 'closed'] })).toBe(true)
  })

  it('excuses no other frame, and no error without an end', () => {
    expect(fits({ a: ['closed'] }, { a: [{ pong: {} }, 'closed'] })).toBe(false)
    expect(fits({ a: [] }, { a: [{ error: { code: 1 } }] })).toBe(false)
    expect(fits({ a: [{ pong: {} }, 'closed'] }, { a: [{ error: {} }, { pong: {} }, 'closed'] })).toBe(false)
  })
})

describe('a step', () => {
  it('fits when any of its outcomes does', () => {
    const outcomes = [{ a: [{ n: 1 }] }, { a: [{ n: 2 }] }]
    expect(compareStep(outcomes, { a: [{ n: 2 }] }, new Bindings()).fits).toBe(true)
    expect(compareStep(outcomes, { a: [{ n: 3 }] }, new Bindings()).fits).toBe(false)
  })

  it('does not fit when somebody else received something', () => {
    expect(fits({ a: [{ n: 1 }] }, { a: [{ n: 1 }], b: [{ n: 1 }] })).toBe(false)
  })

  it('that does not fit still teaches what its frames say', () => {
    const expected = { a: [{ party: '<uuid1>' }, { event: '<uuid1>' }] }
    const { fits, bindings } = compareStep([expected], { a: [{ party: id(1) }] }, new Bindings())
    expect(fits).toBe(false)
    expect(bindings.valueOf('uuid1')).toBe(id(1))
  })

  it('leaves nothing behind of an outcome that did not fit', () => {
    const outcomes = [{ a: [{ x: '<uuid1>', n: 1 }] }, { a: [{ y: '<uuid2>', n: 2 }] }]
    const { bindings } = compareStep(outcomes, { a: [{ y: id(1), n: 2 }] }, new Bindings())
    expect(bindings.symbolFor(id(1))).toBe('uuid2')
  })
})
