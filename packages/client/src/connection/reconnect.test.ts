import { settled } from '@party/protocol/virtual-clock'
import { describe, expect, it } from 'vitest'
import {
  abnormal,
  codeOf,
  deafListener,
  type FakeConnectionOptions,
  type FakeTarget,
  fakeConnection,
  ping,
} from '../../test/fake-connection.ts'
import { PartyError } from '../error.ts'
import type { ReconnectAttempt } from './reconnect-policy.ts'

const everySecond = () => 1000
const unauthenticated = new PartyError('unauthenticated', 'no', { httpStatus: 401 })

/** A connection that is open. */
async function setUp(options: FakeConnectionOptions = {}) {
  const parts = fakeConnection({ reconnect: everySecond, ...options })
  await parts.open()
  /** Fails the attempt that is under way. */
  const fail = async () => {
    parts.last().listener.onClose(abnormal)
    await settled()
  }
  return { ...parts, fail }
}

describe('a connection that is lost', () => {
  it('is made again after the wait that the policy gives', async () => {
    const { clock, connection, opened, last, transitions } = await setUp()
    last().listener.onClose(abnormal)
    expect(transitions.at(-1)).toEqual({
      from: 'open',
      to: 'reconnecting',
      code: 'connection_lost',
      reason: 'closed with 1006',
      willReconnect: true,
      retryInMs: 1000,
    })
    await clock.advance(999)
    expect([connection.state, opened.length]).toEqual(['reconnecting', 1])
    await clock.advance(1)
    expect(opened).toHaveLength(2)
    last().listener.onOpen()
    expect(transitions.at(-1)).toMatchObject({ from: 'reconnecting', to: 'open', code: 'connected' })
    expect(clock.pending).toBe(0)
  })

  it('ends the calls under way, and refuses new ones until it is back', async () => {
    const { clock, connection, last } = await setUp()
    const call = codeOf(connection.request(ping))
    last().listener.onClose(abnormal)
    expect(await call).toBe('disconnected')
    expect(await codeOf(connection.request(ping))).toBe('not_connected')
    await clock.advance(1000)
    expect(await codeOf(connection.request(ping))).toBe('not_connected')
    last().listener.onOpen()
    const next = connection.request(ping)
    last().receive({ cid: last().cids.at(-1), pong: {} })
    expect(await next).toEqual({ case: 'pong', value: {} })
  })

  it('is tried again for as long as the policy says, and every failure is told', async () => {
    const asked: ReconnectAttempt[] = []
    const { clock, connection, fail, steps, transitions } = await setUp({
      random: () => 0.25,
      reconnect: (attempt) => {
        asked.push(attempt)
        return attempt.retryCount < 2 ? 100 : null
      },
    })
    await fail()
    for (let round = 0; round < 2; round++) {
      await clock.advance(100)
      await fail()
    }
    expect(steps().slice(2)).toEqual([
      'open -> reconnecting (connection_lost)',
      'reconnecting -> reconnecting (connect_failed)',
      'reconnecting -> closed (connect_failed)',
    ])
    expect(transitions.at(-1)).toMatchObject({ reason: 'test opens no WebSocket', willReconnect: false })
    expect(asked).toEqual([
      {
        retryCount: 0,
        elapsedMs: 0,
        code: 'connection_lost',
        reason: 'closed with 1006',
        random: 0.25,
      },
      {
        retryCount: 1,
        elapsedMs: 100,
        code: 'connect_failed',
        reason: 'test opens no WebSocket',
        random: 0.25,
      },
      {
        retryCount: 2,
        elapsedMs: 200,
        code: 'connect_failed',
        reason: 'test opens no WebSocket',
        random: 0.25,
      },
    ])
    expect([connection.state, clock.pending]).toEqual(['closed', 0])
  })

  it('is not made again where the game does not want it', async () => {
    const { connection, fail, opened } = await setUp({ reconnect: undefined })
    await fail()
    expect([connection.state, opened.length]).toEqual(['closed', 1])
  })

  it('is given up when the policy itself fails', async () => {
    const reconnect = () => {
      throw new Error('no idea')
    }
    const { connection, fail } = await setUp({ reconnect })
    await fail()
    expect(connection.state).toBe('closed')
  })

  it.each([
    ['the player was disconnected on purpose', 'server-side session disconnect', 'disconnected_by_server'],
    ['the player has connected elsewhere', -7, 'connected_elsewhere'],
    ['the player was banned', -8, 'banned'],
  ])('is not made again when %s', async (_, announced, code) => {
    const { connection, last, steps } = await setUp()
    if (typeof announced === 'number')
      last().receive({ notifications: { notifications: [{ code: announced }] } })
    last().listener.onClose({ code: 1000, reason: 'server-side session disconnect' })
    expect(connection.state).toBe('closed')
    expect(steps().at(-1)).toBe(`open -> closed (${code})`)
  })

  it('is not made again when the server takes neither the token nor another one', async () => {
    const target: FakeTarget = {
      url: async (_, refused) => (refused ? 'ws://new' : 'ws://old'),
      explain: async () => unauthenticated,
    }
    const { clock, connection, connect, fail, opened, steps } = await setUp()
    await connect({ target })
    await fail()
    await clock.advance(1000)
    await fail()
    expect(opened.map(({ url }) => url)).toEqual(['ws://test/ws', 'ws://old', 'ws://new'])
    await fail()
    expect(steps().at(-1)).toBe('reconnecting -> closed (unauthenticated)')
    expect([connection.state, clock.pending]).toEqual(['closed', 0])
  })

  it('is made again when the server no longer answers, without waiting for it to agree', async () => {
    const { clock, connection, opened } = await setUp({ heartbeat: true })
    await clock.advance(140)
    expect([connection.state, opened[0]?.ended]).toEqual(['reconnecting', 'abandoned'])
    await clock.advance(1000)
    expect(opened).toHaveLength(2)
  })

  it('takes no attempt for under way that leads to nothing', async () => {
    const { clock, last, opened, steps } = await setUp({ timeoutMs: 300 })
    last().listener.onClose(abnormal)
    await clock.advance(1000)
    await clock.advance(300)
    expect(steps().at(-1)).toBe('reconnecting -> reconnecting (connect_failed)')
    expect(last().ended).toBe('closed')
    await clock.advance(1000)
    expect(opened).toHaveLength(3)
  })

  it('hears nothing any more from the transport before', async () => {
    const { clock, opened, connection, last, messages } = await setUp()
    last().listener.onClose(abnormal)
    await clock.advance(1000)
    opened[0]?.listener.onOpen()
    expect(connection.state).toBe('reconnecting')
    last().listener.onOpen()
    opened[0]?.receive({ party_close: { party_id: 'p.n' } })
    opened[0]?.listener.onClose(abnormal)
    expect([connection.state, messages]).toEqual(['open', []])
  })
})

