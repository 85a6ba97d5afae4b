import { once } from 'node:events'
import { protobufServerCodec } from '@party/protocol/protobuf'
import { VirtualClock } from '@party/protocol/virtual-clock'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { WebSocket as WsLibrary } from 'ws'
import { partyHandlers, partyPassthrough, type TappedFrame } from '../src/hosts/msw.ts'
import { listen } from '../src/hosts/node.ts'
import { PartyServer, ServerControl } from '../src/index.ts'

const msw = setupServer()

beforeAll(() => msw.listen({ onUnhandledFrame: 'error' }))
afterAll(() => msw.close())

const servers: PartyServer[] = []
afterEach(async () => {
  msw.resetHandlers()
  for (const server of servers.splice(0)) await server.close()
})

/** A server at an address where nothing else is. */
function serve(url: string, server = new PartyServer()) {
  servers.push(server)
  msw.use(...partyHandlers(server, { url }))
  return server
}

async function authenticate(url: string, name: string): Promise<string> {
  const response = await fetch(`${url}/v2/account/authenticate/custom?create=true&username=${name}`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('defaultkey:')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: `test-id-${name}` }),
  })
  const { token } = (await response.json()) as { token: string }
  return token
}

/** What a socket tells, in order. */
class Page {
  readonly socket: WebSocket
  readonly events: unknown[] = []
  readonly #waiting = new Set<() => void>()

  constructor(url: string, binaryType: BinaryType = 'arraybuffer') {
    this.socket = new WebSocket(url)
    this.socket.binaryType = binaryType
    this.socket.onopen = () => this.#note('open')
    this.socket.onerror = () => this.#note('error')
    this.socket.onmessage = ({ data }) => this.#note(typeof data === 'string' ? JSON.parse(data) : data)
    this.socket.onclose = ({ code, reason }) => this.#note({ code, reason })
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message))
  }

  /** Resolves when so many events were told. */
  async until(count: number): Promise<unknown[]> {
    while (this.events.length < count) await new Promise<void>((resolve) => this.#waiting.add(resolve))
    return this.events
  }

  #note(event: unknown): void {
    this.events.push(event)
    for (const resolve of this.#waiting) resolve()
    this.#waiting.clear()
  }
}

async function connect(url: string, name: string, format = 'json', binaryType?: BinaryType): Promise<Page> {
  const token = await authenticate(url, name)
  const page = new Page(`${url.replace('http', 'ws')}/ws?token=${token}&format=${format}`, binaryType)
  await page.until(1)
  return page
}

const party = 'http://party.test:7350'

describe('a server behind MSW', () => {
  it('is reached by the global fetch and the global WebSocket', async () => {
    const server = serve(party)
    const ada = await connect(party, 'ada')
    ada.send({ cid: '1', party_create: { open: true, max_size: 4 } })
    expect(await ada.until(4)).toMatchObject([
      'open',
      { cid: '1', party: { max_size: 4 } },
      { party: { max_size: 4 } },
      { party_presence_event: { joins: [{ username: 'ada' }] } },
    ])
    expect(server.inspect().sessions).toMatchObject([{ username: 'ada' }])
  })

  it('stands at 127.0.0.1:7350 unless it is told otherwise, and at https and wss as well', async () => {
    const server = new PartyServer()
    servers.push(server)
    msw.use(...partyHandlers(server), ...partyHandlers(server, { url: 'wss://safe.test' }))
    expect((await connect('http://127.0.0.1:7350', 'ada')).events).toEqual(['open'])
    expect((await connect('https://safe.test', 'bob')).events).toEqual(['open'])
  })

  it('is one of several, each for its own address alone', async () => {
    const first = serve(party)
    const second = serve('http://party.test:735')
    const third = serve('http://[::1]:7350')
    await connect(party, 'ada')
    await connect('http://[::1]:7350', 'bob')
    expect(first.inspect().sessions).toMatchObject([{ username: 'ada' }])
    expect(second.inspect().sessions).toEqual([])
    expect(third.inspect().sessions).toMatchObject([{ username: 'bob' }])
  })

  it('is not asked where a later one stands at the same address', async () => {
    const first = serve(party)
    const later = serve(party)
    await connect(party, 'ada')
    expect([first.inspect().sessions.length, later.inspect().sessions.length]).toEqual([0, 1])
  })

  it('lets players meet: what one does, the others hear, each once', async () => {
    const server = serve(party)
    const ada = await connect(party, 'ada')
    const bob = await connect(party, 'bob')
    ada.send({ party_create: { open: true, max_size: 4 } })
    const created = (await ada.until(4)).length
    bob.send({ party_join: { party_id: server.inspect().parties[0]?.partyId } })
    await ada.until(created + 1)
    ada.send({ cid: 'end', ping: {} })
    await ada.until(created + 2)
    expect(ada.events.slice(created)).toMatchObject([
      { party_presence_event: { joins: [{ username: 'bob' }] } },
      { cid: 'end', pong: {} },
    ])
  })

  it.each(['http://', 'ftp://party.test', 'http://party.test/ws', 'http://party.test/?a=b'])(
    'refuses to stand at %s',
    (url) => {
      expect(() => partyHandlers(new PartyServer(), { url })).toThrow(TypeError)
    },
  )
})

