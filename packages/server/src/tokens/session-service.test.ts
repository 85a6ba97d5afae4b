import { VirtualClock } from '@party/protocol/virtual-clock'
import { beforeEach, describe, expect, it } from 'vitest'
import { AccountService } from '../accounts/accounts.ts'
import { ApiError } from '../api-error.ts'
import { defaultConfig } from '../config.ts'
import { systemRandom } from '../random.ts'
import { MemoryStore } from '../store/memory.ts'
import { SessionService, type SignedIn } from './session-service.ts'
import { TokenService } from './tokens.ts'

let clock: VirtualClock
let store: MemoryStore
let tokens: TokenService
let sessions: SessionService
let ada: SignedIn

async function setUp(singleSession: boolean): Promise<void> {
  clock = new VirtualClock()
  store = new MemoryStore()
  tokens = new TokenService({ clock, random: systemRandom, session: defaultConfig.session })
  sessions = new SessionService({ store, tokens, singleSession })
  ada = await signIn('ada')
}

function signIn(username: string): Promise<SignedIn> {
  const accounts = new AccountService({ store, clock, random: systemRandom })
  return accounts.signInCustom(`custom-${username}`, { create: true, username })
}

beforeEach(() => setUp(false))

async function refusal(promise: Promise<unknown>): Promise<[number, string]> {
  const error = await promise.then(
    () => new Error('was accepted'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof ApiError)) throw error
  return [error.grpcCode, error.message]
}

describe('refreshing', () => {
  it('gives new tokens, with the variables the old ones had', async () => {
    const { refreshToken } = await sessions.open(ada, { a: 'b' })
    await clock.advance(120_000)
    const renewed = await sessions.refresh(refreshToken, {})
    expect(renewed.created).toBe(false)
    expect(await tokens.verifySession(renewed.token)).toMatchObject({ userId: ada.userId, vars: { a: 'b' } })
    expect(await tokens.verifyRefresh(renewed.refreshToken)).toBeDefined()
  })

  it('replaces the variables when some are given', async () => {
    const { refreshToken } = await sessions.open(ada, { a: 'b' })
    const renewed = await sessions.refresh(refreshToken, { c: 'd' })
    expect((await tokens.verifySession(renewed.token))?.vars).toEqual({ c: 'd' })
  })

  it('refuses what is no good refresh token', async () => {
    const { token, refreshToken } = await sessions.open(ada, {})
    const invalid = [16, 'Refresh token invalid or expired.']
    expect(await refusal(sessions.refresh('', {}))).toEqual([3, 'Refresh token is required.'])
    expect(await refusal(sessions.refresh('nope', {}))).toEqual(invalid)
    expect(await refusal(sessions.refresh(token, {}))).toEqual(invalid)
    await clock.advance(3_600_000)
    expect(await refusal(sessions.refresh(refreshToken, {}))).toEqual(invalid)
  })

  it('refuses for an account that is gone, or banned', async () => {
    const ghost = { userId: '1c3c7c52-0a3c-4a1f-8c57-3f0f2b7f5d22', username: 'ghost', created: false }
    const gone = await sessions.open(ghost, {})
    expect(await refusal(sessions.refresh(gone.refreshToken, {}))).toEqual([5, 'User account not found.'])
    const { refreshToken } = await sessions.open(ada, {})
    await store.setBanned(ada.userId, true)
    expect(await refusal(sessions.refresh(refreshToken, {}))).toEqual([7, 'User account banned.'])
  })
})

describe('logging out', () => {
  it('ends just the tokens that are given', async () => {
    const first = await sessions.open(ada, {})
    const second = await sessions.open(ada, {})
    await sessions.logout(ada.userId, first.token, first.refreshToken)
    expect(await tokens.verifySession(first.token)).toBeUndefined()
    expect(await tokens.verifyRefresh(first.refreshToken)).toBeUndefined()
    expect(await tokens.verifySession(second.token)).toBeDefined()
    expect(await tokens.verifyRefresh(second.refreshToken)).toBeDefined()
  })

  it('ends everything when no token is given', async () => {
    const [first, second] = [await sessions.open(ada, {}), await sessions.open(ada, {})]
    await sessions.logout(ada.userId, '', '')
    for (const { token, refreshToken } of [first, second]) {
      expect(await tokens.verifySession(token)).toBeUndefined()
      expect(await tokens.verifySocket(token)).toBeUndefined()
      expect(await tokens.verifyRefresh(refreshToken)).toBeUndefined()
    }
  })

  it("refuses someone else's tokens and ends none", async () => {
    const mine = await sessions.open(ada, {})
    const theirs = await sessions.open(await signIn('bo'), {})
    const session = [3, 'Session token invalid.']
    const refresh = [3, 'Refresh token invalid.']
    expect(await refusal(sessions.logout(ada.userId, theirs.token, ''))).toEqual(session)
    expect(await refusal(sessions.logout(ada.userId, mine.refreshToken, ''))).toEqual(session)
    expect(await refusal(sessions.logout(ada.userId, mine.token, theirs.refreshToken))).toEqual(refresh)
    expect(await refusal(sessions.logout(ada.userId, mine.token, 'nope'))).toEqual(refresh)
    for (const { token } of [mine, theirs]) expect(await tokens.verifySession(token)).toBeDefined()
  })
})

describe('with single_session', () => {
  it('signing in ends the tokens of every earlier sign-in', async () => {
    await setUp(true)
    const first = await sessions.open(ada, {})
    const second = await sessions.open(ada, {})
    expect(await tokens.verifySession(first.token)).toBeUndefined()
    expect(await tokens.verifySocket(first.token)).toBeUndefined()
    expect(await tokens.verifySession(second.token)).toBeDefined()
  })
})

describe('a ban', () => {
  it('ends all tokens and refuses new ones until it is lifted', async () => {
    const { token, refreshToken } = await sessions.open(ada, {})
    expect(await sessions.ban(ada.userId)).toBe(true)
    expect(await tokens.verifySocket(token)).toBeUndefined()
    expect(await tokens.verifyRefresh(refreshToken)).toBeUndefined()
    expect(await refusal(signIn('ada'))).toEqual([7, 'User account banned.'])
    expect(await sessions.unban(ada.userId)).toBe(true)
    expect(await signIn('ada')).toEqual({ ...ada, created: false })
    expect(await tokens.verifySession(token)).toBeUndefined()
  })

  it('of nobody says so', async () => {
    expect(await sessions.ban('nobody')).toBe(false)
  })
})
