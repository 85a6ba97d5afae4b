import { settled } from '@party/protocol/virtual-clock'
import { describe, expect, it } from 'vitest'
import { connectedSocket, disconnectedSocket } from '../../test/connected.ts'
import { tokenOf } from '../../test/tokens.ts'
import { PartyClient } from '../client.ts'
import type { PartyError } from '../error.ts'
import { Session } from '../http/session.ts'
import type { PartyClientOptions } from '../settings.ts'
import type { ConnectOptions } from './bare-socket.ts'
import type { Disconnect } from './socket-events.ts'

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: PartyError) => error.code,
  )

describe('the address of a socket', () => {
  async function addressOf(options: ConnectOptions | boolean | undefined, settings: PartyClientOptions = {}) {
    const { socket, session, sockets } = disconnectedSocket(settings)
    const connected = codeOf(socket.connect(session, options))
    await settled()
    socket.disconnect()
    await connected
    const url = new URL(sockets.last().url)
    return { at: `${url.protocol}//${url.host}${url.pathname}`, query: Object.fromEntries(url.searchParams) }
  }
  const token = tokenOf('ada')

  it('has token, format and status', async () => {
    expect(await addressOf(undefined)).toEqual({
      at: 'ws://127.0.0.1:7350/ws',
      query: { token, format: 'json', status: 'false' },
    })
  })

  it('is of the server that the client was given, encrypted as the client is', async () => {
    const { at } = await addressOf(undefined, { host: 'game.example', port: 8443, ssl: true })
    expect(at).toBe('wss://game.example:8443/ws')
  })

  it('says whether the player appears online, and the language if it is given', async () => {
    expect((await addressOf(true)).query).toMatchObject({ status: 'true' })
    expect((await addressOf({ appearOnline: true, lang: 'fr' })).query).toMatchObject({
      status: 'true',
      lang: 'fr',
    })
  })
})

