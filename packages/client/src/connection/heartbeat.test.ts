import { VirtualClock } from '@party/protocol/virtual-clock'
import { describe, expect, it, vi } from 'vitest'
import { realtimeError, timeoutError } from '../error.ts'
import { createHeartbeat } from './heartbeat.ts'

function setUp(ping: () => Promise<unknown>, random = () => 0) {
  const clock = new VirtualClock()
  const onDead = vi.fn()
  const pings = vi.fn(ping)
  const heartbeat = createHeartbeat({ clock, random, intervalMs: 100, ping: pings, onDead })
  heartbeat.start()
  return { clock, heartbeat, pings, onDead }
}

const silence = () => Promise.reject(timeoutError(40, { operation: 'ping' }))

describe('a heartbeat', () => {
  it('pings an interval after the answer to the ping before', async () => {
    const { clock, pings, onDead } = setUp(() => Promise.resolve())
    await clock.advance(99)
    expect(pings).toHaveBeenCalledTimes(0)
    await clock.advance(1)
    expect(pings).toHaveBeenCalledTimes(1)
    await clock.advance(100)
    expect(pings).toHaveBeenCalledTimes(2)
    expect(onDead).not.toHaveBeenCalled()
  })

  it('reports a peer that stays silent, once, and stops', async () => {
    const { clock, pings, onDead } = setUp(silence)
    await clock.advance(1000)
    expect(onDead).toHaveBeenCalledTimes(1)
    expect(pings).toHaveBeenCalledTimes(1)
    expect(clock.pending).toBe(0)
  })

  it('takes a refusal as a sign of life', async () => {
    const refusal = realtimeError({ code: 1, message: 'Unrecognized message.', context: {} })
    const { clock, pings, onDead } = setUp(() => Promise.reject(refusal))
    await clock.advance(200)
    expect(pings).toHaveBeenCalledTimes(2)
    expect(onDead).not.toHaveBeenCalled()
  })

  it('leaves no timer when it stops, and ignores an answer that comes later', async () => {
    let answer = () => {}
    const { clock, heartbeat, onDead } = setUp(() => new Promise<void>((resolve) => (answer = resolve)))
    await clock.advance(100)
    heartbeat.stop()
    answer()
    await clock.advance(1000)
    expect(clock.pending).toBe(0)
    expect(onDead).not.toHaveBeenCalled()
  })

  it('runs once, however often it is started', async () => {
    const { clock, heartbeat, pings } = setUp(() => Promise.resolve())
    heartbeat.start()
    heartbeat.start()
    await clock.advance(100)
    expect(pings).toHaveBeenCalledTimes(1)
  })

  it('pings up to a tenth of the interval earlier, by chance', async () => {
    const { clock, pings } = setUp(
      () => Promise.resolve(),
      () => 1,
    )
    await clock.advance(90)
    expect(pings).toHaveBeenCalledTimes(1)
  })
})
