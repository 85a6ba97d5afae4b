import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullJitter, type ReconnectAttempt } from './reconnect-policy.ts'

const first: ReconnectAttempt = {
  retryCount: 0,
  elapsedMs: 0,
  code: 'connection_lost',
  reason: '',
  random: 0.5,
}
const longest = 1 - Number.EPSILON

describe('the default policy', () => {
  it('doubles the longest wait with every attempt, up to a cap', () => {
    const policy = fullJitter()
    const waits = [0, 1, 2, 3, 4, 5, 6, 50].map((retryCount) =>
      Math.ceil(policy({ ...first, retryCount, random: longest }) ?? 0),
    )
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000])
  })

  it('draws each wait from the whole range, nothing included', () => {
    const policy = fullJitter()
    expect(policy({ ...first, retryCount: 3, random: 0 })).toBe(0)
    expect(policy({ ...first, retryCount: 3, random: 0.5 })).toBe(2000)
  })

  it('gives up after five minutes without a connection', () => {
    const policy = fullJitter()
    expect(policy({ ...first, elapsedMs: 299_999 })).toBe(250)
    expect(policy({ ...first, elapsedMs: 300_000 })).toBeNull()
  })

  it('takes other waits', () => {
    const policy = fullJitter({ baseMs: 10, capMs: 25, giveUpAfterMs: 1000 })
    const waitAt = (retryCount: number) => policy({ ...first, retryCount, random: longest }) ?? 0
    expect([0, 1, 2].map((retryCount) => Math.ceil(waitAt(retryCount)))).toEqual([10, 20, 25])
    expect(policy({ ...first, elapsedMs: 1000 })).toBeNull()
  })

  it('whatever the attempt: null, or a wait from 0 up to the cap', () => {
    const attempt = fc.record({
      retryCount: fc.nat(),
      elapsedMs: fc.nat({ max: 400_000 }),
      random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    })
    fc.assert(
      fc.property(attempt, (drawn) => {
        const waitMs = fullJitter()({ ...first, ...drawn })
        if (drawn.elapsedMs >= 300_000) return waitMs === null
        return waitMs !== null && waitMs >= 0 && waitMs < 15_000
      }),
    )
  })
})
