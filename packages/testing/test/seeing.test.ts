import { describe, expect, it } from 'vitest'
import { createTestEnvironment, WaitError } from '../src/index.ts'

describe('what can be seen of the server', () => {
  it('are sessions, parties, requests, tickets and followers, as plain data', async () => {
    await using env = await createTestEnvironment()
    const ada = await env.player('ada', { appearOnline: true })
    const [ben, cleo] = [await env.player('ben'), await env.player('cleo')]
    await ben.followUsers({ usernames: ['ada'] })
    const { partyId } = await ada.createParty({ open: false, maxSize: 3 })
    await cleo.joinParty(partyId)
    const { ticket } = await ben.addMatchmaker({
      minCount: 2,
      maxCount: 4,
      query: '+properties.mode:duo',
      stringProperties: { mode: 'duo' },
      numericProperties: { rank: 7 },
    })
    const seen = env.server.inspect()
    expect(seen).toMatchObject({
      sessions: [
        { username: 'ada', status: '' },
        { username: 'ben', status: undefined },
        { username: 'cleo', format: 'json' },
      ],
      parties: [{ partyId, open: false, leader: { username: 'ada' }, joinRequests: [{ username: 'cleo' }] }],
      tickets: [
        {
          ticket,
          partyId: '',
          members: [{ username: 'ben' }],
          minCount: 2,
          maxCount: 4,
          query: '+properties.mode:duo',
          stringProperties: { mode: 'duo' },
          numericProperties: { rank: 7 },
          createTimeMs: env.clock.now(),
        },
      ],
      ticketCount: 1,
      followers: [{ userId: ada.session?.userId, sessionIds: [seen.sessions[1]?.sessionId] }],
    })
    const before = structuredClone(seen)
    await ada.closeParty(partyId)
    expect(seen).toEqual(before)
  })
})

describe('what can be seen of players', () => {
  it('is what each has sent and received, with time, direction and what it says', async () => {
    await using env = await createTestEnvironment()
    const [ada, second] = [await env.player('ada'), await env.player('ada')]
    await env.player('ben')
    await env.clock.advance(1_000)
    const { partyId } = await ada.createParty({ open: true, maxSize: 2 })
    const [request, answer] = env.frames(ada)
    expect(request).toMatchObject({
      player: 'ada',
      direction: 'sent',
      atMs: env.clock.now(),
      envelope: { cid: '1', message: { case: 'partyCreate', value: { open: true, maxSize: 2 } } },
    })
    expect(answer).toMatchObject({
      direction: 'received',
      envelope: { cid: '1', message: { case: 'party', value: { partyId } } },
    })
    expect(typeof request?.data).toBe('string')
    await second.ping()
    expect(env.frames(second)).toHaveLength(2)
    expect(env.frames('ada')).toHaveLength(env.frames(ada).length + 2)
    expect(env.frames('ben')).toEqual([])
    expect(env.frames()).toEqual(env.frames('ada'))
  })

  it('is a timeline of everybody, without ids, defaults and pings', async () => {
    await using env = await createTestEnvironment()
    const ada = await env.player('ada')
    const ben = await env.player('ben', { appearOnline: true })
    await env.clock.advance(10_000)
    env.note('now it gets interesting')
    const { partyId } = await ada.createParty({ maxSize: 2, label: '{"mode":"duo"}' })
    await ada.sendPartyData(partyId, 7, 'hello')
    await ada.sendPartyData(partyId, 0, '')
    await ben.joinParty('11111111-2222-4333-8444-555555555555.nakama1').catch(() => {})
    expect(`\n${env.timeline()}\n`).toBe(`
    0.000  ada  => POST /v2/account/authenticate/custom
    0.000  ada  <= POST /v2/account/authenticate/custom: 200
    0.000  ada  connects
    0.000  ada  is connected
    0.000  ben  => POST /v2/account/authenticate/custom
    0.000  ben  <= POST /v2/account/authenticate/custom: 200
    0.000  ben  connects
    0.000  ben  is connected
    0.000  ben  <- statusPresenceEvent { joins: [ben ""] }
   10.000       now it gets interesting
   10.000  ada  -> [2] partyCreate { maxSize: 2, label: "{\\"mode\\":\\"duo\\"}" }
   10.000  ada  <- [2] party { partyId: party-1, maxSize: 2, self: ada, leader: ada, presences: [ada], label: "{\\"mode\\":\\"duo\\"}" }
   10.000  ada  <- party { partyId: party-1, maxSize: 2, self: ada, leader: ada, presences: [ada] }
   10.000  ada  <- partyPresenceEvent { partyId: party-1, joins: [ada] }
   10.000  ada  -> [3] partyDataSend { partyId: party-1, opCode: 7, data: "hello" }
   10.000  ada  <- [3] ok
   10.000  ada  -> [4] partyDataSend { partyId: party-1 }
   10.000  ada  <- [4] ok
   10.000  ben  -> [2] partyJoin { partyId: party-2 }
   10.000  ben  <- [2] error { code: 3, message: "Error joining party: party not found" }
`)
  })

  it('is no timeline that hides why a connection has ended', async () => {
    await using env = await createTestEnvironment()
    const ada = await env.player('ada')
    env.faults.neverAnswer({ operation: 'ping' })
    await env.clock.advance(20_000)
    await env.waitFor(ada, 'disconnect', ({ code }) => code === 'heartbeat_timeout')
    expect(env.timeline()).toMatch(/ada {2}-> \[1\] ping/)
  })

  it('refuses sockets of others', async () => {
    await using env = await createTestEnvironment()
    await using other = await createTestEnvironment()
    const stranger = await other.player('ada')
    expect(() => env.frames(stranger)).toThrow('not made by this environment')
    await expect(env.waitFor(stranger, 'party')).rejects.toThrow('not made by this environment')
  })
})

