import { describe, expect, it } from 'vitest'
import { HookError } from '../src/index.ts'
import { testServer } from './raw-player.ts'

const create = { cid: '1', party_create: { open: true, max_size: 4 } }

describe('a hook before a message', () => {
  it('lets only some users create parties', async () => {
    const { server, clock, connect } = testServer()
    server.hooks.realtime.before('partyCreate', ({ username }) => {
      if (!username.startsWith('captain')) throw new HookError('Only captains create parties.')
      return undefined
    })
    const [captain, sailor] = [await connect('captain-ada'), await connect('bo')]
    captain.send(create)
    sailor.send(create)
    await clock.advance(0)
    expect(captain.take()[0]).toMatchObject({ cid: '1', party: { open: true } })
    expect(sailor.take()).toEqual([
      { cid: '1', error: { code: 7, message: 'Only captains create parties.' } },
    ])
  })

  it('changes the request', async () => {
    const { server, clock, connect } = testServer()
    server.hooks.realtime.before('partyCreate', (_, request) => ({
      ...request,
      maxSize: 2,
      label: '{"mode":"duo"}',
    }))
    const ada = await connect('ada')
    ada.send(create)
    await clock.advance(0)
    expect(ada.take()[0]).toMatchObject({ party: { max_size: 2, label: '{"mode":"duo"}' } })
  })

  it('may take its time: the session waits, and keeps its order', async () => {
    const { server, clock, connect } = testServer()
    server.hooks.realtime.before('partyCreate', async () => {
      await new Promise<void>((resolve) => clock.setTimeout(resolve, 500))
      return undefined
    })
    const [ada, bo] = [await connect('ada'), await connect('bo')]
    ada.send(create)
    ada.send({ cid: '2', ping: {} })
    bo.send({ cid: '1', ping: {} })
    await clock.advance(499)
    expect(ada.take()).toEqual([])
    expect(bo.take()).toEqual([{ cid: '1', pong: {} }])
    await clock.advance(1)
    expect(ada.take()).toMatchObject([
      { cid: '1' },
      { party: {} },
      { party_presence_event: {} },
      { cid: '2', pong: {} },
    ])
  })

  it('whose session is gone meanwhile leads to nothing', async () => {
    const { server, clock, connect } = testServer()
    server.hooks.realtime.before('partyCreate', async () => {
      await new Promise<void>((resolve) => clock.setTimeout(resolve, 500))
      return undefined
    })
    const ada = await connect('ada')
    ada.send(create)
    ada.socket.close()
    await clock.advance(500)
    expect(server.inspect()).toMatchObject({ sessions: [], parties: [] })
  })

  it('is undone by what its registration returned', async () => {
    const { server, clock, connect } = testServer()
    const undo = server.hooks.realtime.before('partyCreate', () => null)
    undo()
    const ada = await connect('ada')
    ada.send(create)
    await clock.advance(0)
    expect(ada.closed).toBeUndefined()
  })
})

describe('a hook after a message', () => {
  it('sees the request and the answer, and only of what succeeded', async () => {
    const { server, clock, connect } = testServer()
    const seen: unknown[] = []
    server.hooks.realtime.after('partyCreate', ({ username }, request, answer) => {
      seen.push([username, request.maxSize, answer.message?.case])
    })
    const ada = await connect('ada')
    ada.send(create)
    ada.send({ cid: '2', party_create: { max_size: 300 } })
    await clock.advance(0)
    expect(seen).toEqual([['ada', 4, 'party']])
  })

  it('that fails changes nothing for the client', async () => {
    const errors: unknown[] = []
    const logger = { debug: () => {}, info: () => {}, error: (...line: unknown[]) => void errors.push(line) }
    const { server, clock, connect } = testServer({ logger })
    server.hooks.realtime.after('ping', () => {
      throw new Error('after hook bug')
    })
    const ada = await connect('ada')
    ada.send({ cid: '1', ping: {} })
    await clock.advance(0)
    expect(ada.take()).toEqual([{ cid: '1', pong: {} }])
    expect(errors).toEqual([['after hook of ping failed', { error: 'after hook bug' }]])
  })
})

