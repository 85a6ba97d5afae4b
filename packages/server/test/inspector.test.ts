import { VirtualClock } from '@party/protocol/virtual-clock'
import { describe, expect, it } from 'vitest'
import { readPage } from '../src/cli/page-files.ts'
import { memoryHost, PartyServer } from '../src/index.ts'
import { Inspector } from '../src/inspector/inspector.ts'
import type { InspectorState, WireEntry } from '../src/inspector/messages.ts'
import { playersOf } from './raw-player.ts'

const files = await readPage(new URL('../src/inspector/page/', import.meta.url))
const address = 'http://127.0.0.1:7351'

async function setUp() {
  const clock = new VirtualClock()
  const server = new PartyServer({ clock })
  const inspector = new Inspector(server, { files, host: '127.0.0.1', clock })
  const players = playersOf(server, clock, inspector.players)

  const get = (path: string, headers: Record<string, string> = {}) =>
    inspector.page.fetch(new Request(address + path, { headers: { host: '127.0.0.1:7351', ...headers } }))
  const post = (action: string, input: object, headers: Record<string, string> = {}) =>
    inspector.page.fetch(
      new Request(`${address}/actions/${action}`, {
        method: 'POST',
        headers: { host: '127.0.0.1:7351', 'content-type': 'application/json', ...headers },
        body: JSON.stringify(input),
      }),
    )
  const sessionOf = (name: string) =>
    server.inspect().sessions.find(({ username }) => username === name)?.sessionId ?? ''
  return { clock, server, inspector, ...players, get, post, sessionOf, feed: () => openFeed(get, clock) }
}

/** Follows the live feed as the page does. */
async function openFeed(get: (path: string) => Promise<Response>, clock: VirtualClock) {
  const response = await get('/events')
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader()
  const entries: WireEntry[] = []
  let state: InspectorState | undefined
  let isOver = false
  const done = (async () => {
    for (let text = ''; ; ) {
      const { value, done } = await reader.read()
      if (done) break
      const events = (text + value).split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) {
        const [, name, data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? []
        const content = JSON.parse(data)
        if (name === 'hello') entries.splice(0, entries.length, ...content.entries)
        if (name === 'entries') entries.push(...content)
        if (name === 'state') state = content
        if (name === 'hello') state = content.state
      }
    }
    isOver = true
  })()
  const look = async (ms = 50) => {
    await clock.advance(ms)
    return { state, entries }
  }
  return {
    type: response.headers.get('content-type'),
    look,
    done,
    isOver: () => isOver,
    stop: () => reader.cancel(),
  }
}

