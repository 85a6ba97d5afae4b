import { describe, expect, it } from 'vitest'
import { createTestEnvironment, type TestEnvironment } from '../src/index.ts'

function partiesOf(env: TestEnvironment) {
  return env.server.inspect().parties.map(({ members }) => members.map(({ username }) => username))
}

/** Everything there is: a party with a request, a ticket, a follower, a listed label, a kept notification. */
async function busyEnvironment() {
  const env = await createTestEnvironment()
  const [ada, ben] = [await env.player('ada', { appearOnline: true }), await env.player('ben')]
  const cleo = await env.player('cleo')
  const { partyId } = await ada.createParty({ open: true, maxSize: 3, label: '{"mode":"duo"}' })
  await ben.joinParty(partyId)
  await ada.updateParty(partyId, { open: false, label: '{"mode":"trio"}' })
  await cleo.joinParty(partyId)
  await cleo.followUsers({ usernames: ['ada'] })
  await ada.addMatchmakerParty(partyId, { minCount: 4, maxCount: 4 })
  const userId = ada.session?.userId ?? ''
  await env.server.notifications.send(userId, { subject: 'kept', content: {}, code: 1, persistent: true })
  await env.clock.advance(2_000)
  return { env, ada, ben, cleo, partyId, userId }
}

describe('a snapshot', () => {
  it('brings back accounts, notifications, parties, requests, tickets, statuses, listing, time and chance', async () => {
    const { env, ada, ben, cleo, partyId, userId } = await busyEnvironment()
    const before = env.server.inspect()
    const snapshot = await env.snapshot()
    const then = env.clock.now()

    /** Draws an id of every kind from the seed. */
    const goOn = async () => {
      const dan = await env.client('dan').authenticateCustom('custom-id-of-dan', { username: 'dan' })
      return [dan.userId, dan.token, (await ben.createParty({ maxSize: 2 })).partyId]
    }
    const [cleoAsks] = before.parties[0]?.joinRequests ?? []
    if (cleoAsks !== undefined) await ada.acceptPartyMember(partyId, cleoAsks)
    await ada.updateStatus(null)
    await ada.closeParty(partyId)
    const drawn = await goOn()
    await env.server.notifications.send(userId, { subject: 'later', content: {}, code: 1, persistent: true })
    await env.clock.advance(7_000)
    expect(env.server.inspect()).not.toEqual(before)

    await env.restore(snapshot)
    expect(env.server.inspect()).toEqual(before)
    expect(env.clock.now()).toBe(then)
    const { parties } = await ada.listParties()
    expect(parties).toMatchObject([{ partyId, label: '{"mode":"trio"}' }])
    const { session } = ada
    if (session === undefined) throw new Error('ada is not signed in')
    const { notifications } = await env.client('ada').listNotifications(session)
    expect(notifications.map(({ subject }) => subject)).toEqual(['kept'])
    const again = env.client('dan').authenticateCustom('custom-id-of-dan', { create: false })
    await expect(again).rejects.toMatchObject({ code: 'account_not_found' })
    // Chance goes on from where it stood.
    expect(await goOn()).toEqual(drawn)
    expect([ada.state, ben.state, cleo.state]).toEqual(['open', 'open', 'open'])
    await env.close()
  })

  it('can be restored again and again, and the matchmaker goes on as it would have', async () => {
    const { env, ada, cleo } = await busyEnvironment()
    const dan = await env.player('dan')
    const snapshot = await env.snapshot()
    for (let round = 0; round < 3; round++) {
      await env.restore(snapshot)
      await cleo.addMatchmaker({ minCount: 4, maxCount: 4 })
      await dan.addMatchmaker({ minCount: 4, maxCount: 4 })
      await env.clock.advance(12_999)
      await expect(env.waitFor(ada, 'matchmakerMatched')).rejects.toThrow()
      await env.clock.advance(1)
      expect((await env.waitFor(ada, 'matchmakerMatched')).users).toHaveLength(4)
      expect(env.server.inspect().ticketCount).toBe(0)
    }
    await env.close()
  })

  it('keeps connections alive over the jump in time', async () => {
    await using env = await createTestEnvironment()
    const snapshot = await (async () => {
      await env.player('ada')
      return env.snapshot()
    })()
    await env.clock.advance(3_600_000)
    await env.restore(snapshot)
    await env.clock.advance(3_600_000)
    expect(env.server.inspect().sessions).toHaveLength(1)
    expect(
      env.frames('ada').filter(({ envelope }) => envelope?.message?.case === 'pong').length,
    ).toBeGreaterThan(600)
  })

  it('brings no connection back: who has gone since leaves the party of then, and who has come since is cut off', async () => {
    const { env, ada, ben } = await busyEnvironment()
    const snapshot = await env.snapshot()
    ada.disconnect()
    await env.waitFor(ben, 'partyLeader')
    const dan = await env.player('dan')
    await env.restore(snapshot)
    expect((await env.waitFor(dan, 'disconnect')).code).toBe('connection_lost')
    expect((await env.waitFor(ben, 'partyLeader')).presence.username).toBe('ben')
    expect(partiesOf(env)).toEqual([['ben']])
    expect(env.server.inspect().tickets).toEqual([])
    dan.disconnect()
    await env.close()
  })

  it('brings back which tokens have ended', async () => {
    await using env = await createTestEnvironment()
    const ada = await env.player('ada')
    const { session } = ada
    if (session === undefined) throw new Error('ada is not signed in')
    const snapshot = await env.snapshot()
    await env.client('ada').logout(session)
    await expect(ada.listParties()).rejects.toMatchObject({ code: 'unauthenticated' })
    await env.restore(snapshot)
    await expect(ada.listParties()).resolves.toMatchObject({ parties: [] })
  })

  it('of one environment gives another its accounts', async () => {
    const { env, userId } = await busyEnvironment()
    const snapshot = await env.snapshot()
    await env.close()
    await using other = await createTestEnvironment({ seed: 'other' })
    await other.restore(snapshot)
    const ada = await other.player('ada')
    expect(ada.session?.userId).toBe(userId)
    expect(partiesOf(other)).toEqual([])
  })
})

