import { closeReasons } from '@party/protocol'
import { settled } from '@party/protocol/virtual-clock'
import { describe, expect, it } from 'vitest'
import { abnormal, codeOf, ping, fakeConnection as setUp } from '../../test/fake-connection.ts'
import type { PartyError } from '../error.ts'

describe('connecting', () => {
  it('resolves when the connection is open, and leaves no timer', async () => {
    const { clock, connection, connect, last, steps } = setUp()
    const connected = connect()
    expect(connection.state).toBe('connecting')
    await settled()
    last().listener.onOpen()
    await connected
    expect(connection.state).toBe('open')
    expect(steps()).toEqual(['idle -> connecting (connect_called)', 'connecting -> open (connected)'])
    expect(clock.pending).toBe(0)
  })

  it('makes one attempt, however many ask for it', async () => {
    const { connect, opened, last } = setUp()
    const calls = [connect(), connect()]
    await settled()
    last().listener.onOpen()
    await Promise.all([...calls, connect()])
    expect(opened).toHaveLength(1)
  })

  it('ends with the explanation of why it was refused', async () => {
    const { clock, connect, last, steps } = setUp()
    const connected = codeOf(connect())
    await settled()
    last().listener.onClose(abnormal)
    expect(await connected).toBe('connection_failed')
    expect(steps()).toEqual(['idle -> connecting (connect_called)', 'connecting -> closed (connect_failed)'])
    expect(clock.pending).toBe(0)
  })

  it('ends also when the explanation itself fails', async () => {
    const { connection, connect, target, last } = setUp()
    const explain = () => Promise.reject(new Error('no fetch'))
    const connected = codeOf(connect({ target: { ...target, explain } }))
    await settled()
    last().listener.onClose(abnormal)
    expect(await connected).toBe('connection_failed')
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
    const { clock, connect, target, last } = setUp()
    let looking: AbortSignal | undefined
    const explain = (signal: AbortSignal) => {
      looking = signal
      return new Promise<PartyError>(() => {})
    }
    const connected = codeOf(connect({ target: { ...target, explain }, timeoutMs: 50 }))
    await settled()
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
    await settled()
    last().listener.onOpen()
    expect([await first, await second]).toEqual(['aborted', 'ok'])
    expect(connection.state).toBe('open')
  })

  it('begins anew after everyone gave up (a component that is mounted twice)', async () => {
    const { connect, opened, last } = setUp()
    const abort = new AbortController()
    const first = codeOf(connect({ signal: abort.signal }))
    await settled()
    abort.abort()
    const second = codeOf(connect())
    await settled()
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
    await settled()
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
    [{ code: 1006, reason: '' }, 'connection_lost', 'closed with 1006'],
    [
      { code: 1000, reason: closeReasons.disconnectedByServer },
      'disconnected_by_server',
      'server-side session disconnect',
    ],
    [{ code: 1000, reason: closeReasons.outgoingQueueFull }, 'server_closed', 'session outgoing queue full'],
    [{ code: 1001, reason: '' }, 'server_closed', 'closed with 1001'],
    [{ code: 1009, reason: '' }, 'message_too_large', 'closed with 1009'],
  ])('tells why: %o', async (close, code, reason) => {
    const { connection, open, last, transitions } = setUp()
    await open()
    const call = codeOf(connection.request(ping))
    last().listener.onClose(close)
    expect(await call).toBe('disconnected')
    expect(transitions.at(-1)).toEqual({
      from: 'open',
      to: 'closed',
      code,
      reason,
      willReconnect: false,
      retryInMs: undefined,
    })
  })

  it.each([
    [-7, 'connected_elsewhere'],
    [-8, 'banned'],
  ])('tells what the notification %d has announced', async (code, expected) => {
    const { open, last, transitions, messages } = setUp()
    await open()
    last().receive({ notifications: { notifications: [{ id: 'n', code, content: '{}' }] } })
    last().listener.onClose({ code: 1000, reason: 'server-side session disconnect' })
    expect(transitions.at(-1)).toMatchObject({ code: expected, reason: 'server-side session disconnect' })
    expect(messages).toHaveLength(1)
  })

  it('takes no announcement over to the next connection', async () => {
    const { connection, open, last, transitions } = setUp()
    await open()
    last().receive({ notifications: { notifications: [{ id: 'n', code: -7 }] } })
    connection.disconnect()
    await open()
    last().listener.onClose(abnormal)
    expect(transitions.at(-1)?.code).toBe('connection_lost')
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

  it('ends a call at once whose reply cannot be read, and tells nobody else', async () => {
    const { clock, connection, open, last, errors } = setUp()
    await open()
    const call = connection.request({ ...ping, context: { operation: 'ping', partyId: 'p.n' } })
    last().receive({ cid: last().cids[0], party: { presences: 3 } })
    await expect(call).rejects.toMatchObject({
      code: 'malformed_message',
      operation: 'ping',
      partyId: 'p.n',
    })
    expect([errors, clock.pending]).toEqual([[], 0])
    last().receive({ cid: last().cids[0], party: { presences: 3 } })
    expect(errors).toHaveLength(1)
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
      context: { operation: 'updateStatus' },
      message,
      largest: 'status',
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