describe('the inspector’s feed', () => {
  it('begins with everything there is, and goes on with what is new', async () => {
    const { connect, clock, feed, inspector } = await setUp()
    const ada = await connect('ada', { online: true })
    inspector.url = 'http://127.0.0.1:7350'
    const live = await feed()
    expect(live.type).toBe('text/event-stream')
    const before = await live.look()
    expect(before.state).toMatchObject({
      ...{ name: 'nakama1', url: 'http://127.0.0.1:7350', delays: {}, parties: [] },
      sessions: [{ username: 'ada', status: '' }],
    })
    expect(before.entries.map(({ name }) => name)).toEqual([
      'POST /v2/account/authenticate/custom',
      'opened',
      'statusPresenceEvent',
    ])
    ada.send({ cid: '1', party_create: { open: true, max_size: 4 } })
    await clock.advance(0)
    const after = await live.look()
    expect(after.state?.parties).toMatchObject([{ maxSize: 4, leader: { username: 'ada' } }])
    expect(after.entries.slice(3)).toMatchObject([
      { kind: 'request', player: 'ada', name: 'partyCreate', cid: '1', bytes: 53 },
      { kind: 'answer', player: 'ada', name: 'party', cid: '1' },
      { kind: 'event', player: 'ada', name: 'party', cid: '' },
      { kind: 'event', player: 'ada', name: 'partyPresenceEvent' },
    ])
    expect(new Set(after.entries.slice(1).map(({ sessionId }) => sessionId)).size).toBe(1)
  })

  it('shows binary messages as JSON, and what is no message as it is', async () => {
    const { connect, clock, feed } = await setUp()
    const ada = await connect('ada', { format: 'protobuf' })
    const live = await feed()
    ada.send(new Uint8Array([0xff, 0x01]))
    await clock.advance(0)
    const { entries } = await live.look()
    expect(entries.slice(2)).toMatchObject([
      { kind: 'request', name: 'malformed', text: 'ff 01', bytes: 2 },
      { kind: 'event', name: 'error', text: expect.stringContaining('"Malformed message') },
      { kind: 'connection', name: 'closed by the server', text: '1000 received malformed payload' },
      { kind: 'connection', name: 'gone' },
    ])
  })

  it('shows refused handshakes, and never a token, a key or a password', async () => {
    const { host, clock, feed } = await setUp()
    new host.WebSocket('ws://memory/ws?token=a-secret-token')
    await host.fetch('http://memory/v2/account/authenticate/email?username=ada', {
      method: 'POST',
      headers: { authorization: 'Basic a-secret-key' },
      body: '{"password":"a-secret-password"}',
    })
    await clock.advance(0)
    const { entries } = await (await feed()).look()
    expect(entries).toMatchObject([
      { kind: 'connection', name: 'refused', text: '401' },
      { kind: 'http', player: 'ada', name: 'POST /v2/account/authenticate/email', text: '401 after 0 ms' },
    ])
    expect(JSON.stringify(entries)).not.toContain('secret')
  })

  it('notices what happens without a message', async () => {
    const { connect, clock, feed } = await setUp()
    const ada = await connect('ada')
    const live = await feed()
    ada.send({ party_create: { max_size: 0 } })
    await clock.advance(0)
    expect((await live.look()).state?.parties).toHaveLength(1)
    // Nobody is in it, so it ends by itself.
    const { entries } = await live.look(0)
    const count = entries.length
    expect((await live.look(31_000)).state?.parties).toEqual([])
    expect(entries).toHaveLength(count)
  })

  it('keeps the newest thousand entries', async () => {
    const { connect, clock, feed } = await setUp()
    const ada = await connect('ada')
    for (let count = 0; count < 600; count++) ada.send({ cid: String(count), ping: {} })
    await clock.advance(0)
    const { entries } = await (await feed()).look()
    expect(entries).toHaveLength(1_000)
    expect(entries.at(-1)).toMatchObject({ cid: '599', name: 'pong' })
  })

  it('cuts off what is very long', async () => {
    const { connect, clock, feed } = await setUp()
    const ada = await connect('ada')
    ada.send('x'.repeat(60_000))
    await clock.advance(0)
    const { entries } = await (await feed()).look()
    expect(entries[2]).toMatchObject({ name: 'malformed', bytes: 60_000 })
    expect(entries[2]?.text).toBe(`${'x'.repeat(16_384)} …`)
  })

  it('costs nothing while nobody looks, and ends with the server', async () => {
    const { clock, feed, inspector, server, post } = await setUp()
    const idle = clock.pending
    const [first, second] = [await feed(), await feed()]
    expect(clock.pending).toBe(idle + 1)
    await first.stop()
    await second.look()
    await post('clear-log', {})
    await inspector.page.close()
    await second.done
    expect(second.isOver()).toBe(true)
    expect(clock.pending).toBe(idle)
    await server.close()
  })
})

