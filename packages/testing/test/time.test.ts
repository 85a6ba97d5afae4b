import { afterEach, describe, expect, it, vi } from 'vitest'
import { createTestEnvironment } from '../src/index.ts'

describe('virtual time', () => {
  it('stands still until it is advanced, and then passes for server and players alike', async () => {
    await using env = await createTestEnvironment({ startAt: new Date('2031-05-01T00:00:00Z') })
    const [ada, ben] = [await env.player('ada'), await env.player('ben')]
    await ada.addMatchmaker({ minCount: 2, maxCount: 2 })
    await ben.addMatchmaker({ minCount: 2, maxCount: 2 })
    await env.clock.advance(14_999)
    expect(env.frames().some((frame) => frame.envelope?.message?.case === 'matchmakerMatched')).toBe(false)
    await env.clock.advance(1)
    expect((await env.waitFor(ada, 'matchmakerMatched')).users).toHaveLength(2)
    expect(new Date(env.clock.now()).toISOString()).toBe('2031-05-01T00:00:15.000Z')
    expect(env.clock.elapsed).toBe(15_000)
  })

  it('keeps connections alive over days, by heartbeats and pings, in no time', async () => {
    await using env = await createTestEnvironment()
    const ada = await env.player('ada')
    await env.clock.advance(3_600_000)
    expect(ada.state).toBe('open')
    const pings = env.frames('ada').filter((frame) => frame.envelope?.message?.case === 'ping')
    expect(pings.length).toBeGreaterThan(300)
  })

  it('lets calls time out and tokens expire', async () => {
    await using env = await createTestEnvironment()
    const ada = await env.player('ada')
    const { session } = ada
    if (session === undefined) throw new Error('ada is not signed in')
    const client = env.client('ada')
    await expect(client.listParties(session)).resolves.toMatchObject({ parties: [] })
    env.faults.neverAnswer({ operation: 'createParty' })
    const failed = expect(ada.createParty({ maxSize: 2 })).rejects.toMatchObject({ code: 'timeout' })
    await env.clock.advance(10_000)
    await failed
    await env.clock.advance(50_000)
    expect(session.isExpired(env.clock.now())).toBe(true)
    await client.refreshSession(session)
    expect(session.isExpired(env.clock.now())).toBe(false)
  })

  it('settles what really takes turns, signing and hashing too, before it goes on', async () => {
    await using env = await createTestEnvironment()
    const client = env.client('ada')
    const done: string[] = []
    const signIn = async () => {
      const session = await client.authenticateEmail('ada@example.com', 'password-of-ada')
      done.push('signed up')
      await client.authenticateEmail('ada@example.com', 'password-of-ada')
      done.push('signed in')
      await client.createSocket().connect(session)
      done.push('connected')
    }
    const signedIn = signIn()
    await env.clock.advance(0)
    expect(done).toEqual(['signed up', 'signed in', 'connected'])
    await signedIn
  })

  it('waits for work of the game’s own that it is told of', async () => {
    await using env = await createTestEnvironment()
    env.server.rpc.register('slow', () =>
      env.track(new Promise((resolve) => setTimeout(resolve, 20, 'done'))),
    )
    const ada = await env.player('ada')
    let answer = ''
    const asked = ada.rpc('slow').then(({ payload }) => {
      answer = payload
    })
    await env.clock.advance(1)
    expect(answer).toBe('done')
    await asked
  })

  it('runs what falls due in order, and what follows from it before the next', async () => {
    await using env = await createTestEnvironment()
    const order: string[] = []
    env.clock.setTimeout(() => order.push('late'), 200)
    const signIn = async () => {
      order.push('early')
      await env.client('ada').authenticateCustom('custom-id-of-ada')
      order.push(`signed in at ${env.clock.elapsed}`)
    }
    let signedIn: Promise<void> | undefined
    env.clock.setTimeout(() => {
      signedIn = signIn()
    }, 100)
    await env.clock.advance(300)
    await signedIn
    expect(order).toEqual(['early', 'signed in at 100', 'late'])
  })

  it('advances one call after the other, and refuses to go back', async () => {
    await using env = await createTestEnvironment()
    await Promise.all([env.clock.advance(100), env.clock.advance(200)])
    expect(env.clock.elapsed).toBe(300)
    await expect(env.clock.advance(-1)).rejects.toThrow(RangeError)
    await expect(env.clock.advance(Number.NaN)).rejects.toThrow(RangeError)
  })
})

describe('a test runner’s fake timers', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('do not freeze virtual time', async () => {
    vi.useFakeTimers()
    await using env = await createTestEnvironment()
    const [ada, ben] = await Promise.all([env.player('ada'), env.player('ben')])
    await env.clock.advance(60_000)
    expect([ada.state, ben.state]).toEqual(['open', 'open'])
  })

  it('do not freeze connections, even if they hold back microtasks', async () => {
    await using env = await createTestEnvironment()
    const [ada, ben] = [await env.player('ada'), await env.player('ben')]
    // Not before: the platform's own `fetch` cannot do without.
    vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'Date', 'queueMicrotask'] })
    const { partyId } = await ada.createParty({ open: true, maxSize: 2 })
    await ben.joinParty(partyId)
    await env.clock.advance(60_000)
    env.faults.drop({ player: 'ada' })
    expect((await env.waitFor(ben, 'partyLeader')).presence.username).toBe('ben')
  })

  it('drive an environment in real time, where that is wanted', async () => {
    vi.useFakeTimers()
    await using env = await createTestEnvironment({ time: 'real' })
    const [ada, ben] = [await env.player('ada'), await env.player('ben')]
    await ada.addMatchmaker({ minCount: 2, maxCount: 2 })
    await ben.addMatchmaker({ minCount: 2, maxCount: 2 })
    await vi.advanceTimersByTimeAsync(15_000)
    await env.settled()
    expect((await env.waitFor(ben, 'matchmakerMatched')).users).toHaveLength(2)
  })
})

describe('real time', () => {
  it('passes by itself, and cannot be advanced', async () => {
    await using env = await createTestEnvironment({
      time: 'real',
      config: { matchmaker: { intervalSec: 1 } },
    })
    expect(env.can.virtualTime).toBe(false)
    await expect(env.clock.advance(1)).rejects.toMatchObject({ capability: 'virtualTime' })
    const [ada, ben] = [await env.player('ada'), await env.player('ben')]
    await ada.addMatchmaker({ minCount: 2, maxCount: 2 })
    await ben.addMatchmaker({ minCount: 2, maxCount: 2 })
    await env.waitFor(ada, 'matchmakerMatched', () => true, { timeoutMs: 3_000 })
  })
})
