import { events } from '@party/protocol'
import { settled } from '@party/protocol/virtual-clock'
import { describe, expect, it, vi } from 'vitest'
import { connectedSocket, disconnectedSocket } from '../../test/connected.ts'
import type { PartyError } from '../error.ts'
import { decodeJson, decodeText } from '../party/payload.ts'
import { silentLogger } from '../runtime/logger.ts'

const partyId = 'p.nakama1'
const wireBo = { user_id: 'u-bo', session_id: 's-bo', username: 'bo' }
const bo = { userId: 'u-bo', sessionId: 's-bo', username: 'bo', persistence: false, status: undefined }
const nobody = { userId: '', sessionId: '', username: '', persistence: false, status: undefined }

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

describe('the events of the contract', () => {
  it.each(Object.entries(events))('%s reaches %s, and no longer after its undo', async (kind, handler) => {
    const { socket, server } = await connectedSocket()
    const heard = vi.fn()
    const undo = socket[handler](heard)
    server.receive({ [snakeCase(kind)]: {} })
    expect(heard).toHaveBeenCalledTimes(1)
    undo()
    server.receive({ [snakeCase(kind)]: {} })
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('are no others: a reply that nobody asked for is none', async () => {
    const { socket, server } = await connectedSocket()
    const heard = vi.fn()
    socket.onError(heard)
    server.receive({ status: { presences: [wireBo] } })
    server.receive({ from_a_newer_server: {} })
    expect(heard).not.toHaveBeenCalled()
  })
})

describe('what an event carries', () => {
  it('has every list and every person, even if the server leaves them out', async () => {
    const { socket, server } = await connectedSocket()
    const heard: unknown[] = []
    socket.onPartyPresence((event) => heard.push(event))
    socket.onParty((event) => heard.push(event))
    socket.onPartyLeader((event) => heard.push(event))
    socket.onMatchmakerMatched((event) => heard.push(event))
    server.receive({ party_presence_event: { party_id: partyId, joins: [wireBo] } })
    server.receive({ party: { party_id: partyId, max_size: 4 } })
    server.receive({ party_leader: { party_id: partyId, presence: wireBo } })
    server.receive({ matchmaker_matched: { ticket: 't', token: 'jwt', users: [{ presence: wireBo }] } })
    const user = { partyId: '', stringProperties: {}, numericProperties: {} }
    expect(heard).toEqual([
      { partyId, joins: [bo], leaves: [] },
      {
        partyId,
        open: false,
        hidden: false,
        maxSize: 4,
        self: nobody,
        leader: nobody,
        presences: [],
        label: '',
      },
      { partyId, presence: bo },
      {
        ticket: 't',
        matchId: undefined,
        token: 'jwt',
        users: [{ presence: bo, ...user }],
        self: { presence: nobody, ...user },
      },
    ])
  })

  it('has data as it was sent: op code 0, large op codes, no bytes, all bytes, text and JSON', async () => {
    const { socket, server } = await connectedSocket()
    const heard: { opCode: number | bigint; data: Uint8Array }[] = []
    socket.onPartyData(({ opCode, data }) => heard.push({ opCode, data }))
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const receive = (data: string | Uint8Array, op_code?: string) =>
      server.receive({
        party_data: {
          party_id: partyId,
          presence: wireBo,
          op_code,
          data: Buffer.from(data).toString('base64'),
        },
      })
    server.receive({ party_data: { party_id: partyId } })
    receive(all, '9223372036854775807')
    receive('grüße 👋', '-1')
    receive('{"emote":"👋"}', '4294967296')
    expect(heard.map(({ opCode }) => opCode)).toEqual([0, 2n ** 63n - 1n, -1, 2 ** 32])
    expect(heard[0]?.data).toEqual(new Uint8Array())
    expect(heard[1]?.data).toEqual(all)
    expect(decodeText(heard[2]?.data ?? all)).toBe('grüße 👋')
    expect(decodeJson<{ emote: string }>(heard[3]?.data ?? all).emote).toBe('👋')
    expect(() => decodeJson(heard[2]?.data ?? all)).toThrow(SyntaxError)
  })
})

describe('a handler that fails', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('broken')
      },
    ],
    ['rejects', () => Promise.reject(new Error('broken'))],
  ])('stops nobody else and is reported when it %s', async (_, failing) => {
    const logger = { ...silentLogger, error: vi.fn() }
    const { socket, server } = await connectedSocket({ logger })
    const errors: PartyError[] = []
    const after = vi.fn()
    socket.onError((error) => errors.push(error))
    socket.onPartyClose(failing)
    socket.onPartyClose(after)
    server.receive({ party_close: { party_id: partyId } })
    await settled()
    expect(after).toHaveBeenCalledTimes(1)
    expect(errors).toMatchObject([{ code: 'handler_failed', message: 'partyClose: broken' }])
    expect(logger.error).toHaveBeenCalledTimes(1)
    expect(socket.state).toBe('open')
  })

  it('is not told of its own failure', async () => {
    const logger = { ...silentLogger, error: vi.fn() }
    const { socket, server } = await connectedSocket({ logger })
    socket.onError(() => {
      throw new Error('broken too')
    })
    server.dispatch('message', { data: 'nonsense' })
    expect(logger.error).toHaveBeenCalledTimes(1)
  })
})

