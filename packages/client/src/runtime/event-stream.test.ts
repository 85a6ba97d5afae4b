import { describe, expect, it, vi } from 'vitest'
import { EventStream } from './event-stream.ts'

describe('EventStream', () => {
  it('gives out what arrived before it was asked, in order', async () => {
    const stream = new EventStream<number>(undefined)
    stream.push(1)
    stream.push(2)
    expect(await stream.next()).toEqual({ done: false, value: 1 })
    expect(await stream.next()).toEqual({ done: false, value: 2 })
  })

  it('gives what arrives to those who wait, first come, first served', async () => {
    const stream = new EventStream<number>(undefined)
    const first = stream.next()
    const second = stream.next()
    stream.push(1)
    stream.push(2)
    expect([(await first).value, (await second).value]).toEqual([1, 2])
  })

  it('ends after what had arrived, and tells whoever waits', async () => {
    const stream = new EventStream<number>(undefined)
    stream.push(1)
    stream.end()
    stream.push(2)
    expect(await stream.next()).toEqual({ done: false, value: 1 })
    expect(await stream.next()).toEqual({ done: true, value: undefined })

    const waiting = new EventStream<number>(undefined)
    const next = waiting.next()
    waiting.end()
    expect(await next).toEqual({ done: true, value: undefined })
  })

  it('takes its handlers back when the loop is left', async () => {
    const stream = new EventStream<number>(undefined)
    const undo = vi.fn()
    stream.endWith(undo)
    stream.push(1)
    stream.push(2)
    for await (const number of stream) {
      expect(number).toBe(1)
      break
    }
    expect(undo).toHaveBeenCalledTimes(1)
    expect(await stream.next()).toEqual({ done: true, value: undefined })
  })

  it('ends at once when its signal is aborted, even before it began', async () => {
    const abort = new AbortController()
    const stream = new EventStream<number>(abort.signal)
    const undo = vi.fn()
    stream.endWith(undo)
    stream.push(1)
    abort.abort()
    expect(undo).toHaveBeenCalledTimes(1)
    expect((await stream.next()).done).toBe(true)

    const late = new EventStream<number>(abort.signal)
    const lateUndo = vi.fn()
    late.endWith(lateUndo)
    expect(lateUndo).toHaveBeenCalledTimes(1)
    expect((await late.next()).done).toBe(true)
  })
})
