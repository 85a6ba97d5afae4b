import { describe, expect, it } from 'vitest'
import { player } from '../party/player.fixture.ts'
import { StatusBoard } from './status-board.ts'

const [ada, bo] = [player('ada'), player('bo')]

function board(...online: ReturnType<typeof player>[]) {
  const status = new StatusBoard()
  for (const presence of online) status.sessionStarted(presence)
  return status
}

describe('a status', () => {
  it('is seen by its own user from the start', () => {
    expect(board(ada).update(ada, '')).toEqual({
      to: [ada.sessionId],
      message: { case: 'statusPresenceEvent', value: { joins: [{ ...ada, status: '' }], leaves: [] } },
    })
  })

  it('that replaces another is one event in which the old one leaves', () => {
    const status = board(ada)
    status.update(ada, 'in the lobby')
    expect(status.update(ada, 'in a match')?.message.value).toEqual({
      joins: [{ ...ada, status: 'in a match' }],
      leaves: [{ ...ada, status: 'in the lobby' }],
    })
  })

  it('taken away leaves; taken away twice is no event', () => {
    const status = board(ada)
    status.update(ada, 'here')
    expect(status.update(ada, undefined)?.message.value).toEqual({
      joins: [],
      leaves: [{ ...ada, status: 'here' }],
    })
    expect(status.update(ada, undefined)).toBeUndefined()
  })

  it('is shown by each session of a user on its own', () => {
    const tablet = { ...ada, sessionId: 'session-ada-2' }
    const status = board(ada, tablet, bo)
    status.update(ada, 'phone')
    status.update(tablet, 'tablet')
    expect(status.follow(bo, [ada.userId]).map((presence) => presence.status)).toEqual(['phone', 'tablet'])
    expect(status.sessionEnded(ada)).toMatchObject({ to: [tablet.sessionId, bo.sessionId] })
  })
})

describe('a follower', () => {
  it('learns who is online, and hears of every change until it stops following', () => {
    const status = board(ada, bo)
    status.update(ada, 'here')
    expect(status.follow(bo, [ada.userId])).toEqual([{ ...ada, status: 'here' }])
    expect(status.update(ada, 'there')?.to).toEqual([ada.sessionId, bo.sessionId])
    status.unfollow(bo, [ada.userId])
    expect(status.update(ada, 'nowhere')?.to).toEqual([ada.sessionId])
  })

  it('of somebody offline hears when that one comes online', () => {
    const status = board(bo)
    expect(status.follow(bo, [ada.userId])).toEqual([])
    status.sessionStarted(ada)
    expect(status.update(ada, '')?.to).toEqual([bo.sessionId, ada.sessionId])
  })

  it('is told nothing about itself and cannot stop following itself', () => {
    const status = board(ada)
    status.update(ada, 'here')
    expect(status.follow(ada, [ada.userId])).toEqual([])
    status.unfollow(ada, [ada.userId])
    expect(status.followersOf(ada.userId)).toEqual([ada.sessionId])
  })

  it('that has gone leaves nothing behind', () => {
    const status = board(ada, bo)
    status.follow(bo, [ada.userId])
    status.sessionEnded(bo)
    expect(status.followersOf(ada.userId)).toEqual([ada.sessionId])
    expect(status.followersOf(bo.userId)).toEqual([])
  })
})
