import { type EnvelopeMessage, jsonClientCodec } from '@party/protocol'
import { settled, VirtualClock } from '@party/protocol/virtual-clock'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fakeTransports } from '../../test/fake-transport.ts'
import { PartyError } from '../error.ts'
import { silentLogger } from '../runtime/logger.ts'
import type { TransportClose } from '../transport/transport.ts'
import { Connection, type ConnectTarget } from './connection.ts'
import type { Transition } from './state.ts'

const refusal = PartyError.connectionFailed('cannot be reached', { operation: 'connect' })
const abnormal: TransportClose = { code: 1006, reason: '' }
const ping = { operation: 'ping', message: { case: 'ping', value: {} }, timeoutMs: 1000 } as const

function setUp({ heartbeat = false } = {}) {
  const clock = new VirtualClock()
  const transports = fakeTransports()
  const transitions: Transition[] = []
  const messages: EnvelopeMessage[] = []
  const errors: PartyError[] = []
  const connection = new Connection({
    clock,
    random: () => 0,
    codec: jsonClientCodec,
    logger: silentLogger,
    openTransport: transports.openTransport,
    heartbeat: heartbeat ? { intervalMs: 100, timeoutMs: 40 } : undefined,
    maxMessageBytes: 200,
    listener: {
      onMessage: (message) => messages.push(message),
      onTransition: (transition) => transitions.push(transition),
      onError: (error) => errors.push(error),
    },
  })
  const target: ConnectTarget = { url: 'ws://test/ws', explain: async () => refusal }
  const connect = (options: { signal?: AbortSignal; timeoutMs?: number } = {}) =>
    connection.connect(target, { timeoutMs: 1000, ...options })
  const open = async () => {
    const connected = connect()
    transports.last().listener.onOpen()
    await connected
  }
  const steps = () => transitions.map(({ from, to, code }) => `${from} -> ${to} (${code})`)
  return { clock, connection, connect, open, target, messages, errors, transitions, steps, ...transports }
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: PartyError) => error.code,
  )

describe('connecting', () => {
  it('resolves when the connection is open, and leaves no timer', async () => {
    const { clock, connection, connect, last, steps } = setUp()
    const connected = connect()
    expect(connection.state).toBe('connecting')
    last().listener.onOpen()
    await connected
    expect(connection.state).toBe('open')
    expect(steps()).toEqual(['idle -> connecting (connect_called)', 'connecting -> open (connected)'])
    expect(clock.pending).toBe(0)
  })

  it('makes one attempt, however many ask for it', async () => {
    const { connect, opened, last } = setUp()
    const calls = [connect(), connect()]
    last().listener.onOpen()
    await Promise.all([...calls, connect()])
    expect(opened).toHaveLength(1)
  })

  it('ends with the explanation of why it was refused', async () => {
    const { clock, connect, last, steps } = setUp()
    const connected = codeOf(connect())
    last().listener.onClose(abnormal)
    expect(await connected).toBe('connection_failed')
    expect(steps()).toEqual(['idle -> connecting (connect_called)', 'connecting -> closed (connect_failed)'])
    expect(clock.pending).toBe(0)
  })

  it('ends also when the explanation itself fails', async () => {
    const { connection, last } = setUp()
    const explain = () => Promise.reject(new Error('no fetch'))
    const connected = codeOf(connection.connect({ url: 'ws://test', explain }, { timeoutMs: 1000 }))
    last().listener.onClose(abnormal)
    expect(await connected).toBe('unknown')
    expect(connection.state).toBe('closed')
  })

  it('ends with timeout, and with it the attempt', async () => {
    const { clock, connection, connect, last } = setUp()
    const connected = codeOf(connect({ timeoutMs: 50 }))
    await clock.advance(50)
    expect(await connected).toBe('timeout')
    expect(last().ended).toBe('closed')
    last().listener.onOpen()
    expect(connection.state).toBe('closed')
  })

  it('stops looking for an explanation when nobody waits for it any more', async () => {
    const { clock, connection, last } = setUp()
    let looking: AbortSignal | undefined
    const explain = (_: TransportClose, signal: AbortSignal) => {
      looking = signal
      return new Promise<PartyError>(() => {})
    }
    const connected = codeOf(connection.connect({ url: 'ws://test', explain }, { timeoutMs: 50 }))
    last().listener.onClose(abnormal)
    await clock.advance(50)
    expect(await connected).toBe('timeout')
    expect(looking?.aborted).toBe(true)
  })

  it('goes on for the others when one caller gives up', async () => {
    const { connection, connect, last } = setUp()
    const abort = new AbortController()
    const first = codeOf(connect({ signal: abort.signal }))
    const second = codeOf(connect())
    abort.abort()
    last().listener.onOpen()
    expect([await first, await second]).toEqual(['aborted', 'ok'])
    expect(connection.state).toBe('open')
  })

  it('begins anew after everyone gave up (a component that is mounted twice)', async () => {
    const { connect, opened, last } = setUp()
    const abort = new AbortController()
    const first = codeOf(connect({ signal: abort.signal }))
    abort.abort()
    const second = codeOf(connect())
    opened[0]?.listener.onOpen()
    last().listener.onOpen()
    expect([await first, await second]).toEqual(['aborted', 'ok'])
    expect(opened.map(({ ended }) => ended)).toEqual(['closed', undefined])
  })

  it('does nothing for a caller whose signal was aborted before', async () => {
    const { connection, connect, opened } = setUp()
    expect(await codeOf(connect({ signal: AbortSignal.abort() }))).toBe('aborted')
    expect([connection.state, opened.length]).toEqual(['idle', 0])
  })
})