describe('the inspector’s buttons', () => {
  it('drop a connection without a close frame', async () => {
    const { connect, clock, post, sessionOf, server } = await setUp()
    const ada = await connect('ada')
    expect((await post('drop', { sessionId: sessionOf('ada') })).status).toBe(200)
    await clock.advance(0)
    expect(ada.closed).toMatchObject({ code: 1006 })
    expect(server.inspect().sessions).toEqual([])
  })

  it('kick a player, who is told', async () => {
    const { connect, clock, post, sessionOf } = await setUp()
    const ada = await connect('ada')
    await post('kick', { sessionId: sessionOf('ada') })
    await clock.advance(0)
    expect(ada.take()).toMatchObject([{ notifications: { notifications: [{ code: -7 }] } }])
    expect(ada.closed).toMatchObject({ code: 1000, reason: 'server-side session disconnect' })
  })

  it('delay what reaches one session, show it, and lift it again', async () => {
    const { connect, clock, post, sessionOf, feed } = await setUp()
    const [ada, ben] = [await connect('ada'), await connect('ben')]
    const sessionId = sessionOf('ada')
    await post('delay', { sessionId, delayMs: 500 })
    expect((await (await feed()).look()).state?.delays).toEqual({ [sessionId]: 500 })
    for (const player of [ada, ben]) player.send({ ping: {} })
    await clock.advance(499)
    expect([ada.take(), ben.take()]).toEqual([[], [{ pong: {} }]])
    await clock.advance(1)
    expect(ada.take()).toEqual([{ pong: {} }])
    await post('delay', { sessionId, delayMs: 0 })
    ada.send({ ping: {} })
    await clock.advance(0)
    expect(ada.take()).toEqual([{ pong: {} }])
  })

  it('forget the delay of a session that is over', async () => {
    const { connect, post, sessionOf, feed } = await setUp()
    const ada = await connect('ada')
    await post('delay', { sessionId: sessionOf('ada'), delayMs: 500 })
    ada.socket.close()
    expect((await (await feed()).look()).state?.delays).toEqual({})
  })

  it('close a party, and its members are told', async () => {
    const { connect, clock, post, partyOf, server } = await setUp()
    const [ada, ben] = [await connect('ada'), await connect('ben')]
    const partyId = await partyOf(ada, ben)
    expect((await post('close-party', { partyId })).status).toBe(200)
    await clock.advance(0)
    for (const player of [ada, ben]) expect(player.take()).toEqual([{ party_close: { party_id: partyId } }])
    expect(server.inspect().parties).toEqual([])
  })

  it('clear the log', async () => {
    const { connect, post, feed } = await setUp()
    await connect('ada')
    await post('clear-log', {})
    expect((await (await feed()).look()).entries).toEqual([])
  })

  it.each([
    ['drop', {}, 400, 'sessionId is missing.'],
    ['drop', { sessionId: 'gone' }, 404, 'This session is over.'],
    ['close-party', { partyId: 'gone' }, 404, 'This party is gone.'],
    ['delete-everything', {}, 404, 'There is no action delete-everything.'],
  ])('answer %s %j with %i', async (action, input, status, text) => {
    const { post } = await setUp()
    const response = await post(action, input)
    expect([response.status, await response.text()]).toEqual([status, text])
  })

  it.each([-1, 60_001, '5', null])('refuse a delay of %j', async (delayMs) => {
    const { connect, post, sessionOf } = await setUp()
    await connect('ada')
    expect((await post('delay', { sessionId: sessionOf('ada'), delayMs })).status).toBe(400)
  })
})

describe('the inspector’s page', () => {
  it('is served whole, with nothing from elsewhere, and cannot be put into another page', async () => {
    const { get } = await setUp()
    const response = await get('/')
    const html = await response.text()
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(response.headers.get('x-frame-options')).toBe('DENY')
    for (const [, path = ''] of html.matchAll(/(?:src|href)="(\/[^"]*)"/g)) {
      expect((await get(path)).status, path).toBe(200)
    }
    expect(html).not.toMatch(/(?:src|href)="https?:/)
    expect((await get('/tsconfig.json')).status).toBe(404)
  })

  it.each([
    ['by its address', { host: '127.0.0.1:7351' }],
    ['by IPv6', { host: '[::1]:7351' }],
    ['as localhost', { host: 'localhost:7351' }],
    ['by a link', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
    ['by its own script', { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:7351' }],
  ])('answers who comes %s', async (_, headers) => {
    const { get } = await setUp()
    expect((await get('/', headers)).status).toBe(200)
  })

  it.each([
    ['under a name of somebody’s choosing', { host: 'rebound.example:7351' }],
    ['without a name', { host: '' }],
    ['from another page', { origin: 'http://evil.example' }],
    ['from a page of another port of this machine', { origin: 'http://127.0.0.1:3000' }],
    ['from a page without an address', { origin: 'null' }],
    ['from another site, as a browser says', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['from another port, as a browser says', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }],
  ])('refuses who comes %s', async (_, headers) => {
    const { get, post, connect, sessionOf } = await setUp()
    await connect('ada')
    expect((await get('/events', headers)).status).toBe(403)
    expect((await post('drop', { sessionId: sessionOf('ada') }, headers)).status).toBe(403)
    expect(sessionOf('ada')).not.toBe('')
  })

  it('refuses an action that another page’s form or link could ask for', async () => {
    const { get, post, connect, sessionOf } = await setUp()
    await connect('ada')
    const form = { 'content-type': 'text/plain' }
    expect((await post('drop', { sessionId: sessionOf('ada') }, form)).status).toBe(415)
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect((await post('drop', { sessionId: sessionOf('ada') }, link)).status).toBe(403)
    expect((await get('/actions/drop')).status).toBe(405)
    expect(sessionOf('ada')).not.toBe('')
  })

  it('is not on the players’ side, nor are players admitted here', async () => {
    const { inspector } = await setUp()
    const host = memoryHost(inspector.players)
    expect((await host.fetch('http://memory/events')).status).toBe(404)
    expect(await inspector.page.admit(new URL('ws://127.0.0.1:7351/ws'), null)).toMatchObject({ ok: false })
  })
})
