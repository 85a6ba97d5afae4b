import { VirtualClock } from '@party/protocol/virtual-clock'
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { defaultConfig } from '../config.ts'
import { isUuid } from '../ids.ts'
import { systemRandom } from '../random.ts'
import { type SessionClaims, TokenService } from './tokens.ts'

const ada = { userId: '7f7d6f1c-96f1-4b0e-9a2f-0a8c2c6f7c11', username: 'ada' }
const start = Date.UTC(2030, 0, 1)

let clock: VirtualClock
let tokens: TokenService
beforeEach(() => {
  clock = new VirtualClock(start)
  tokens = new TokenService({ clock, random: systemRandom, session: defaultConfig.session })
})

async function claimsOf(token: string): Promise<SessionClaims> {
  const claims = await tokens.readSession(token)
  if (claims === undefined) throw new Error('not a session token')
  return claims
}

async function refreshClaimsOf(token: string): Promise<SessionClaims> {
  const claims = await tokens.readRefresh(token)
  if (claims === undefined) throw new Error('not a refresh token')
  return claims
}

describe('a pair of tokens', () => {
  it("carries Nakama's claims, the same in both but for the end of their life", async () => {
    const { token, refreshToken } = await tokens.issue(ada, { region: 'eu' })
    const claims = decodeJwt(token)
    const now = start / 1_000
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', typ: 'JWT' })
    expect(claims).toEqual({
      tid: expect.any(String),
      uid: ada.userId,
      usn: 'ada',
      vrs: { region: 'eu' },
      exp: now + 60,
      iat: now,
    })
    expect(isUuid(String(claims['tid']))).toBe(true)
    expect(decodeJwt(refreshToken)).toEqual({ ...claims, exp: now + 3_600 })
    expect(`${token}${refreshToken}`).toMatch(/^[\w.-]+$/)
  })

  it('has no vrs claim when there are no variables', async () => {
    expect(decodeJwt((await tokens.issue(ada, {})).token)).not.toHaveProperty('vrs')
  })

  it('has an id of its own', async () => {
    const [first, second] = [await tokens.issue(ada, {}), await tokens.issue(ada, {})]
    expect(decodeJwt(first.token)['tid']).not.toBe(decodeJwt(second.token)['tid'])
  })

  it('is verified to what it was issued for', async () => {
    const { token, refreshToken } = await tokens.issue(ada, { a: 'b' })
    const now = start / 1_000
    const claims = { ...ada, tokenId: expect.any(String), vars: { a: 'b' }, issuedAtSec: now }
    expect(await tokens.verifySession(token)).toEqual({ ...claims, expiresAtSec: now + 60 })
    expect(await tokens.verifySocket(token)).toEqual({ ...claims, expiresAtSec: now + 60 })
    expect(await tokens.verifyRefresh(refreshToken)).toEqual({ ...claims, expiresAtSec: now + 3_600 })
  })

  it('ends when its life ends, the session token first', async () => {
    const { token, refreshToken } = await tokens.issue(ada, {})
    await clock.advance(59_999)
    expect(await tokens.verifySession(token)).toBeDefined()
    await clock.advance(1)
    expect(await tokens.verifySession(token)).toBeUndefined()
    expect(await tokens.verifySocket(token)).toBeUndefined()
    await clock.advance(3_539_999)
    expect(await tokens.verifyRefresh(refreshToken)).toBeDefined()
    await clock.advance(1)
    expect(await tokens.verifyRefresh(refreshToken)).toBeUndefined()
  })

  it('keeps its id and time of signing in when it is refreshed', async () => {
    const { refreshToken } = await tokens.issue(ada, { a: 'b' })
    await clock.advance(30_000)
    const renewed = await tokens.reissue(await refreshClaimsOf(refreshToken), 'ada-renamed', { c: 'd' })
    const { tid, iat } = decodeJwt(refreshToken)
    expect(decodeJwt(renewed.token)).toEqual({
      tid,
      uid: ada.userId,
      usn: 'ada-renamed',
      vrs: { c: 'd' },
      exp: start / 1_000 + 90,
      iat,
    })
    expect(decodeJwt(renewed.refreshToken)['exp']).toBe(start / 1_000 + 3_630)
  })
})