describe('a hook around a call over HTTP', () => {
  it('refuses with the status of its code', async () => {
    const { server, authenticate } = testServer()
    server.hooks.http.before('authenticateCustom', (_, { username }) => {
      if (username === 'mallory') throw new HookError('Not you.', 7)
      return undefined
    })
    await expect(authenticate('mallory')).rejects.toThrow('Not you.')
    await expect(authenticate('ada')).resolves.toMatch(/^ey/)
  })

  it('changes the request, and sees the reply', async () => {
    const { server, authenticate } = testServer()
    const created: unknown[] = []
    server.hooks.http.before('authenticateCustom', (_, request) => ({ ...request, username: 'renamed' }))
    server.hooks.http.after('authenticateCustom', (_, request, reply) => {
      created.push([request.username, reply.created])
    })
    const token = await authenticate('ada')
    expect(JSON.parse(atob(token.split('.')[1] ?? ''))).toMatchObject({ usn: 'renamed' })
    expect(created).toEqual([['renamed', true]])
  })

  it('that disables a call makes it look missing', async () => {
    const { server, authenticate } = testServer()
    server.hooks.http.before('authenticateCustom', () => null)
    await expect(authenticate('ada')).rejects.toThrow('Requested resource was not found.')
  })
})

describe('an RPC function', () => {
  it('is called over the socket with who calls, and answers with what it returns', async () => {
    const { server, clock, connect } = testServer()
    server.rpc.register('Greet', ({ user }, payload) => `${payload}, ${user?.username}`)
    const ada = await connect('ada')
    ada.send({ cid: '1', rpc: { id: 'greet', payload: 'hello' } })
    await clock.advance(0)
    expect(ada.take()).toEqual([{ cid: '1', rpc: { id: 'greet', payload: 'hello, ada' } }])
  })

  it('that throws is a realtime error of code 7', async () => {
    const { server, clock, connect } = testServer()
    server.rpc.register('fail', () => {
      throw new Error('no luck')
    })
    const ada = await connect('ada')
    ada.send({ cid: '1', rpc: { id: 'fail' } })
    await clock.advance(0)
    expect(ada.take()).toEqual([{ cid: '1', error: { code: 7, message: 'no luck' } }])
  })
})

describe('a notification', () => {
  it('reaches every session of its user and nobody else, in both encodings', async () => {
    const { server, clock, connect } = testServer()
    const [phone, tablet, bo] = [
      await connect('ada'),
      await connect('ada', { format: 'protobuf' }),
      await connect('bo'),
    ]
    const userId = server.inspect().sessions[0]?.userId ?? ''
    await server.notifications.send(userId, { subject: 'A gift', content: { coins: 10 }, code: 1 })
    await clock.advance(0)
    expect(phone.take()).toMatchObject([
      { notifications: { notifications: [{ subject: 'A gift', content: '{"coins":10}', code: 1 }] } },
    ])
    expect(tablet.take()).toEqual([expect.any(Uint8Array)])
    expect(bo.take()).toEqual([])
  })
})

describe('a ban', () => {
  it('tells and closes every session of the user, and ends the tokens', async () => {
    const { server, clock, connect, authenticate } = testServer()
    const [ada, bo] = [await connect('ada'), await connect('bo')]
    const userId = server.inspect().sessions[0]?.userId ?? ''
    expect(await server.ban(userId)).toBe(true)
    await clock.advance(0)
    expect(ada.take()).toMatchObject([
      { notifications: { notifications: [{ code: -8, subject: 'banned' }] } },
    ])
    expect(ada.closed).toMatchObject({ code: 1000, reason: 'server-side session disconnect' })
    expect(bo.closed).toBeUndefined()
    await expect(authenticate('ada')).rejects.toThrow('User account banned.')
    expect(await server.unban(userId)).toBe(true)
    await expect(authenticate('ada')).resolves.toBeDefined()
  })
})