describe('attempts are counted', () => {
  async function countsAfter(openForMs: number): Promise<number[]> {
    const counts: number[] = []
    const { clock, last } = await setUp({
      reconnect: ({ retryCount }) => {
        counts.push(retryCount)
        return 0
      },
    })
    for (let round = 0; round < 3; round++) {
      await clock.advance(openForMs)
      last().listener.onClose(abnormal)
      await clock.advance(0)
      last().listener.onOpen()
    }
    return counts
  }

  it('on, while no connection holds: a server that throws everybody out is not stormed', async () => {
    expect(await countsAfter(9_999)).toEqual([0, 1, 2])
  })

  it('anew, after a connection has held for ten seconds', async () => {
    expect(await countsAfter(10_000)).toEqual([0, 0, 0])
  })

  it('with the time since the connection was lost', async () => {
    const elapsed: number[] = []
    const { clock, fail } = await setUp({
      reconnect: ({ elapsedMs }) => {
        elapsed.push(elapsedMs)
        return 50
      },
    })
    await clock.advance(5000)
    await fail()
    await clock.advance(50)
    await fail()
    expect(elapsed).toEqual([0, 50])
  })
})

describe('while it reconnects', () => {
  it('disconnect ends it for good', async () => {
    const { clock, connection, fail, steps, opened } = await setUp()
    await fail()
    connection.disconnect()
    connection.disconnect()
    await clock.advance(10_000)
    expect(steps().at(-1)).toBe('reconnecting -> closed (disconnect_called)')
    expect([opened.length, clock.pending]).toEqual([1, 0])
  })

  it('disconnect ends the attempt that is under way', async () => {
    const { clock, connection, fail, last } = await setUp()
    await fail()
    await clock.advance(1000)
    connection.disconnect()
    last().listener.onOpen()
    await settled()
    expect([connection.state, last().ended, clock.pending]).toEqual(['closed', 'closed', 0])
  })

  it('connect waits for it, and hurries it', async () => {
    const { connect, fail, last, opened } = await setUp()
    await fail()
    const calls = [connect(), connect()]
    await settled()
    expect(opened).toHaveLength(2)
    last().listener.onOpen()
    await Promise.all(calls)
  })

  it('goes on when a caller of connect gives up', async () => {
    const { clock, connection, connect, fail } = await setUp()
    await fail()
    expect(await codeOf(connect({ signal: AbortSignal.abort() }))).toBe('aborted')
    const impatient = codeOf(connect({ timeoutMs: 10 }))
    await clock.advance(10)
    expect([await impatient, connection.state]).toEqual(['timeout', 'reconnecting'])
  })

  it('connect ends with the reason when it is given up', async () => {
    const { connect, fail } = await setUp({
      reconnect: ({ code }) => (code === 'connection_lost' ? 1000 : null),
    })
    await fail()
    const connected = codeOf(connect())
    await settled()
    await fail()
    expect(await connected).toBe('connection_failed')
  })
})

