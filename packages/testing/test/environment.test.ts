import { describe, expect, it } from 'vitest'
import { createTestEnvironment } from '../src/index.ts'

describe('an environment', () => {
  it('gives players in one line, each signed in and connected under its name', async () => {
    await using env = await createTestEnvironment()
    const ada = await env.player('ada')
    const ben = await env.player('Bén with spaces 🎈')
    expect([ada.state, ben.state]).toEqual(['open', 'open'])
    expect([ada.session?.username, ben.session?.username]).toEqual(['ada', 'Bén with spaces 🎈'])
    expect(env.server.inspect().sessions.map(({ username }) => username)).toEqual([
      'ada',
      'Bén with spaces 🎈',
    ])
  })

  it('takes the same name again as a second session of the same user', async () => {
    await using env = await createTestEnvironment()
    const [phone, desktop] = [await env.player('ada'), await env.player('ada')]
    expect(phone.session?.userId).toBe(desktop.session?.userId)
    expect(env.server.inspect().sessions).toHaveLength(2)
  })

  it('connects as it is told: visible to followers, over protobuf, with variables in the token', async () => {
    await using env = await createTestEnvironment()
    const { protobufClientCodec } = await import('@party/protocol/protobuf')
    const ada = await env.player('ada', {
      appearOnline: true,
      codec: protobufClientCodec,
      vars: { region: 'eu' },
    })
    expect(env.server.inspect().sessions).toMatchObject([{ status: '', format: 'protobuf' }])
    expect(ada.session?.vars).toEqual({ region: 'eu' })
    const party = await ada.createParty({ maxSize: 2 })
    expect(party.leader?.username).toBe('ada')
    expect(env.timeline()).toContain('partyCreate { maxSize: 2 }')
  })

  it('signs a player in without connecting where that is wanted', async () => {
    await using env = await createTestEnvironment()
    const ada = await env.player('ada', { connect: false })
    expect(ada.state).toBe('idle')
    const session = await env.client('ben').authenticateDevice('device-of-ben')
    await env.client('ben').createSocket().connect(session)
    expect(env.server.inspect().sessions).toHaveLength(1)
  })

  it('takes the server’s options, under Nakama’s names', async () => {
    await using env = await createTestEnvironment({ config: { session: { singleSocket: true } } })
    const first = await env.player('ada')
    await env.player('ada')
    const { reason } = await env.waitFor(first, 'disconnect')
    expect(reason).toContain('server-side session disconnect')
    await expect(createTestEnvironment({ config: { name: 'no good' } })).rejects.toThrow('name must consist')
  })

  it('gives every client the options it is told', async () => {
    await using env = await createTestEnvironment({ client: { timeoutMs: 300, heartbeat: false } })
    const ada = await env.player('ada')
    env.faults.neverAnswer({ player: 'ada' })
    const failed = expect(ada.ping()).rejects.toMatchObject({ code: 'timeout' })
    await env.clock.advance(300)
    await failed
    expect(env.frames('ada')).toHaveLength(1)
  })

  it('leaves nothing behind when it is closed, whatever was going on', async () => {
    const env = await createTestEnvironment()
    const [ada, ben] = [await env.player('ada', { appearOnline: true }), await env.player('ben')]
    const { partyId } = await ada.createParty({ open: true, maxSize: 2 })
    await ben.joinParty(partyId)
    await ada.addMatchmakerParty(partyId, { minCount: 3, maxCount: 3 })
    env.faults.delay(500)
    env.faults.stopReading({ player: 'ben' })
    const asked = ada.ping().catch((error: { code: string }) => error.code)
    const connecting = expect(env.player('cleo')).rejects.toThrow('cleo has come too late')
    await env.close()
    await env.close()
    expect(await asked).toBe('disconnected')
    await connecting
    expect(env.clock.nextAt).toBeUndefined()
  })

  it('lives beside any number of others in one process, none of which sees another', async () => {
    const envs = await Promise.all(Array.from({ length: 100 }, (_, seed) => createTestEnvironment({ seed })))
    const rounds = envs.map(async (env, index) => {
      const [ada, ben] = await Promise.all([env.player('ada'), env.player(`ben of ${index}`)])
      const { partyId } = await ada.createParty({ open: true, maxSize: 2 })
      await ben.joinParty(partyId)
      await env.clock.advance(index * 1_000)
      if (index % 2 === 0) env.faults.drop({ player: 'ada' })
      await env.settled()
      return partyId
    })
    expect(new Set(await Promise.all(rounds)).size).toBe(100)
    for (const [index, env] of envs.entries()) {
      const { parties, sessions } = env.server.inspect()
      const names = [...(index % 2 === 0 ? [] : ['ada']), `ben of ${index}`]
      expect(sessions.map(({ username }) => username)).toEqual(names)
      expect(parties.map(({ members }) => members.map(({ username }) => username))).toEqual([names])
      expect(env.clock.elapsed).toBe(index * 1_000)
    }
    await Promise.all(envs.map((env) => env.close()))
  })
})
