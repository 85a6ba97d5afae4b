import { describe, expect, it } from 'vitest'
import { createTestEnvironment, type TestEnvironmentOptions } from '../src/index.ts'

const uuid = (version: number) =>
  new RegExp(`^[0-9a-f]{8}-[0-9a-f]{4}-${version}[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

/** Every kind of id and chance there is, as one run of a test sees it. */
async function idsOf(options: TestEnvironmentOptions) {
  await using env = await createTestEnvironment(options)
  const [ada, ben] = await Promise.all([env.player('ada'), env.player('ben')])
  const { partyId } = await ada.createParty({ maxSize: 2 })
  const { ticket } = await ada.addMatchmaker({ minCount: 2, maxCount: 2 })
  await ben.addMatchmaker({ minCount: 2, maxCount: 2 })
  const session = await env.client('cleo').authenticateDevice('device-id-of-cleo')
  const { id: notification } = await env.server.notifications.send(session.userId, {
    subject: 'a gift',
    content: {},
    code: 1,
  })
  await env.clock.advance(15_000)
  const [{ sessionId, userId } = { sessionId: '', userId: '' }] = env.server.inspect().sessions
  const pings = env.frames('ada').filter(({ envelope }) => envelope?.message?.case === 'ping')
  const claims = JSON.parse(atob(ada.session?.token.split('.')[1] ?? '')) as { tid: string }
  const matchToken = (await env.waitFor(ada, 'matchmakerMatched')).token ?? ''
  return {
    users: [userId, ben.session?.userId, session.userId],
    usernames: [session.username],
    sessions: [sessionId],
    parties: [partyId],
    tickets: [ticket],
    notifications: [notification],
    tokens: [claims.tid, ada.session?.token, ada.session?.refreshToken, matchToken],
    jitter: pings.map(({ atMs }) => atMs),
  }
}

describe('chance', () => {
  it('is the same in every run: ids, tickets, tokens, names, jitter', async () => {
    const run = await idsOf({ seed: 'a seed' })
    expect(await idsOf({ seed: 'a seed' })).toEqual(run)
    expect(await idsOf({})).toEqual(await idsOf({ seed: 0 }))
  })

  it('is another with another seed', async () => {
    const [one, other] = [await idsOf({ seed: 1 }), await idsOf({ seed: 2 })]
    for (const kind of Object.keys(one) as (keyof typeof one)[])
      expect(other[kind], kind).not.toEqual(one[kind])
  })

  it('is not changed for others by one more player', async () => {
    const jitterOf = async (...names: string[]) => {
      await using env = await createTestEnvironment()
      for (const name of names) await env.player(name)
      await env.clock.advance(60_000)
      return env.frames('ada').map(({ atMs }) => atMs)
    }
    expect(await jitterOf('ben', 'ada')).toEqual(await jitterOf('ada'))
  })

  it('makes UUIDs of the versions that Nakama gives out', async () => {
    const { users, sessions, parties, tickets, notifications, tokens } = await idsOf({})
    for (const id of [...users, ...tickets, ...notifications, tokens[0]]) expect(id).toMatch(uuid(4))
    expect(sessions[0]).toMatch(uuid(1))
    expect(parties[0]?.split('.')).toEqual([expect.stringMatching(uuid(4)), 'nakama1'])
  })

  it('gives readable ids on request, which are UUIDs all the same', async () => {
    const ids = await idsOf({ ids: 'readable' })
    expect(ids).toMatchObject({
      users: [
        'aaaaaaaa-0000-4000-8000-000000000001',
        'aaaaaaaa-0000-4000-8000-000000000002',
        'aaaaaaaa-0000-4000-8000-000000000003',
      ],
      sessions: ['bbbbbbbb-0000-1000-8000-000000000001'],
      parties: ['cccccccc-0000-4000-8000-000000000001.nakama1'],
      tickets: ['dddddddd-0000-4000-8000-000000000001'],
      notifications: ['ffffffff-0000-4000-8000-000000000001'],
    })
    for (const id of [...ids.users, ...ids.tickets]) expect(id).toMatch(uuid(4))
    expect(ids.sessions[0]).toMatch(uuid(1))
  })
})