describe('a handshake behind MSW', () => {
  it('that is refused fails as in a browser, and HTTP says why', async () => {
    const server = serve(party)
    const page = new Page('ws://party.test:7350/ws?token=none')
    expect(await page.until(2)).toEqual(['error', { code: 1006, reason: '' }])
    expect(server.inspect().sessions).toEqual([])
    const probe = await fetch(`${party}/ws?token=none`)
    expect([probe.status, await probe.text()]).toEqual([401, 'Missing or invalid token\n'])
  })

  it('at a path other than the one for sockets fails too', async () => {
    serve(party)
    const page = new Page('ws://party.test:7350/socket')
    expect(await page.until(2)).toEqual(['error', { code: 1006, reason: '' }])
  })

  it('of the ws library, which MSW does not patch, is refused with a status', async () => {
    serve(party)
    const refusal = async (token: string) => {
      const [error] = await once(new WsLibrary(`ws://party.test:7350/ws?token=${token}`), 'error')
      return error.message
    }
    expect(await refusal('none')).toBe('Unexpected server response: 401')
    expect(await refusal(await authenticate(party, 'ada'))).toBe('Unexpected server response: 400')
  })

  it('opens the socket only when the server has admitted it', async () => {
    const server = new PartyServer()
    const control = new ServerControl(server)
    servers.push(server)
    msw.use(...partyHandlers(control, { url: party }))
    const letGo = control.faults.ignoreHandshake()
    const token = await authenticate(party, 'ada')
    const page = new Page(`ws://party.test:7350/ws?token=${token}`)
    await fetch(`${party}/healthcheck`)
    expect(page.events).toEqual([])
    letGo()
    expect(await page.until(1)).toEqual(['open'])
  })

  it('that the page gives up makes no session', async () => {
    const server = serve(party)
    const token = await authenticate(party, 'ada')
    const page = new Page(`ws://party.test:7350/ws?token=${token}`)
    page.socket.close()
    expect(await page.until(1)).toMatchObject([{ code: 1000 }])
    await fetch(`${party}/healthcheck`)
    expect(server.inspect().sessions).toEqual([])
  })

  it('lets a page send from its open handler', async () => {
    serve(party)
    const token = await authenticate(party, 'ada')
    const page = new Page(`ws://party.test:7350/ws?token=${token}`)
    page.socket.addEventListener('open', () => page.send({ cid: '1', ping: {} }))
    expect(await page.until(2)).toEqual(['open', { cid: '1', pong: {} }])
  })
})

