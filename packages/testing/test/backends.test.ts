import { PartyServer } from '@party/server'
import { listen } from '@party/server/node'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CapabilityError, createTestEnvironment, type TestEnvironment } from '../src/index.ts'

/** What any test does that plays: the same over every backend. */
async function play(env: TestEnvironment) {
  const [ada, ben] = [await env.player('ada'), await env.player('ben', { appearOnline: true })]
  const { partyId } = await ada.createParty({ open: true, maxSize: 2 })
  await ben.joinParty(partyId)
  await env.waitFor(ben, 'party')
  await ada.sendPartyData(partyId, 1, 'hello')
  expect((await env.waitFor(ben, 'partyData')).opCode).toBe(1)
  ada.disconnect()
  await env.waitFor(ben, 'partyLeader', ({ presence }) => presence.username === 'ben')
  expect(env.frames(ben).length).toBeGreaterThan(4)
  expect(env.timeline()).toContain(
    'ben  <- partyData { partyId: party-1, presence: ada, opCode: 1, data: "hello" }',
  )
}

describe('every backend', () => {
  it('lets players play: memory', async () => {
    await using env = await createTestEnvironment({ backend: 'memory' })
    expect(env.can).toEqual({ virtualTime: true, seed: true, server: true, faults: true, snapshots: true })
    await play(env)
  })

  it('lets players play: a real port', async () => {
    await using env = await createTestEnvironment({ backend: 'node' })
    expect(env.can.virtualTime).toBe(false)
    expect(env.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    await play(env)
  })

  it('lets players play: a server that is there already', async () => {
    const host = await listen(new PartyServer({ config: { socket: { serverKey: 'secret' } } }))
    try {
      await using env = await createTestEnvironment({ backend: { url: host.url, serverKey: 'secret' } })
      expect(Object.values(env.can)).toEqual([false, false, false, false, false])
      await play(env)
    } finally {
      await host.close()
    }
  })
})

describe('over a real port', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('faults are the same', async () => {
    await using env = await createTestEnvironment({ backend: 'node', client: { heartbeat: false } })
    const ada = await env.player('ada')
    const codeOf = (call: Promise<unknown>) =>
      call.then(
        () => 'done',
        (error: { code: string }) => error.code,
      )
    env.faults.answerWith('party_full', { operation: 'joinParty', times: 1 })
    expect(await codeOf(ada.joinParty('any'))).toBe('party_full')
    env.faults.neverAnswer({ operation: 'ping', times: 1 })
    expect(await codeOf(ada.ping({ timeoutMs: 20 }))).toBe('timeout')
    env.faults.delay(40, { operation: 'ping', times: 1 })
    expect(await ada.ping()).toBeGreaterThanOrEqual(39)
    const lift = env.faults.stopReading({ player: 'ada' })
    expect(await codeOf(ada.ping({ timeoutMs: 20 }))).toBe('timeout')
    lift()
    expect(await codeOf(ada.ping())).toBe('done')
    env.faults.drop({ player: 'ada' })
    expect((await env.waitFor(ada, 'disconnect')).code).toBe('connection_lost')
    ada.disconnect()

    env.faults.refuseConnection({ player: 'ben' })
    expect(await codeOf(env.player('ben'))).toBe('network_error')
    env.faults.liftAll()
    env.faults.refuseConnection({ player: 'ben', operation: 'connect' })
    expect(await codeOf(env.player('ben'))).toBe('connection_failed')
    env.faults.liftAll()
    env.faults.refuseToken({ player: 'ben' })
    expect(await codeOf(env.player('ben'))).toBe('unauthenticated')
    env.faults.liftAll()
    env.faults.ignoreHandshake({ player: 'ben' })
    expect(await codeOf(env.player('ben', { timeoutMs: 50 }))).toBe('timeout')
    env.faults.liftAll()

    const ben = await env.player('ben')
    env.faults.close(4000, 'enough', { player: 'ben' })
    expect((await env.waitFor(ben, 'disconnect')).reason).toBe('enough')
    ben.disconnect()
    const cleo = await env.player('cleo')
    env.faults.restart()
    expect((await env.waitFor(cleo, 'disconnect')).code).toBe('connection_lost')
    cleo.disconnect()
    expect(await codeOf(env.player('cleo'))).toBe('done')
  })

  it('state can be reset, and chance is seeded', async () => {
    await using env = await createTestEnvironment({ backend: 'node', ids: 'readable' })
    const ids = async () => {
      const ada = await env.player('ada')
      return [ada.session?.userId, (await ada.createParty({ maxSize: 2 })).partyId]
    }
    const first = await ids()
    await env.reset()
    expect(await ids()).toEqual(first)
  })

  it('a test runner’s fake timers freeze nothing but time', async () => {
    vi.useFakeTimers()
    await using env = await createTestEnvironment({ backend: 'node' })
    const ada = await env.player('ada')
    expect((await ada.createParty({ maxSize: 2 })).maxSize).toBe(2)
    await ada.ping()
    env.faults.neverAnswer()
    const failed = expect(ada.ping({ timeoutMs: 1_000 })).rejects.toMatchObject({ code: 'timeout' })
    await vi.advanceTimersByTimeAsync(1_000)
    await failed
  })
})

describe('what a backend cannot do', () => {
  it('is refused, with what is missing', async () => {
    await expect(createTestEnvironment({ backend: 'node', time: 'virtual' })).rejects.toMatchObject({
      name: 'CapabilityError',
      capability: 'virtualTime',
    })
    const backend = { url: 'http://127.0.0.1:1' }
    await expect(createTestEnvironment({ backend, seed: 1 })).rejects.toThrow(CapabilityError)
    await expect(createTestEnvironment({ backend, config: {} })).rejects.toThrow('its own configuration')
    await expect(createTestEnvironment({ backend: { url: 'ws://127.0.0.1:1' } })).rejects.toThrow('http:')

    vi.stubGlobal('WebSocket', undefined)
    await expect(createTestEnvironment({ backend: 'node' })).rejects.toThrow('no WebSocket')
    vi.unstubAllGlobals()

    await using env = await createTestEnvironment({ backend })
    expect(() => env.server).toThrow(CapabilityError)
    expect(() => env.faults).toThrow(CapabilityError)
    await expect(env.snapshot()).rejects.toThrow(CapabilityError)
    await expect(env.reset()).rejects.toThrow(CapabilityError)
    await expect(env.clock.advance(1)).rejects.toThrow(CapabilityError)
    await expect(env.player('ada')).rejects.toMatchObject({ code: 'network_error' })
  })
})
