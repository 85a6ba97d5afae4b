import { VirtualClock } from '@party/protocol/virtual-clock'
import { describe, expect, it } from 'vitest'
import {
  FaultError,
  memoryHost,
  PartyServer,
  ServerControl,
  type ServerControlOptions,
} from '../src/index.ts'
import { testServer } from './raw-player.ts'

// What faults do to players is specified with players, in @party/testing.

function controlled(options: ServerControlOptions = {}) {
  const clock = new VirtualClock()
  const server = new PartyServer({ clock })
  const control = new ServerControl(server, { clock, ...options })
  const { fetch } = memoryHost(control)
  const signIn = (name: string) =>
    fetch(`http://memory/v2/account/authenticate/custom?username=${name}`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('defaultkey:')}` },
      body: JSON.stringify({ id: `custom-id-of-${name}` }),
    })
  return { clock, server, control, fetch, signIn }
}

describe('a server with faults in front of it', () => {
  it('refuses a fault that its host cannot show, with the reason', () => {
    const { control } = controlled({ limits: { refuseToken: 'a page never sees the status of a handshake' } })
    expect(() => control.faults.refuseToken()).toThrow(FaultError)
    expect(() => control.faults.refuseToken()).toThrow('refuseToken: a page never sees')
    expect(control.faults.ignoreHandshake()).toBeTypeOf('function')
  })

  it('reports what is set, lifted and done', () => {
    const reports: string[] = []
    const { control } = controlled({ report: (text) => reports.push(text) })
    const lift = control.faults.delay(200, { player: 'ada', operation: 'createParty', times: 2 })
    lift()
    control.faults.neverAnswer({ handled: true })
    control.faults.restart()
    expect(reports).toEqual([
      'delay 200 ms ada createParty 2×',
      'delay lifted ada createParty 2×',
      'neverAnswer handled everybody',
      'restart',
    ])
  })

  it('knows players over HTTP by the name they sign up with, and by their tokens', async () => {
    const { control, fetch, signIn } = controlled()
    const { token, refresh_token } = (await (await signIn('ada')).json()) as Record<string, string>
    control.faults.answerWith('unavailable', { player: 'ada', operation: 'authenticateCustom' })
    control.faults.answerWith('unavailable', { player: 'ada', operation: 'listParties' })
    control.faults.answerWith('unavailable', { player: 'ada', operation: 'refreshSession' })
    expect((await signIn('ada')).status).toBe(503)
    expect((await signIn('ben')).status).toBe(200)
    const authorization = `Bearer ${token}`
    expect((await fetch('http://memory/v2/party', { headers: { authorization } })).status).toBe(503)
    const refreshing = await fetch('http://memory/v2/account/session/refresh', {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('defaultkey:')}` },
      body: JSON.stringify({ token: refresh_token }),
    })
    expect(refreshing.status).toBe(503)
    expect((await fetch('http://memory/healthcheck')).status).toBe(200)
  })

  it('closes whatever it holds up', async () => {
    const { clock, control, signIn } = controlled()
    control.faults.neverAnswer({ player: 'ada' })
    control.faults.delay(60_000, { player: 'ben' })
    const [ada, ben] = [signIn('ada'), signIn('ben')]
    await clock.advance(0)
    await control.close()
    await expect(ada).rejects.toThrow('fetch failed')
    expect((await ben).status).toBe(200)
    expect(clock.pending).toBe(0)
  })
})

describe('a server', () => {
  it('that restarts drops every line without a word, and forgets all but accounts', async () => {
    const { server, clock, connect, partyOf } = testServer()
    const [ada, ben] = [await connect('ada', { online: true }), await connect('ben')]
    await partyOf(ada, ben)
    ada.send({ matchmaker_add: { min_count: 2, max_count: 2, query: '*' } })
    await clock.advance(0)
    ada.take()
    server.restart()
    await clock.advance(0)
    expect([ada.closed, ben.closed]).toMatchObject([{ code: 1006 }, { code: 1006 }])
    expect([...ada.take(), ...ben.take()]).toEqual([])
    expect(clock.pending).toBe(0)
    const before = server.inspect()
    expect(before).toMatchObject({ sessions: [], parties: [], tickets: [] })
    await connect('ada')
    expect(server.inspect().sessions).toHaveLength(1)
  })

  it('gives no session id twice, not even over a restart within a millisecond', async () => {
    const { server, connect } = testServer()
    const idOf = () => server.inspect().sessions[0]?.sessionId
    await connect('ada')
    const first = idOf()
    server.restart()
    await connect('ada')
    expect(idOf()).not.toBe(first)
  })

  it('keeps hooks and functions over a restart', async () => {
    const { server, clock, connect } = testServer()
    server.rpc.register('echo', (_context, payload) => payload)
    server.onMatchmakerMatched(() => 'a-match.nakama1')
    server.restart()
    const [ada, ben] = [await connect('ada'), await connect('ben')]
    ada.send({ cid: '1', rpc: { id: 'echo', payload: 'hello' } })
    for (const player of [ada, ben]) {
      player.send({ matchmaker_add: { min_count: 2, max_count: 2, query: '*' } })
    }
    await clock.advance(15_000)
    expect(ada.take()).toMatchObject([
      { cid: '1', rpc: { payload: 'hello' } },
      { matchmaker_ticket: {} },
      { matchmaker_matched: { match_id: 'a-match.nakama1' } },
    ])
  })

  it('kicks a user as a second login does', async () => {
    const { server, clock, connect } = testServer()
    const ada = await connect('ada')
    const userId = server.inspect().sessions[0]?.userId ?? ''
    expect(server.kick(userId)).toBe(1)
    expect(server.kick(userId)).toBe(0)
    await clock.advance(0)
    expect(ada.take()).toMatchObject([
      { notifications: { notifications: [{ code: -7, subject: 'single_socket' }] } },
    ])
    expect(ada.closed).toMatchObject({ code: 1000, reason: 'server-side session disconnect' })
  })
})
