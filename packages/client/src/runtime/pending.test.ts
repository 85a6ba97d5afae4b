import { settled, VirtualClock } from '@party/protocol/virtual-clock'
import { describe, expect, it, vi } from 'vitest'
import { Pending } from './pending.ts'

function setUp(bounds: { timeoutMs?: number; signal?: AbortSignal } = {}) {
  const clock = new VirtualClock()
  const onSettled = vi.fn()
  const pending = new Pending<string>({
    clock,
    ...bounds,
    onTimeout: () => new Error('too late'),
    onAbort: (reason) => new Error(`aborted: ${reason}`),
    onSettled,
  })
  const ends: unknown[] = []
  pending.promise.then(
    (value) => ends.push(value),
    (error) => ends.push(error.message),
  )
  return { clock, pending, onSettled, ends }
}

describe('Pending', () => {
  it('ends with the first of several results', async () => {
    const { clock, pending, onSettled, ends } = setUp({ timeoutMs: 100 })
    pending.resolve('first')
    pending.resolve('second')
    pending.reject(new Error('third'))
    await clock.advance(200)
    expect(ends).toEqual(['first'])
    expect(onSettled).toHaveBeenCalledTimes(1)
  })

  it('ends when its time is up, not before', async () => {
    const { clock, ends } = setUp({ timeoutMs: 100 })
    await clock.advance(99)
    expect(ends).toEqual([])
    await clock.advance(1)
    expect(ends).toEqual(['too late'])
  })

  it('ends when its signal is aborted', async () => {
    const abort = new AbortController()
    const { ends } = setUp({ signal: abort.signal })
    abort.abort('enough')
    await settled()
    expect(ends).toEqual(['aborted: enough'])
  })

  it('has ended before it began when its signal was aborted already', async () => {
    const { clock, pending, onSettled, ends } = setUp({ timeoutMs: 100, signal: AbortSignal.abort('early') })
    expect(pending.settled).toBe(true)
    pending.resolve('late')
    await settled()
    expect(ends).toEqual(['aborted: early'])
    expect(onSettled).not.toHaveBeenCalled()
    expect(clock.pending).toBe(0)
  })

  it('leaves neither timer nor listener, however it ends', async () => {
    for (const end of ['resolve', 'reject', 'timeout', 'abort']) {
      const abort = new AbortController()
      const removed = vi.spyOn(abort.signal, 'removeEventListener')
      const { clock, pending } = setUp({ timeoutMs: 100, signal: abort.signal })
      if (end === 'resolve') pending.resolve('done')
      if (end === 'reject') pending.reject(new Error('failed'))
      if (end === 'timeout') await clock.advance(100)
      if (end === 'abort') abort.abort()
      expect(pending.settled, end).toBe(true)
      expect(clock.pending, end).toBe(0)
      expect(removed, end).toHaveBeenCalledTimes(1)
    }
  })

  it('sets no timer where there is no limit of time', () => {
    const { clock, pending } = setUp()
    expect(clock.pending).toBe(0)
    expect(pending.settled).toBe(false)
  })
})