describe('waiting', () => {
  it('for an event finds one that has come already, each once', async () => {
    await using env = await createTestEnvironment()
    const ada = await env.player('ada')
    await ada.updateStatus('one')
    await ada.updateStatus('two')
    await env.settled()
    const statusOf = async () => (await env.waitFor(ada, 'statusPresence')).joins[0]?.status
    expect([await statusOf(), await statusOf()]).toEqual(['one', 'two'])
    await expect(statusOf()).rejects.toThrow('ada has not heard statusPresence')
  })

  it('for an event passes over those that do not satisfy, and leaves them for others', async () => {
    await using env = await createTestEnvironment()
    const ada = await env.player('ada')
    for (const status of ['one', 'two']) await ada.updateStatus(status)
    const two = await env.waitFor(ada, 'statusPresence', ({ joins }) => joins[0]?.status === 'two')
    expect(two.leaves[0]?.status).toBe('one')
    expect((await env.waitFor(ada, 'statusPresence')).joins[0]?.status).toBe('one')
  })

  it('lets no time pass unless it is told how much', async () => {
    await using env = await createTestEnvironment()
    const [ada, ben] = [await env.player('ada'), await env.player('ben')]
    await ada.addMatchmaker({ minCount: 2, maxCount: 2 })
    await ben.addMatchmaker({ minCount: 2, maxCount: 2 })
    await expect(env.waitFor(ada, 'matchmakerMatched')).rejects.toThrow(WaitError)
    expect(env.clock.elapsed).toBe(0)
    await expect(env.waitFor(ada, 'matchmakerMatched', undefined, { timeoutMs: 14_000 })).rejects.toThrow()
    expect(env.clock.elapsed).toBe(14_000)
    await env.waitFor(ada, 'matchmakerMatched', undefined, { timeoutMs: 60_000 })
    expect(env.clock.elapsed).toBe(15_000)
  })

  it('for a condition resolves with what it returned, however it gets it', async () => {
    await using env = await createTestEnvironment()
    const ada = await env.player('ada')
    const creating = ada.createParty({ maxSize: 2 })
    const [party] = await env.until(() => {
      const { parties } = env.server.inspect()
      return parties.length > 0 && parties
    })
    expect(party?.partyId).toBe((await creating).partyId)
    expect(await env.until(async () => (await ada.ping()) === 0 && 'fast')).toBe('fast')
    await env.until(() => env.clock.elapsed >= 2_500, { timeoutMs: 2_500 })
    expect(env.clock.elapsed).toBe(2_500)
  })

  it('in vain ends with the timeline', async () => {
    await using env = await createTestEnvironment()
    await env.player('ada')
    const error = await env
      .until(() => env.server.inspect().parties.length > 0)
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(WaitError)
    expect(error).toMatchObject({ timeline: env.timeline() })
    expect(String(error)).toContain('inspect().parties.length > 0')
    expect(String(error)).toContain('    0.000  ada  is connected')
  })

  it('in real time waits for what happens, and gives up in time', async () => {
    await using env = await createTestEnvironment({ time: 'real' })
    const ada = await env.player('ada')
    setTimeout(() => ada.updateStatus('late').catch(() => {}), 30)
    expect((await env.waitFor(ada, 'statusPresence')).joins[0]?.status).toBe('late')
    await expect(env.waitFor(ada, 'party', undefined, { timeoutMs: 30 })).rejects.toThrow(
      'ada has not heard party',
    )
  })
})