describe('connect', () => {
  it('opens one connection, however often it is called', async () => {
    const { socket, session, sockets } = await connectedSocket()
    await Promise.all([socket.connect(session), socket.connect(session)])
    expect(sockets.made).toHaveLength(1)
    expect(socket.session).toBe(session)
  })

  it('refuses another player while it is connected', async () => {
    const { socket } = await connectedSocket()
    const other = Session.restore(tokenOf('bo'))
    await expect(socket.connect(other)).rejects.toMatchObject({
      code: 'invalid_argument',
      argument: 'session',
    })
    expect(socket.session?.userId).toBe('ada')
  })

  it('connects another player after disconnecting', async () => {
    const { socket, sockets } = await connectedSocket()
    socket.disconnect()
    const connected = socket.connect(Session.restore(tokenOf('bo')))
    await settled()
    sockets.last().dispatch('open')
    await connected
    expect([socket.state, socket.session?.userId]).toEqual(['open', 'bo'])
  })

  it('works for a component that is mounted, unmounted and mounted again', async () => {
    const { socket, session, sockets, clock } = disconnectedSocket()
    const first = codeOf(socket.connect(session))
    socket.disconnect()
    const second = codeOf(socket.connect(session))
    await settled()
    expect(sockets.made).toHaveLength(1)
    sockets.last().dispatch('open')
    expect([await first, await second]).toEqual(['disconnected', 'ok'])
    expect(clock.pending).toBe(0)
  })

  it('asks over HTTP why it was refused: the token', async () => {
    const asked: string[] = []
    const fetch = async (url: unknown) => {
      asked.push(String(url))
      return new Response('Missing or invalid token', { status: 401 })
    }
    const { socket, session, sockets } = disconnectedSocket({ fetch })
    const connected = socket.connect(session)
    await settled()
    sockets.last().dispatch('close', { code: 1006, reason: '' })
    await expect(connected).rejects.toMatchObject({
      code: 'unauthenticated',
      message: 'Missing or invalid token',
      httpStatus: 401,
      operation: 'connect',
    })
    // Then a new token, which it does not get either.
    expect(asked).toEqual([
      sockets.last().url.replace('ws:', 'http:'),
      'http://127.0.0.1:7350/v2/account/session/refresh',
    ])
  })

  it.each([
    [
      'a server that takes the token but opens no socket',
      async () => new Response('Bad Request', { status: 400 }),
    ],
    ['a server that cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
  ])('tells %s from a refused token', async (_, fetch) => {
    const { socket, session, sockets, clock } = disconnectedSocket({ fetch })
    const connected = codeOf(socket.connect(session))
    await settled()
    sockets.last().dispatch('close', { code: 1006, reason: '' })
    expect(await connected).toBe('connection_failed')
    expect([socket.state, clock.pending]).toEqual(['closed', 0])
  })

  it('ends with timeout and aborted', async () => {
    const { socket, session, clock } = disconnectedSocket({ timeoutMs: 700 })
    const byDefault = codeOf(socket.connect(session))
    await clock.advance(700)
    expect(await byDefault).toBe('timeout')
    expect(await codeOf(socket.connect(session, { signal: AbortSignal.abort() }))).toBe('aborted')
  })
})

describe('disconnect', () => {
  it('fires one event, ends what waits, and leaves no timer', async () => {
    const { socket, server, clock } = await connectedSocket({ heartbeat: {} })
    const disconnects: Disconnect[] = []
    socket.onDisconnect((event) => disconnects.push(event))
    const call = codeOf(socket.joinParty('p.n'))
    socket.disconnect()
    server.dispatch('close', { code: 1000, reason: '' })
    socket.disconnect()
    expect(await call).toBe('disconnected')
    expect(disconnects).toEqual([
      { code: 'disconnect_called', reason: 'disconnect called', willReconnect: false },
    ])
    expect(clock.pending).toBe(0)
  })

  it('is told again, for good, when the connection does not come back', async () => {
    const { socket, server, clock } = await connectedSocket({
      reconnect: ({ retryCount }) => (retryCount === 0 ? 100 : null),
    })
    const disconnects: Disconnect[] = []
    socket.onDisconnect((event) => disconnects.push(event))
    const heard: string[] = []
    socket.onTransition(({ from, to, code }) => heard.push(`${from} -> ${to} (${code})`))
    server.dispatch('close', { code: 1006 })
    await clock.advance(100)
    expect(disconnects).toHaveLength(1)
    await settled()
    expect(heard).toEqual(['open -> reconnecting (connection_lost)'])
    socket.disconnect()
    expect(disconnects.map(({ code, willReconnect }) => [code, willReconnect])).toEqual([
      ['connection_lost', true],
      ['disconnect_called', false],
    ])
    expect(heard.at(-1)).toBe('reconnecting -> closed (disconnect_called)')
    expect(clock.pending).toBe(0)
  })

  it('fires none where there was no connection', async () => {
    const { socket, session, sockets } = disconnectedSocket()
    const disconnects: Disconnect[] = []
    socket.onDisconnect((event) => disconnects.push(event))
    socket.disconnect()
    const connected = codeOf(socket.connect(session))
    await settled()
    sockets.last().dispatch('close', { code: 1006 })
    expect(await connected).toBe('connection_failed')
    expect(disconnects).toEqual([])
  })

  it("tells the server's reason", async () => {
    const { socket, server } = await connectedSocket()
    const disconnected = socket.once('disconnect')
    server.dispatch('close', { code: 1000, reason: 'session outgoing queue full' })
    expect(await disconnected).toEqual({
      code: 'server_closed',
      reason: 'session outgoing queue full',
      willReconnect: true,
    })
  })

  it('comes by itself when the server stops answering', async () => {
    const { socket, clock } = await connectedSocket({
      heartbeat: { intervalMs: 1000, timeoutMs: 200 },
      random: () => 0,
      reconnect: false,
    })
    const disconnected = socket.once('disconnect')
    await clock.advance(1200)
    expect(await disconnected).toMatchObject({ code: 'heartbeat_timeout' })
    expect(clock.pending).toBe(0)
  })

  it('may connect again from its own handler', async () => {
    const { socket, session, sockets } = await connectedSocket()
    socket.onDisconnect(() => socket.connect(session))
    sockets.last().dispatch('close', { code: 1006 })
    await settled()
    sockets.last().dispatch('open')
    expect([socket.state, sockets.made.length]).toEqual(['open', 2])
  })

  it('keeps the handlers for the next connection', async () => {
    const { socket, session, sockets } = await connectedSocket()
    const heard: string[] = []
    socket.onPartyClose(({ partyId }) => heard.push(partyId))
    socket.disconnect()
    const connected = socket.connect(session)
    await settled()
    sockets.last().dispatch('open')
    await connected
    sockets.last().receive({ party_close: { party_id: 'p.n' } })
    expect(heard).toEqual(['p.n'])
  })
})

describe('createSocket', () => {
  it('may override what the client was given', async () => {
    const { socket, session, sockets, clock } = disconnectedSocket()
    const client = new PartyClient({ host: 'game.example', WebSocket: sockets.WebSocket, clock })
    const impatient = client.createSocket({ timeoutMs: 5 })
    const ends = [codeOf(impatient.connect(session)), codeOf(socket.connect(session))]
    await clock.advance(5)
    expect(await ends[0]).toBe('timeout')
    expect(socket.state).toBe('connecting')
    socket.disconnect()
    await ends[1]
  })

  it('lists parties over HTTP with the session it has', async () => {
    const fetch = async () => Response.json({ parties: [{ party_id: 'p.n' }] })
    const { socket } = disconnectedSocket({ fetch })
    await expect(socket.listParties()).rejects.toMatchObject({ code: 'not_connected' })
    const connected = await connectedSocket({ fetch })
    expect((await connected.socket.listParties()).parties[0]?.partyId).toBe('p.n')
  })
})