describe('disconnecting', () => {
  it('closes the transport, ends what waits, and is told once', async () => {
    const { clock, connection, open, last, steps } = setUp({ heartbeat: true })
    await open()
    const call = codeOf(connection.request(ping))
    connection.disconnect()
    connection.disconnect()
    expect(await call).toBe('disconnected')
    expect(last().ended).toBe('closed')
    expect(steps().slice(2)).toEqual(['open -> closed (disconnect_called)'])
    expect(clock.pending).toBe(0)
  })

  it('ends an attempt that is under way', async () => {
    const { clock, connection, connect, last } = setUp()
    const connected = codeOf(connect())
    connection.disconnect()
    expect(await connected).toBe('disconnected')
    expect(last().ended).toBe('closed')
    expect(clock.pending).toBe(0)
  })

  it('does nothing where there is nothing', () => {
    const { connection, transitions } = setUp()
    connection.disconnect()
    expect(transitions).toEqual([])
  })

  it('lets connect begin anew', async () => {
    const { connection, open, opened } = setUp()
    await open()
    connection.disconnect()
    await open()
    expect(connection.state).toBe('open')
    expect(opened).toHaveLength(2)
  })
})

describe('losing the connection', () => {
  it.each([
    [{ code: 1006, reason: '' }, 'connection_lost', 'the connection was lost'],
    [
      { code: 1000, reason: 'server-side session disconnect' },
      'server_closed',
      'server-side session disconnect',
    ],
    [{ code: 1001, reason: '' }, 'server_closed', 'the server closed the connection with code 1001'],
    [{ code: 1009, reason: '' }, 'message_too_large', 'a message was too large'],
  ])('tells why: %o', async (close, code, reason) => {
    const { connection, open, last, transitions } = setUp()
    await open()
    const call = codeOf(connection.request(ping))
    last().listener.onClose(close)
    expect(await call).toBe('disconnected')
    expect(transitions.at(-1)).toEqual({ from: 'open', to: 'closed', code, reason, willReconnect: false })
  })

  it('notices a peer that no longer answers before any close event, and gives it up', async () => {
    const { clock, connection, open, last, steps } = setUp({ heartbeat: true })
    await open()
    const call = codeOf(connection.request(ping))
    await clock.advance(140)
    expect(await call).toBe('disconnected')
    expect(steps().at(-1)).toBe('open -> closed (heartbeat_timeout)')
    expect(last().ended).toBe('abandoned')
    expect(clock.pending).toBe(0)
  })

  it('stays open while pings are answered', async () => {
    const { clock, connection, open, last } = setUp({ heartbeat: true })
    await open()
    for (let round = 0; round < 3; round++) {
      await clock.advance(100)
      last().receive({ cid: last().cids.at(-1), pong: {} })
    }
    expect(connection.state).toBe('open')
    expect(last().sent).toHaveLength(3)
  })
})