describe('a connection behind MSW', () => {
  const ping = protobufServerCodec.encode({
    cid: '7',
    message: { case: 'ping', value: {} },
  }) as Uint8Array<ArrayBuffer>
  const pong = protobufServerCodec.encode({ cid: '7', message: { case: 'pong', value: {} } })

  it('carries binary messages as array buffers, however the page sends them', async () => {
    serve(party)
    const ada = await connect(party, 'ada', 'protobuf')
    ada.socket.send(ping)
    ada.socket.send(new Blob([ping]))
    ada.socket.send(ping.slice().buffer)
    const [, ...answers] = await ada.until(4)
    for (const answer of answers) {
      expect(answer).toBeInstanceOf(ArrayBuffer)
      expect(new Uint8Array(answer as ArrayBuffer)).toEqual(pong)
    }
  })

  it('hands out blobs to a page that wants them', async () => {
    serve(party)
    const ada = await connect(party, 'ada', 'protobuf', 'blob')
    ada.socket.send(ping)
    const [, answer] = await ada.until(2)
    expect(answer).toBeInstanceOf(Blob)
    expect(new Uint8Array(await (answer as Blob).arrayBuffer())).toEqual(pong)
  })

  it('ends with 1009, after saying why, when a message is too large', async () => {
    serve(party)
    const ada = await connect(party, 'ada')
    ada.socket.send(' '.repeat(4097))
    expect(await ada.until(3)).toMatchObject([
      'open',
      { error: { message: 'Message is larger than 4096 bytes.' } },
      { code: 1009, reason: '' },
    ])
  })

  it("ends with the server's code and reason, after everything that was sent before", async () => {
    const server = serve(party)
    const ada = await connect(party, 'ada')
    server.kick(server.inspect().sessions[0]?.userId ?? '')
    expect(await ada.until(3)).toMatchObject([
      'open',
      { notifications: { notifications: [{ code: -7 }] } },
      { code: 1000, reason: 'server-side session disconnect' },
    ])
  })

  it('ends the session when the page closes', async () => {
    const server = serve(party)
    const ada = await connect(party, 'ada')
    ada.socket.close(4000, 'gone')
    expect(await ada.until(2)).toEqual(['open', { code: 4000, reason: 'gone' }])
    expect(server.inspect().sessions).toEqual([])
  })

  it('breaks without a close frame when the server dies', async () => {
    const server = serve(party)
    const ada = await connect(party, 'ada')
    server.restart()
    expect(await ada.until(3)).toEqual(['open', 'error', { code: 1006, reason: '' }])
  })

  it('counts as alive as long as it is open', async () => {
    const clock = new VirtualClock()
    const server = serve(party, new PartyServer({ clock, config: { session: { tokenExpirySec: 600 } } }))
    await connect(party, 'ada')
    await clock.advance(60_000)
    expect(server.inspect().sessions).toHaveLength(1)
  })

  it('hands messages on in order when the server has paused it', async () => {
    const server = serve(party)
    let letGo = (): void => {}
    const gate = new Promise<void>((resolve) => {
      letGo = resolve
    })
    server.rpc.register('wait', () => gate.then(() => ''))
    const ada = await connect(party, 'ada')
    ada.send({ cid: 'first', rpc: { id: 'wait' } })
    for (let count = 0; count < 100; count++) ada.send({ cid: String(count), ping: {} })
    await fetch(`${party}/healthcheck`)
    letGo()
    const cids = (await ada.until(102)).slice(1).map((event) => (event as { cid: string }).cid)
    expect(cids).toEqual(['first', ...Array.from({ length: 100 }, (_, count) => String(count))])
  })
})

describe('faults behind MSW', () => {
  function control() {
    const server = new PartyServer()
    servers.push(server)
    const endpoint = new ServerControl(server)
    msw.use(...partyHandlers(endpoint, { url: party }))
    return endpoint
  }

  it('refuse the connection, over HTTP too', async () => {
    const { faults } = control()
    const token = await authenticate(party, 'ada')
    faults.refuseConnection()
    const page = new Page(`ws://party.test:7350/ws?token=${token}`)
    expect(await page.until(2)).toEqual(['error', { code: 1006, reason: '' }])
    await expect(fetch(`${party}/healthcheck`)).rejects.toThrow(TypeError)
  })

  it('refuse the token', async () => {
    const { faults } = control()
    const token = await authenticate(party, 'ada')
    faults.refuseToken()
    const page = new Page(`ws://party.test:7350/ws?token=${token}`)
    expect(await page.until(2)).toEqual(['error', { code: 1006, reason: '' }])
    expect((await fetch(`${party}/ws?token=${token}`)).status).toBe(401)
  })

  it('drop the line, and close it with a code', async () => {
    const { faults } = control()
    const ada = await connect(party, 'ada')
    faults.drop({ player: 'ada' })
    expect(await ada.until(3)).toEqual(['open', 'error', { code: 1006, reason: '' }])
    const bob = await connect(party, 'bob')
    faults.close(4001, 'maintenance')
    expect(await bob.until(2)).toEqual(['open', { code: 4001, reason: 'maintenance' }])
  })

  it('answer with an error, and send what no server would', async () => {
    const { faults } = control()
    const ada = await connect(party, 'ada')
    faults.answerWith('party_full', { operation: 'joinParty' })
    ada.send({ cid: '1', party_join: { party_id: 'any' } })
    expect(await ada.until(2)).toMatchObject(['open', { cid: '1', error: {} }])
    faults.sendRaw('{"surprise":1}')
    expect((await ada.until(3)).at(-1)).toEqual({ surprise: 1 })
  })
})