describe('a token that is not good', () => {
  it('is one that was not signed here, not a session token, or no token at all', async () => {
    const { token, refreshToken } = await tokens.issue(ada, {})
    const [header, payload, signature] = token.split('.')
    const claims = { uid: ada.userId, usn: 'ada', exp: start / 1_000 + 60, iat: start / 1_000 }
    const key = (secret: string) => new TextEncoder().encode(secret)
    const sign = (alg: string, secret: string, body: object) =>
      new SignJWT({ ...body }).setProtectedHeader({ alg }).sign(key(secret))
    const forged = [
      '',
      'nope',
      'a.b.c',
      refreshToken,
      `${header}.${payload}.`,
      `${header}.${payload}.${signature?.replace(/^./, (char) => (char === 'A' ? 'B' : 'A'))}`,
      `${btoa('{"alg":"none","typ":"JWT"}').replace(/=+$/, '')}.${payload}.`,
      await sign('HS256', 'anotherencryptionkey', claims),
      await sign('HS512', defaultConfig.session.encryptionKey.repeat(4), claims),
      await sign('HS256', defaultConfig.session.encryptionKey, { ...claims, uid: 'no-uuid' }),
      await sign('HS256', defaultConfig.session.encryptionKey, { uid: ada.userId }),
      await tokens.issueMatchmakerToken(),
    ]
    for (const text of forged) {
      expect(await tokens.verifySession(text)).toBeUndefined()
      expect(await tokens.verifySocket(text)).toBeUndefined()
    }
    expect(await tokens.verifyRefresh(token)).toBeUndefined()
  })

  it('is accepted from elsewhere when it was signed with the same secret, as from another node', async () => {
    const other = new TokenService({ clock, random: systemRandom, session: defaultConfig.session })
    expect(await tokens.verifySession((await other.issue(ada, {})).token)).toBeDefined()
  })
})

describe('a token that is logged out', () => {
  it('ends alone: its refresh token and other sign-ins stay good', async () => {
    const [first, second] = [await tokens.issue(ada, {}), await tokens.issue(ada, {})]
    tokens.revokeSession(await claimsOf(first.token))
    expect(await tokens.verifySession(first.token)).toBeUndefined()
    expect(await tokens.verifyRefresh(first.refreshToken)).toBeDefined()
    expect(await tokens.verifySession(second.token)).toBeDefined()
  })

  it('still opens sockets, as on Nakama', async () => {
    const { token } = await tokens.issue(ada, {})
    tokens.revokeSession(await claimsOf(token))
    expect(await tokens.verifySocket(token)).toBeDefined()
  })

  it('ends the token that a refresh has put in its place, which has the same id', async () => {
    const first = await tokens.issue(ada, {})
    const second = await tokens.reissue(await refreshClaimsOf(first.refreshToken), 'ada', {})
    tokens.revokeSession(await claimsOf(first.token))
    expect(await tokens.verifySession(second.token)).toBeUndefined()
  })

  it('can be a refresh token, and then its session token stays good', async () => {
    const { token, refreshToken } = await tokens.issue(ada, {})
    tokens.revokeRefresh(await refreshClaimsOf(refreshToken))
    expect(await tokens.verifyRefresh(refreshToken)).toBeUndefined()
    expect(await tokens.verifySession(token)).toBeDefined()
  })
})

describe('when all tokens of a user are ended', () => {
  it('none of them is good for anything', async () => {
    const { token, refreshToken } = await tokens.issue(ada, {})
    await clock.advance(5_000)
    tokens.revokeAll(ada.userId)
    expect(await tokens.verifySession(token)).toBeUndefined()
    expect(await tokens.verifySocket(token)).toBeUndefined()
    expect(await tokens.verifyRefresh(refreshToken)).toBeUndefined()
  })

  it('those issued after that are good, within the same second too', async () => {
    const before = await tokens.issue(ada, {})
    tokens.revokeAll(ada.userId)
    const after = await tokens.issue(ada, {})
    expect(await tokens.verifySession(before.token)).toBeUndefined()
    expect(await tokens.verifySession(after.token)).toBeDefined()
    expect(await tokens.verifyRefresh(after.refreshToken)).toBeDefined()
    await clock.advance(1_000)
    expect(await tokens.verifySession((await tokens.issue(ada, {})).token)).toBeDefined()
    expect(await tokens.verifySession(before.token)).toBeUndefined()
  })

  it('other users keep theirs', async () => {
    const bo = { userId: '1c3c7c52-0a3c-4a1f-8c57-3f0f2b7f5d22', username: 'bo' }
    const { token } = await tokens.issue(bo, {})
    tokens.revokeAll(ada.userId)
    expect(await tokens.verifySession(token)).toBeDefined()
  })
})

describe('a matchmaker token', () => {
  it('names a match on no node in particular and is good for 30 seconds', async () => {
    const claims = decodeJwt(await tokens.issueMatchmakerToken())
    expect(claims).toEqual({ mid: expect.stringMatching(/^[0-9a-f-]{36}\.$/), exp: start / 1_000 + 30 })
  })
})
