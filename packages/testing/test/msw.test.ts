import { PartyClient } from '@party/client'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTestEnvironment, type TestEnvironment } from '../src/index.ts'
import { fourPlayers } from './four-players.ts'

const msw = setupServer()
beforeAll(() => msw.listen({ onUnhandledFrame: 'error' }))
afterEach(() => msw.resetHandlers())
afterAll(() => msw.close())

/** What happens over MSW, and without any network, word for word. */
async function timelines(story: (env: TestEnvironment) => Promise<unknown>): Promise<[string, string]> {
  await using overMsw = await createTestEnvironment({ backend: { msw } })
  await using inMemory = await createTestEnvironment()
  await story(overMsw)
  await story(inMemory)
  return [overMsw.timeline(), inMemory.timeline()]
}

describe('an environment over MSW', () => {
  it('tells the same story as one in memory: four players look for a match', async () => {
    const [overMsw, inMemory] = await timelines(async (env) => {
      expect(await fourPlayers(env)).toEqual(['ada', 'ben', 'cleo', 'dan'])
      expect(env.clock.elapsed).toBe(30_000)
    })
    expect(overMsw).toBe(inMemory)
  })

  it('lets time pass no faster than calls over HTTP go', async () => {
    const [overMsw, inMemory] = await timelines(async (env) => {
      const ada = await env.player('ada')
      const undo = env.faults.refuseConnection()
      env.faults.drop()
      // Long enough for the token to run out, so that coming back takes a call for a new one.
      await env.clock.advance(90_000)
      undo()
      await env.clock.advance(60_000)
      expect(ada.state).toBe('open')
    })
    expect(overMsw).toContain('POST /v2/account/session/refresh: 200')
    expect(overMsw).toBe(inMemory)
  })

  it('shows every fault as it is in memory', async () => {
    const [overMsw, inMemory] = await timelines(async (env) => {
      const ada = await env.player('ada', { appearOnline: true })
      const ben = await env.player('ben')
      const { partyId } = await ada.createParty({ open: true, maxSize: 4 })
      const outcome = (call: Promise<unknown>) =>
        call.then(
          () => 'well',
          ({ code }: { code: string }) => code,
        )
      const { faults, clock } = env
      const note = async (text: string, call: Promise<unknown>) => env.note(`${text}: ${await outcome(call)}`)

      faults.answerWith('party_full', { operation: 'joinParty', times: 1 })
      await note('refused call', ben.joinParty(partyId))
      faults.answerWith('rate_limited', { operation: 'listParties', times: 1 })
      faults.duplicate({ times: 1 })
      faults.reorder({ operation: 'joinParty', times: 1 })
      await note('reordered call', ben.joinParty(partyId))
      faults.delay(300, { times: 1 })
      const late = note('late call', ben.ping())
      await clock.advance(300)
      await late
      faults.neverAnswer({ operation: 'updateStatus', times: 1 })
      const lost = note('lost call', ben.updateStatus('here'))
      await clock.advance(10_000)
      await lost
      faults.sendRaw('{"surprise":true}', { player: 'ben' })
      const undoReading = faults.stopReading({ player: 'ben' })
      await ada.sendPartyData(partyId, 1, 'hello')
      undoReading()
      faults.close(1009, '', { player: 'ben' })
      await clock.advance(30_000)
      faults.refuseToken({ player: 'ben', times: 1 })
      faults.drop({ player: 'ben' })
      await clock.advance(30_000)
      faults.drop({ player: 'ada', unnoticed: true })
      await clock.advance(60_000)
      const undoPings = faults.ignorePings({ player: 'ada' })
      await clock.advance(60_000)
      undoPings()
      faults.kick({ player: 'ada' })
      faults.restart()
      await clock.advance(60_000)
    })
    expect(overMsw).toBe(inMemory)
  })

  it('is there for a client of the game, which knows nothing of it', async () => {
    await using env = await createTestEnvironment({ backend: { msw }, time: 'real' })
    const client = new PartyClient()
    const socket = client.createSocket()
    await socket.connect(await client.authenticateDevice('device-of-ada', { username: 'ada' }))
    const party = await socket.createParty({ open: true, maxSize: 4 })
    const ben = await env.player('ben')
    await ben.joinParty(party.partyId)
    await env.until(() => party.members.length === 2)
    expect(env.server.inspect().sessions.map(({ username }) => username)).toEqual(['ada', 'ben'])
    socket.disconnect()
  })

  it('stands beside others, each at its own address', async () => {
    await using one = await createTestEnvironment({ backend: { msw, url: 'http://one.test' } })
    await using two = await createTestEnvironment({ backend: { msw, url: 'https://two.test:8443' } })
    await Promise.all([one.player('ada'), two.player('ben')])
    expect(one.server.inspect().sessions.map(({ username }) => username)).toEqual(['ada'])
    expect(two.server.inspect().sessions.map(({ username }) => username)).toEqual(['ben'])
    expect([one.url, two.url]).toEqual(['http://one.test', 'https://two.test:8443'])
  })

  it('refuses everything once it is closed, until another takes its place', async () => {
    const first = await createTestEnvironment({ backend: { msw } })
    await first.close()
    await expect(fetch('http://127.0.0.1:7350/healthcheck')).rejects.toThrow(TypeError)
    await using second = await createTestEnvironment({ backend: { msw } })
    expect((await second.player('ada')).state).toBe('open')
  })

  it('says so when MSW does not listen', async () => {
    const asleep = setupServer()
    // The one that listens says so too.
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    await expect(
      createTestEnvironment({ backend: { msw: asleep, url: 'http://nowhere.invalid' } }),
    ).rejects.toThrow('MSW does not serve http://nowhere.invalid: call its listen() or start() first')
    said.mockRestore()
  })
})