describe('messages', () => {
  it('refuses a request while the connection is not open', async () => {
    const { connection, connect } = setUp()
    expect(await codeOf(connection.request(ping))).toBe('not_connected')
    connect().catch(() => {})
    expect(await codeOf(connection.request(ping))).toBe('not_connected')
  })

  it('gives a reply to its request and nobody else', async () => {
    const { connection, open, last, messages } = setUp()
    await open()
    const call = connection.request(ping)
    last().receive({ cid: last().cids[0], pong: {} })
    expect(await call).toEqual({ case: 'pong', value: {} })
    expect(messages).toEqual([])
  })

  it('passes on what has no cid', async () => {
    const { open, last, messages } = setUp()
    await open()
    last().receive({ party_close: { party_id: 'p.n' } })
    expect(messages).toEqual([{ case: 'partyClose', value: { partyId: 'p.n' } }])
  })

  it('reports an error that nobody waits for', async () => {
    const { open, last, errors } = setUp()
    await open()
    last().receive({ error: { code: 3, message: 'Invalid party ID' } })
    last().receive({ cid: 'late', error: { message: 'failed' } })
    expect(errors.map(({ code, realtimeCode }) => [code, realtimeCode])).toEqual([
      ['invalid_party_id', 3],
      ['server_error', 0],
    ])
  })

  it('reports a frame that cannot be read, and goes on', async () => {
    const { connection, open, last, errors, messages } = setUp()
    await open()
    last().listener.onFrame('{"party_data":')
    last().listener.onFrame(new Uint8Array([1, 2, 3]))
    last().receive({ party_close: { party_id: 'p.n' } })
    expect(errors.map(({ code }) => code)).toEqual(['malformed_message', 'malformed_message'])
    expect([messages.length, connection.state]).toEqual([1, 'open'])
  })

  it('passes over late replies and messages of a kind it does not know', async () => {
    const { open, last, errors, messages } = setUp()
    await open()
    last().receive({ cid: '99', pong: {} })
    last().receive({ party_dance: { steps: 3 } })
    expect([errors, messages]).toEqual([[], []])
  })

  it('sends nothing that the server would not take, and blames the argument', async () => {
    const { connection, open, last } = setUp()
    await open()
    const message = { case: 'statusUpdate', value: { status: 'é'.repeat(90) } } as const
    const call = connection.request({
      operation: 'updateStatus',
      message,
      largest: 'status',
      timeoutMs: 1000,
    })
    await expect(call).rejects.toMatchObject({ code: 'message_too_large', argument: 'status' })
    expect(last().sent).toEqual([])
  })

  it('hears nothing any more from a connection it has ended', async () => {
    const { connection, open, opened, messages, errors } = setUp()
    await open()
    connection.disconnect()
    await open()
    opened[0]?.receive({ party_close: { party_id: 'p.n' } })
    opened[0]?.listener.onFrame('nonsense')
    opened[0]?.listener.onClose(abnormal)
    expect([messages, errors, connection.state]).toEqual([[], [], 'open'])
  })
})

it('whatever happens: every call ends, every step is told, no transport and no timer is left', async () => {
  const step = fc.oneof(
    fc.constantFrom('connect', 'disconnect', 'opened', 'closed', 'request', 'pong', 'abort', 'stale'),
    fc.integer({ min: 1, max: 150 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { clock, connection, connect, opened, transitions } = setUp({ heartbeat: true })
      const ends: string[][] = []
      const aborts: AbortController[] = []
      const watch = (start: (signal: AbortSignal) => Promise<unknown>) => {
        const end: string[] = []
        const abort = new AbortController()
        ends.push(end)
        aborts.push(abort)
        codeOf(start(abort.signal)).then(
          (code) => end.push(code),
          () => {},
        )
      }
      for (const what of steps) {
        const transport = opened.at(-1)
        if (typeof what === 'number') await clock.advance(what)
        else if (what === 'connect') watch((signal) => connect({ signal, timeoutMs: 200 }))
        else if (what === 'request') watch((signal) => connection.request({ ...ping, signal }))
        else if (what === 'abort') aborts.at(-1)?.abort()
        else if (what === 'disconnect') connection.disconnect()
        else if (what === 'opened') transport?.listener.onOpen()
        else if (what === 'closed') transport?.drop(abnormal)
        else if (what === 'pong')
          for (const cid of transport?.cids ?? []) transport?.receive({ cid, pong: {} })
        else opened[0]?.drop(abnormal)
      }
      connection.disconnect()
      await settled()
      expect(ends.every((end) => end.length === 1)).toBe(true)
      expect(clock.pending).toBe(0)
      expect(opened.filter(({ ended }) => ended === undefined)).toEqual([])
      expect(['idle', 'closed']).toContain(connection.state)
      transitions.forEach(({ from }, index) => {
        expect(from).toBe(index === 0 ? 'idle' : transitions[index - 1]?.to)
      })
    }),
    { numRuns: 300 },
  )
})