describe('reconnectNow', () => {
  it('makes the next attempt at once, and counts anew', async () => {
    const counts: number[] = []
    const { clock, connection, fail, last, opened } = await setUp({
      reconnect: ({ retryCount, elapsedMs }) => {
        counts.push(retryCount, elapsedMs)
        return 1000
      },
    })
    await fail()
    await clock.advance(1000)
    await fail()
    await clock.advance(400)
    connection.reconnectNow()
    await settled()
    expect(opened).toHaveLength(3)
    await fail()
    expect(counts).toEqual([0, 0, 1, 1000, 0, 0])
    await clock.advance(1000)
    last().listener.onOpen()
    expect([connection.state, clock.pending]).toEqual(['open', 0])
  })

  it('leaves an attempt alone that is under way', async () => {
    const { clock, connection, fail, opened } = await setUp()
    await fail()
    await clock.advance(1000)
    connection.reconnectNow()
    await settled()
    expect(opened).toHaveLength(2)
  })

  it('tests a connection that is open', async () => {
    const { clock, connection, last } = await setUp({ heartbeat: true })
    connection.reconnectNow()
    connection.reconnectNow()
    expect(last().sent).toHaveLength(1)
    await clock.advance(40)
    expect(connection.state).toBe('reconnecting')
  })

  it('does nothing where there is no connection', async () => {
    const { clock, connection, connect, transitions } = fakeConnection({ heartbeat: true })
    connection.reconnectNow()
    expect(transitions).toEqual([])
    const connected = codeOf(connect())
    connection.reconnectNow()
    expect(transitions).toHaveLength(1)
    connection.disconnect()
    await connected
    connection.reconnectNow()
    expect([connection.state, clock.pending]).toEqual(['closed', 0])
  })
})

describe('the platform', () => {
  it.each([
    ['the page is shown again', 'visible'],
    ['the network is back', 'online'],
  ])('hurries the next attempt when %s', async (_, what) => {
    const { environment, fail, opened } = await setUp()
    await fail()
    environment.show('hidden')
    environment.dispatch('offline')
    await settled()
    expect(opened).toHaveLength(1)
    if (what === 'visible') environment.show('visible')
    else environment.dispatch('online')
    await settled()
    expect(opened).toHaveLength(2)
  })

  it.each(['visible', 'online', 'offline'])('makes sure of an open connection: %s', async (what) => {
    const { environment, last } = await setUp({ heartbeat: true })
    if (what === 'visible') environment.show(what)
    else environment.dispatch(what)
    expect(last().sent).toHaveLength(1)
  })

  it('is watched from connect until the connection is over', async () => {
    const { connection, connect, environment, fail } = await setUp()
    expect(environment.listenerCount).toBe(3)
    await fail()
    expect(environment.listenerCount).toBe(3)
    connection.disconnect()
    expect(environment.listenerCount).toBe(0)
    const connected = codeOf(connect())
    expect(environment.listenerCount).toBe(3)
    connection.disconnect()
    await connected
    expect(environment.listenerCount).toBe(0)
  })
})

describe('handlers', () => {
  it('hear every step in order, also of what they bring about themselves', async () => {
    const told: string[] = []
    const parts = fakeConnection({
      reconnect: everySecond,
      listener: {
        ...deafListener,
        moved: ({ to }) => {
          if (to === 'reconnecting') parts.connection.disconnect()
          if (to === 'closed' && told.length < 5) parts.connect().catch(() => {})
          told.push(to)
        },
      },
    })
    await parts.open()
    parts.last().listener.onClose(abnormal)
    await settled()
    expect(told).toEqual(['connecting', 'open', 'reconnecting', 'closed', 'connecting'])
    expect(parts.connection.state).toBe('connecting')
    parts.connection.disconnect()
    await settled()
    expect([parts.clock.pending, parts.opened.at(-1)?.ended]).toEqual([0, 'closed'])
  })

  it('may end a connection as it begins', async () => {
    const parts = fakeConnection({
      listener: {
        ...deafListener,
        moved: ({ to }) => {
          if (to === 'connecting') parts.connection.disconnect()
        },
      },
    })
    expect(await codeOf(parts.connect())).toBe('disconnected')
    await settled()
    expect([parts.opened, parts.clock.pending, parts.environment.listenerCount]).toEqual([[], 0, 0])
  })
})