describe('stream data', () => {
  it('goes to one session', async () => {
    const { server, clock, connect } = testServer()
    const ada = await connect('ada')
    const { sessionId = '' } = server.inspect().sessions[0] ?? {}
    const sent = server.sendStreamData({ sessionId }, { stream: { mode: 99, label: 'news' }, data: 'hi' })
    await clock.advance(0)
    expect(sent).toBe(1)
    expect(ada.take()).toEqual([
      { stream_data: { stream: { mode: 99, label: 'news' }, data: 'hi', reliable: true } },
    ])
  })

  it('goes to all members of a party, on the stream of the party', async () => {
    const { server, clock, connect, partyOf } = testServer()
    const [ada, bo, cy] = [await connect('ada'), await connect('bo'), await connect('cy')]
    const partyId = await partyOf(ada, bo)
    expect(server.sendStreamData({ partyId }, { data: 'go' })).toBe(2)
    await clock.advance(0)
    const [subject, label] = partyId.split('.')
    const expected = [{ stream_data: { stream: { mode: 7, subject, label }, data: 'go', reliable: true } }]
    expect(ada.take()).toEqual(expected)
    expect(bo.take()).toEqual(expected)
    expect(cy.take()).toEqual([])
  })

  it('to nobody reaches nobody', () => {
    const { server } = testServer()
    expect(server.sendStreamData({ sessionId: 'gone' }, { data: '' })).toBe(0)
    expect(server.sendStreamData({ partyId: 'gone.n' }, { data: '' })).toBe(0)
  })
})

describe('a match', () => {
  const add = { matchmaker_add: { min_count: 2, max_count: 2, query: '*' } }

  it('is made in the passes of the matchmaker, and carries a token good for 30 seconds', async () => {
    const { clock, connect } = testServer()
    const [ada, bo] = [await connect('ada'), await connect('bo')]
    ada.send(add)
    bo.send(add)
    await clock.advance(14_900)
    expect(ada.take()).toMatchObject([{ matchmaker_ticket: {} }])
    await clock.advance(100)
    await clock.advance(0)
    const [{ matchmaker_matched: matched }] = ada.take() as [
      { matchmaker_matched: { token: string; users: [] } },
    ]
    expect(matched.users).toHaveLength(2)
    const { exp } = JSON.parse(atob(matched.token.split('.')[1] ?? '')) as { exp: number }
    expect(exp).toBe(clock.now() / 1000 + 30)
  })

  it('has the id that a hook gives it instead of a token', async () => {
    const { server, clock, connect } = testServer()
    const matches: string[][] = []
    server.onMatchmakerMatched((match) => {
      matches.push(match.map(({ presence }) => presence.username))
      return 'match-1.nakama1'
    })
    const [ada, bo] = [await connect('ada'), await connect('bo')]
    ada.send(add)
    bo.send(add)
    await clock.advance(15_000)
    expect(matches).toEqual([['ada', 'bo']])
    expect(ada.take().at(-1)).toMatchObject({ matchmaker_matched: { match_id: 'match-1.nakama1' } })
    expect(ada.take()).toEqual([])
  })

  it('keeps no timer while nobody waits', async () => {
    const { clock, connect } = testServer()
    const ada = await connect('ada')
    const idle = clock.pending
    ada.send({ cid: '1', ...add })
    await clock.advance(0)
    expect(clock.pending).toBe(idle + 1)
    const [{ matchmaker_ticket }] = ada.take() as [{ matchmaker_ticket: object }]
    ada.send({ cid: '2', matchmaker_remove: matchmaker_ticket })
    await clock.advance(0)
    expect(ada.take()).toEqual([{ cid: '2' }])
    expect(clock.pending).toBe(idle)
  })
})
