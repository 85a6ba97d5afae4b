import { VirtualClock } from '@party/protocol/virtual-clock'
import { describe, expect, it } from 'vitest'
import { DeadlineQueue } from './liveness.ts'

function queue(delayMs = 100) {
  const clock = new VirtualClock(0)
  const due: string[] = []
  const deadlines = new DeadlineQueue<string>(clock, delayMs, (item) => due.push(`${item}@${clock.now()}`))
  return { clock, due, deadlines }
}

describe('a deadline', () => {
  it('falls due a constant time after the last touch', async () => {
    const { clock, due, deadlines } = queue()
    deadlines.touch('a')
    await clock.advance(60)
    deadlines.touch('b')
    deadlines.touch('a')
    await clock.advance(1000)
    expect(due).toEqual(['b@160', 'a@160'])
  })

  it('that is forgotten never falls due and leaves no timer', async () => {
    const { clock, due, deadlines } = queue()
    deadlines.touch('a')
    deadlines.forget('a')
    expect(clock.pending).toBe(0)
    await clock.advance(1000)
    expect(due).toEqual([])
  })

  it('can be set again while it falls due, which is how a period is made', async () => {
    const clock = new VirtualClock(0)
    const at: number[] = []
    const deadlines: DeadlineQueue<string> = new DeadlineQueue(clock, 100, (item) => {
      at.push(clock.now())
      if (at.length < 3) deadlines.touch(item)
    })
    deadlines.touch('a')
    await clock.advance(1000)
    expect(at).toEqual([100, 200, 300])
    expect(clock.pending).toBe(0)
  })

  it('of a thousand items costs one timer', async () => {
    const { clock, due, deadlines } = queue()
    for (let i = 0; i < 1000; i++) deadlines.touch(`item ${i}`)
    expect(clock.pending).toBe(1)
    await clock.advance(100)
    expect(due).toHaveLength(1000)
    expect(clock.pending).toBe(0)
  })
})
