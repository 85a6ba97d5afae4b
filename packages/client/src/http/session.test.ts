import { describe, expect, it } from 'vitest'
import { inTheFuture, token, tokenOf } from '../../test/tokens.ts'
import { PartyError } from '../error.ts'
import { Session } from './session.ts'

describe('Session', () => {
  it('reads who the player is and until when the tokens last', () => {
    const claims = { tid: 't', uid: 'u1', usn: 'ada', vrs: { level: '3' }, exp: 2000, iat: 1940 }
    const session = Session.restore(token(claims), tokenOf('u1', 5000))
    expect(session).toMatchObject({
      userId: 'u1',
      username: 'ada',
      vars: { level: '3' },
      expiresAt: 2_000_000,
      refreshExpiresAt: 5_000_000,
      created: false,
    })
  })

  it.each(['Ünïcödé 名前 🎈', 'a~b?c>d', ''])('reads the name %j', (usn) => {
    expect(Session.restore(token({ uid: 'u1', usn, exp: inTheFuture })).username).toBe(usn)
  })

  it('knows at which moment it has expired', () => {
    const session = Session.restore(tokenOf('u1', 2000), tokenOf('u1', 5000))
    expect([session.isExpired(1_999_999), session.isExpired(2_000_000)]).toEqual([false, true])
    expect([session.isRefreshExpired(4_999_999), session.isRefreshExpired(5_000_000)]).toEqual([false, true])
  })

  it('asks the time itself when it is not told', () => {
    expect(Session.restore(tokenOf('u1', 2000)).isExpired()).toBe(true)
    expect(Session.restore(tokenOf('u1', Date.now() / 1000 + 60)).isExpired()).toBe(false)
  })

  it('cannot be refreshed without a refresh token', () => {
    const session = Session.restore(tokenOf('u1'))
    expect([session.refreshToken, session.refreshExpiresAt, session.isRefreshExpired()]).toEqual([
      '',
      0,
      true,
    ])
  })

  it('takes over new tokens in place', () => {
    const session = Session.restore(tokenOf('u1', 2000), tokenOf('u1', 5000))
    session.update(tokenOf('u1', 3000), tokenOf('u1', 6000))
    expect([session.expiresAt, session.refreshExpiresAt]).toEqual([3_000_000, 6_000_000])
    expect(session.token).toBe(tokenOf('u1', 3000))
  })

  it.each([
    ['nothing', ''],
    ['no token', 'abc'],
    ['no base64', 'a.%%%.c'],
    ['no JSON', `a.${Buffer.from('{').toString('base64url')}.c`],
    ['no object', token([] as object).replace(/\.[^.]*\./, `.${Buffer.from('7').toString('base64url')}.`)],
    ['no user', token({ exp: 2000 })],
    ['no end', token({ uid: 'u1' })],
  ])('refuses what is %s', (_, text) => {
    expect(() => Session.restore(text)).toThrow(PartyError)
    expect(() => Session.restore(text)).toThrow(
      expect.objectContaining({ code: 'invalid_argument', argument: 'token' }),
    )
  })

  it('stays as it was when a new token is none', () => {
    const session = Session.restore(tokenOf('u1', 2000), tokenOf('u1', 5000))
    expect(() => session.update(tokenOf('u1', 3000), 'nonsense')).toThrow(
      expect.objectContaining({ argument: 'refreshToken' }),
    )
    expect(session.expiresAt).toBe(2_000_000)
  })
})