describe('a tap on the way to a real server', () => {
  async function real() {
    const server = new PartyServer()
    const host = await listen(server)
    closing.push(() => host.close())
    return { server, host }
  }
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })

  it('lets everything through and shows it', async () => {
    const { host } = await real()
    const frames: TappedFrame[] = []
    const calls: string[] = []
    msw.use(
      ...partyPassthrough({
        url: host.url,
        onFrame: (frame) => frames.push(frame),
        onCall: ({ request, response }) =>
          calls.push(`${request.method} ${new URL(request.url).pathname} ${response?.status}`),
      }),
    )
    const ada = await connect(host.url, 'ada')
    const bob = await connect(host.url, 'bob')
    ada.socket.send('{"cid":"1","ping":{}}')
    await ada.until(2)
    bob.socket.send('{"cid":"2","ping":{}}')
    expect(await bob.until(2)).toEqual(['open', { cid: '2', pong: {} }])
    expect(frames.map(({ connection, direction, data }) => [connection, direction, data])).toEqual([
      [1, 'sent', '{"cid":"1","ping":{}}'],
      [1, 'received', '{"cid":"1","pong":{}}'],
      [2, 'sent', '{"cid":"2","ping":{}}'],
      [2, 'received', '{"cid":"2","pong":{}}'],
    ])
    expect(calls).toEqual(Array(2).fill('POST /v2/account/authenticate/custom 200'))
  })

  it('shows binary messages as bytes, and leaves them as they are', async () => {
    const { host } = await real()
    const frames: TappedFrame[] = []
    msw.use(...partyPassthrough({ url: host.url, onFrame: (frame) => frames.push(frame) }))
    const ada = await connect(host.url, 'ada', 'protobuf', 'blob')
    const ping = protobufServerCodec.encode({ cid: '7', message: { case: 'ping', value: {} } })
    ada.socket.send(new Blob([ping as Uint8Array<ArrayBuffer>]))
    expect((await ada.until(2))[1]).toBeInstanceOf(Blob)
    await vi.waitUntil(() => frames.length === 2)
    expect(frames[0]?.data).toEqual(ping)
    expect(frames[1]?.data).toBeInstanceOf(Uint8Array)
  })

  it('fails where the real server fails', async () => {
    const { host } = await real()
    msw.use(...partyPassthrough({ url: host.url }))
    const page = new Page(`${host.url.replace('http', 'ws')}/ws?token=none`)
    const events = await page.until(2)
    expect(events[0]).toBe('error')
    expect(events.at(-1)).toEqual({ code: 1006, reason: '' })
    expect((await fetch(`${host.url}/ws?token=none`)).status).toBe(401)
  })

  it('ends with the code that the real server gives', async () => {
    const { host, server } = await real()
    msw.use(...partyPassthrough({ url: host.url }))
    const ada = await connect(host.url, 'ada')
    server.kick(server.inspect().sessions[0]?.userId ?? '')
    expect((await ada.until(3)).at(-1)).toEqual({ code: 1000, reason: 'server-side session disconnect' })
  })

  it('shows a call that nobody answered', async () => {
    const { host } = await real()
    await host.close()
    const calls: unknown[] = []
    msw.use(...partyPassthrough({ url: host.url, onCall: ({ response }) => calls.push(response) }))
    await expect(fetch(`${host.url}/healthcheck`)).rejects.toThrow(TypeError)
    expect(calls).toEqual([undefined])
  })
})
