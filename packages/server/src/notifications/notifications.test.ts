import type { Notification } from '@party/protocol'
import { VirtualClock } from '@party/protocol/virtual-clock'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { systemRandom } from '../random.ts'
import { MemoryStore } from '../store/memory.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { NotificationService } from './notifications.ts'

let clock: VirtualClock
let store: MemoryStore
let delivered: [string, Notification][]
let notifications: NotificationService
beforeEach(() => {
  clock = new VirtualClock(Date.UTC(2030, 0, 1, 0, 0, 0, 789))
  store = new MemoryStore()
  delivered = []
  notifications = new NotificationService({
    store,
    clock,
    random: systemRandom,
    deliver: (userId, notification) => delivered.push([userId, notification]),
  })
})

const gift = { subject: 'A gift', content: { coins: 5 }, code: 1 }

describe('sending', () => {
  it('delivers at once, to the second and with the content as text', async () => {
    const sent = await notifications.send('ada', gift)
    expect(delivered).toEqual([['ada', sent]])
    expect(sent).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      subject: 'A gift',
      content: '{"coins":5}',
      code: 1,
      senderId: '00000000-0000-0000-0000-000000000000',
      createTime: new Date(Date.UTC(2030, 0, 1)),
      persistent: false,
    })
    expect((await notifications.list('ada', 100, '')).notifications).toEqual([])
  })

  it('keeps what is persistent, and lists it without a sender when it was the server', async () => {
    const [fromServer, fromBo] = [
      await notifications.send('ada', { ...gift, persistent: true }),
      await notifications.send('ada', { ...gift, persistent: true, senderId: 'id-of-bo' }),
    ]
    expect(delivered).toHaveLength(2)
    expect((await notifications.list('ada', 100, '')).notifications).toEqual([
      { ...fromServer, senderId: '' },
      fromBo,
    ])
  })

  it('refuses what Nakama would refuse, and delivers nothing then', async () => {
    await expect(notifications.send('ada', { ...gift, subject: '' })).rejects.toThrow(RangeError)
    for (const code of [0, -7, 1.5, Number.NaN]) {
      await expect(notifications.send('ada', { ...gift, code })).rejects.toThrow(RangeError)
    }
    expect(delivered).toEqual([])
  })

  it('delivers nothing that could not be kept', async () => {
    store.addNotification = () => Promise.reject(new Error('disk full'))
    await expect(notifications.send('ada', { ...gift, persistent: true })).rejects.toThrow('disk full')
    expect(delivered).toEqual([])
  })

  it("composes the server's own, of any code and without a sender, and sends nothing", () => {
    const kick = notifications.compose({ subject: 'single_socket', content: {}, code: -7 })
    expect(kick).toMatchObject({ code: -7, content: '{}', senderId: '', persistent: false })
    expect(delivered).toEqual([])
  })
})

describe('listing', () => {
  const subjects = async (limit: number, cursor: string) => {
    const page = await notifications.list('ada', limit, cursor)
    return { subjects: page.notifications.map(({ subject }) => subject), cursor: page.cacheableCursor }
  }
  const keep = (subject: string) => notifications.send('ada', { ...gift, subject, persistent: true })

  it('goes on where the cursor stands, and the last cursor finds what comes later', async () => {
    for (const subject of ['1', '2', '3']) await keep(subject)
    const first = await subjects(2, '')
    const second = await subjects(2, first.cursor)
    const third = await subjects(2, second.cursor)
    expect([first.subjects, second.subjects, third.subjects]).toEqual([['1', '2'], ['3'], []])
    await keep('4')
    expect((await subjects(2, third.cursor)).subjects).toEqual(['4'])
  })

  it('always gives a cursor, for an empty list too', async () => {
    const { cursor } = await subjects(1, '')
    expect(cursor).not.toBe('')
    await keep('1')
    expect((await subjects(1, cursor)).subjects).toEqual(['1'])
  })

  it('goes on from a cursor whose notification is deleted', async () => {
    const { id } = await keep('1')
    await keep('2')
    const { cursor } = await subjects(1, '')
    await notifications.delete('ada', [id])
    expect((await subjects(1, cursor)).subjects).toEqual(['2'])
  })

  it.each([0, -1, 101])('refuses the limit %d', async (limit) => {
    await expect(notifications.list('ada', limit, '')).rejects.toMatchObject({
      grpcCode: 3,
      message: 'Invalid limit - limit must be between 1 and 100.',
    })
  })

  it.each(['x', '!', 'bm90aWZpY2F0aW9uOng', btoa('notification:1.5'), btoa('42')])(
    'fails for the cursor %j as Nakama does',
    async (cursor) => {
      await expect(notifications.list('ada', 1, cursor)).rejects.toMatchObject({
        grpcCode: 13,
        message: 'Error retrieving notifications.',
      })
    },
  )

  it('only takes cursors it has given', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (position) => {
        expect(decodeCursor(encodeCursor(position))).toBe(position)
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        const position = decodeCursor(text)
        expect(position === undefined || encodeCursor(position) === text).toBe(true)
      }),
    )
  })
})
