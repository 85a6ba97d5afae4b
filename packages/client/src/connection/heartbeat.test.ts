import { describe, expect, it } from 'vitest'
import { type FakeConnectionOptions, fakeConnection } from '../../test/fake-connection.ts'

/** An open connection that is tested every 100 ms, and dead after 40 ms of silence. */
async function setUp(options: FakeConnectionOptions = {}) {
  const parts = fakeConnection({ heartbeat: true, ...options })
  await parts.open()
  const answer = (reply: object = { pong: {} }) => {
    parts.last().receive({ cid: parts.last().cids.at(-1), ...reply })
  }
  const pings = () => parts.last().sent.length
  return { ...parts, answer, pings }
}

describe('a heartbeat', () => {
  it('pings an interval after the answer to the ping before', async () => {
    const { clock, pings, answer } = await setUp()
    await clock.advance(99)
    expect(pings()).toBe(0)
    await clock.advance(1)
    expect(pings()).toBe(1)
    await clock.advance(30)
    answer()
    await clock.advance(99)
    expect(pings()).toBe(1)
    await clock.advance(1)
    expect(pings()).toBe(2)
  })

  it('reports a peer that stays silent, once, and stops', async () => {
    const { clock, pings, steps } = await setUp()
    await clock.advance(1000)
    expect(steps().at(-1)).toBe('open -> closed (heartbeat_timeout)')
    expect([pings(), clock.pending]).toEqual([1, 0])
  })

  it('takes a refusal as a sign of life', async () => {
    const { clock, connection, pings, answer } = await setUp()
    await clock.advance(100)
    answer({ error: { code: 1, message: 'Unrecognized message.' } })
    await clock.advance(100)
    expect([pings(), connection.state]).toEqual([2, 'open'])
  })

  it('leaves no timer when the connection ends, and ignores an answer that comes at the same time', async () => {
    const { clock, connection, pings, answer } = await setUp()
    await clock.advance(100)
    answer()
    connection.disconnect()
    await clock.advance(1000)
    expect([clock.pending, pings()]).toEqual([0, 1])
  })

  it('takes silence on a connection that has ended meanwhile for nothing', async () => {
    const { clock, connection, steps, open, pings } = await setUp()
    await clock.advance(139)
    connection.disconnect()
    await open()
    await clock.advance(99)
    expect([steps().at(-1), pings()]).toEqual(['connecting -> open (connected)', 0])
  })

  it('has one ping under way at a time, however often it is hurried', async () => {
    const { connection, pings } = await setUp()
    connection.reconnectNow()
    connection.reconnectNow()
    expect(pings()).toBe(1)
  })

  it('pings up to a tenth of the interval earlier, by chance', async () => {
    const { clock, pings } = await setUp({ random: () => 1 })
    await clock.advance(89)
    expect(pings()).toBe(0)
    await clock.advance(1)
    expect(pings()).toBe(1)
  })
})
