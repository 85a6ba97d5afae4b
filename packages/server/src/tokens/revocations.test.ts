import { VirtualClock } from '@party/protocol/virtual-clock'
import { describe, expect, it } from 'vitest'
import { Revocations } from './revocations.ts'

const lifeMs = 3_600_000

function at(clock: VirtualClock, userId: string, tokenId: string) {
  return { userId, tokenId, issuedAtSec: Math.floor(clock.now() / 1_000) }
}

describe('revocations', () => {
  it('are remembered for as long as the tokens could live', async () => {
    const clock = new VirtualClock(0)
    const revocations = new Revocations(clock, lifeMs)
    const token = at(clock, 'ada', 't1')
    revocations.revokeSession(token)
    await clock.advance(lifeMs - 1)
    revocations.revokeSession(at(clock, 'bo', 't2'))
    expect(revocations.hasSession(token)).toBe(true)
  })

  it('are forgotten after that, so that they do not pile up', async () => {
    const clock = new VirtualClock(0)
    const revocations = new Revocations(clock, lifeMs)
    for (let user = 0; user < 100; user++) {
      for (let hour = 0; hour < 3; hour++) revocations.revokeSession(at(clock, `user-${user}`, `t-${hour}`))
      revocations.revokeAll(`user-${user}`)
      revocations.noteIssued(at(clock, `user-${user}`, 'later'))
    }
    expect(revocations.size).toBe(100)
    await clock.advance(lifeMs)
    revocations.revokeAll('ada')
    expect(revocations.size).toBe(1)
    expect(clock.pending).toBe(0)
  })

  it('leave alone what is issued later though the clock was set back', () => {
    const clock = new VirtualClock(10_000)
    const revocations = new Revocations(clock, lifeMs)
    revocations.revokeAll('ada')
    const later = { userId: 'ada', tokenId: 't1', issuedAtSec: 7 }
    expect(revocations.hasSession(later)).toBe(true)
    revocations.noteIssued(later)
    expect(revocations.hasSession(later)).toBe(false)
  })
})
