import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { checked, httpError, invalidArgument, PartyError, realtimeError, timeoutError } from './error.ts'

const thrownBy = (run: () => unknown): unknown => {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}

describe('PartyError', () => {
  it('is an Error with a stable code, and says what it was about', () => {
    const refused = realtimeError({ code: 3, message: 'Error joining party: party full', context: {} })
    const error = refused.during({ operation: 'joinParty', partyId: 'p.n' })
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({
      name: 'PartyError',
      code: 'party_full',
      message: 'Error joining party: party full',
      realtimeCode: 3,
      operation: 'joinParty',
      partyId: 'p.n',
    })
  })

  it('is known also when it comes from another realm or another copy of the SDK', () => {
    const foreign = runInNewContext(
      "Object.assign(new Error('x'), { [Symbol.for('@party/client/PartyError')]: true })",
    )
    expect(foreign).not.toBeInstanceOf(PartyError)
    expect(PartyError.is(foreign)).toBe(true)
    for (const other of [new Error('x'), { code: 'timeout' }, null, undefined, 'timeout']) {
      expect(PartyError.is(other)).toBe(false)
    }
  })

  it('is made of anything that was thrown, and left alone if it is one', () => {
    const error = timeoutError(5)
    expect(PartyError.from(error)).toBe(error)
    const cause = new TypeError('broken')
    expect(PartyError.from(cause, { operation: 'ping' })).toMatchObject({
      code: 'unknown',
      message: 'broken',
      cause,
      operation: 'ping',
    })
    expect(PartyError.from('thrown')).toMatchObject({ message: 'thrown', cause: 'thrown' })
  })

  it.each([
    [401, '{"code":16,"message":"Auth token invalid"}', 'unauthenticated', 'Auth token invalid'],
    [401, 'Missing or invalid token\n', 'unauthenticated', 'Missing or invalid token'],
    [404, 'null', 'not_found', 'HTTP 404'],
    [503, `<html>${'x'.repeat(300)}</html>`, 'unavailable', 'HTTP 503'],
  ])('reads HTTP %d %j', (status, text, code, message) => {
    expect(httpError(status, text)).toMatchObject({ code, message, httpStatus: status })
  })
})

describe('checked', () => {
  it('names the call in what a check throws, and keeps the rest', () => {
    const cause = new SyntaxError('bad JSON')
    const refuse = () => {
      throw invalidArgument('label', 'has to be a JSON object', cause)
    }
    const error = thrownBy(() => checked({ operation: 'createParty' }, refuse))
    expect(error).toMatchObject({
      code: 'invalid_argument',
      argument: 'label',
      operation: 'createParty',
      cause,
    })
  })
})