describe('a reset', () => {
  const setUp = async (env: TestEnvironment) => {
    env.server.rpc.register('echo', (_context, payload) => payload)
    const ada = await env.player('ada')
    const userId = ada.session?.userId ?? ''
    await env.server.notifications.send(userId, {
      subject: 'welcome',
      content: {},
      code: 1,
      persistent: true,
    })
    await env.clock.advance(5_000)
  }

  it('goes back to what was set up: accounts, notifications, time, an empty timeline, and nobody connected', async () => {
    await using env = await createTestEnvironment({ setUp })
    expect(env.server.inspect().sessions).toEqual([])
    const play = async () => {
      expect([env.timeline(), env.clock.elapsed]).toEqual(['', 0])
      const ada = await env.player('ada')
      const ben = await env.player('ben')
      const { partyId } = await ada.createParty({ open: true, maxSize: 2 })
      await ben.joinParty(partyId)
      const { session } = ada
      if (session === undefined) throw new Error('ada is not signed in')
      const { notifications } = await env.client('ada').listNotifications(session)
      expect(notifications.map(({ subject }) => subject)).toEqual(['welcome'])
      expect((await ada.rpc('echo', 'hello')).payload).toBe('hello')
      await env.client('ada').deleteNotifications(
        session,
        notifications.map(({ id }) => id),
      )
      env.faults.delay(100)
      await env.clock.advance(30_000)
      return { timeline: env.timeline(), partyId, userId: session.userId, ada, ben }
    }
    const first = await play()
    await env.reset()
    expect([first.ada.state, first.ben.state]).toEqual(['closed', 'closed'])
    expect(env.server.inspect()).toEqual({
      sessions: [],
      parties: [],
      tickets: [],
      ticketCount: 0,
      followers: [],
    })
    const second = await play()
    expect(second.timeline).toBe(first.timeline)
    expect([second.partyId, second.userId]).toEqual([first.partyId, first.userId])
  })

  it('forgets everything where nothing was set up', async () => {
    const { env } = await busyEnvironment()
    await env.reset()
    const signIn = env.client('ada').authenticateCustom('test-player:ada', { create: false })
    await expect(signIn).rejects.toMatchObject({ code: 'account_not_found' })
    expect(env.clock.nextAt).toBeUndefined()
    await env.close()
  })

  it('that cannot be set up closes what it has begun', async () => {
    const failing = () => Promise.reject(new Error('the seed is broken'))
    await expect(createTestEnvironment({ setUp: failing })).rejects.toThrow('the seed is broken')
  })
})