describe('errors that belong to no call', () => {
  it('are told, with the code and the words of the server', async () => {
    const { socket, server } = await connectedSocket()
    const errors: PartyError[] = []
    socket.onError((error) => errors.push(error))
    server.receive({ error: { code: 3, message: 'Invalid party ID' } })
    expect(errors).toMatchObject([{ code: 'invalid_party_id', message: 'Invalid party ID' }])
  })

  it('are logged when nobody listens', async () => {
    const logger = { ...silentLogger, warn: vi.fn() }
    const { server } = await connectedSocket({ logger })
    server.dispatch('message', { data: 'nonsense' })
    expect(logger.warn).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({ code: 'malformed_message' }),
    )
  })
})

describe('once', () => {
  it('resolves with the next event, and takes its handlers back', async () => {
    const { socket, server, clock } = await connectedSocket()
    const closed = socket.once('partyClose', { timeoutMs: 1000 })
    server.receive({ party_close: { party_id: partyId } })
    expect(await closed).toEqual({ partyId })
    expect(clock.pending).toBe(0)
    const next = socket.once('partyClose')
    server.receive({ party_close: { party_id: 'next' } })
    expect(await next).toEqual({ partyId: 'next' })
  })

  it('ends with timeout, aborted or disconnected', async () => {
    const { socket, clock } = await connectedSocket()
    const abort = new AbortController()
    const ends = [
      socket.once('party', { timeoutMs: 50 }),
      socket.once('party', { signal: abort.signal }),
      socket.once('party', { signal: AbortSignal.abort() }),
      socket.once('party'),
    ].map((call) => call.catch(({ code, operation }: PartyError) => `${operation} ${code}`))
    await clock.advance(50)
    abort.abort()
    socket.disconnect()
    expect(await Promise.all(ends)).toEqual([
      'once timeout',
      'once aborted',
      'once aborted',
      'once disconnected',
    ])
    expect(clock.pending).toBe(0)
  })

  it('can wait for the disconnect itself, and be asked before connecting', async () => {
    const { socket, session, sockets } = disconnectedSocket()
    const closed = socket.once('partyClose')
    const disconnected = socket.once('disconnect')
    const connected = socket.connect(session)
    await settled()
    sockets.last().dispatch('open')
    await connected
    sockets.last().receive({ party_close: { party_id: partyId } })
    socket.disconnect()
    expect(await closed).toEqual({ partyId })
    expect(await disconnected).toMatchObject({ code: 'disconnect_called' })
  })
})

describe('events', () => {
  const closes = (id: string) => ({ party_close: { party_id: id } })

  it('iterates over what comes, and ends with the connection', async () => {
    const { socket, server } = await connectedSocket()
    const closed = socket.events('partyClose')
    server.receive(closes('first'))
    server.receive(closes('second'))
    const seen: string[] = []
    for await (const event of closed) {
      seen.push(event.partyId)
      if (seen.length === 2) socket.disconnect()
    }
    expect(seen).toEqual(['first', 'second'])
  })

  it('gives what arrives to those who wait, first come, first served', async () => {
    const { socket, server } = await connectedSocket()
    const closed = socket.events('partyClose')
    const waiting = [closed.next(), closed.next()]
    server.receive(closes('first'))
    server.receive(closes('second'))
    expect(await Promise.all(waiting)).toMatchObject([
      { value: { partyId: 'first' } },
      { value: { partyId: 'second' } },
    ])
  })

  it('gives out what had arrived before the end, and nothing after', async () => {
    const { socket, server } = await connectedSocket()
    const closed = socket.events('partyClose')
    server.receive(closes('first'))
    socket.disconnect()
    server.receive(closes('second'))
    expect(await closed.next()).toMatchObject({ value: { partyId: 'first' } })
    expect(await closed.next()).toEqual({ done: true, value: undefined })
  })

  it('tells whoever waits that it has ended', async () => {
    const { socket } = await connectedSocket()
    const next = socket.events('partyClose').next()
    socket.disconnect()
    expect(await next).toEqual({ done: true, value: undefined })
  })

  it('gives out nothing once its loop was left, or its signal aborted', async () => {
    const { socket, server } = await connectedSocket()
    const abort = new AbortController()
    const left = socket.events('partyClose')
    const aborted = socket.events('partyClose', { signal: abort.signal })
    const waiting = socket.events('disconnect', { signal: abort.signal }).next()
    server.receive(closes('first'))
    server.receive(closes('second'))
    for await (const event of left) {
      expect(event.partyId).toBe('first')
      break
    }
    abort.abort()
    const done = { done: true, value: undefined }
    expect([await left.next(), await aborted.next(), await waiting]).toEqual([done, done, done])
    expect(await socket.events('partyClose', { signal: abort.signal }).next()).toEqual(done)
  })

  it('goes on over a connection that is made again', async () => {
    const { socket, server, sockets, clock } = await connectedSocket()
    const closed = socket.events('partyClose')
    const once = socket.once('partyClose')
    server.dispatch('close', { code: 1006, reason: '' })
    await clock.advance(1000)
    sockets.last().dispatch('open')
    sockets.last().receive(closes('later'))
    expect(await closed.next()).toMatchObject({ value: { partyId: 'later' } })
    expect(await once).toEqual({ partyId: 'later' })
  })
})
