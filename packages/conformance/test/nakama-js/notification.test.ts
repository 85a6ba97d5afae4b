import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { adapters, Game } from './game.fixture.ts'

describe.each(adapters)('a notification, with nakama-js and its %s adapter', (_, adapter) => {
  let game: Game
  beforeEach(async () => {
    game = await Game.open()
  })
  afterEach(() => game.close())

  it('arrives at every connection of the user it is for', async () => {
    const ada = await game.enter('ada', adapter)
    const adaElsewhere = await game.connect(ada.session, adapter)
    const bo = await game.enter('bo', adapter)
    await bo.forget()
    await game.server.notifications.send(ada.id, { subject: 'gift', content: { gold: 5 }, code: 1 })
    for (const player of [ada, adaElsewhere]) {
      expect(await player.next('onnotification')).toMatchObject({
        subject: 'gift',
        content: { gold: 5 },
        code: 1,
      })
    }
    expect(await bo.unread()).toEqual([])
  })
})

describe('notifications, with nakama-js', () => {
  let game: Game
  beforeEach(async () => {
    game = await Game.open()
  })
  afterEach(() => game.close())

  it('are listed page by page and deleted, if they are kept', async () => {
    const session = await game.authenticate('ada')
    const send = (subject: string, persistent: boolean) =>
      game.server.notifications.send(session.user_id ?? '', { subject, content: {}, code: 1, persistent })
    await send('first', true)
    await send('passing', false)
    await send('second', true)

    const page = await game.client.listNotifications(session, 1)
    expect(page.notifications).toMatchObject([{ subject: 'first', content: {}, persistent: true }])
    const rest = await game.client.listNotifications(session, 10, page.cacheable_cursor)
    expect(rest.notifications).toMatchObject([{ subject: 'second' }])

    const ids = page.notifications?.flatMap(({ id }) => id ?? []) ?? []
    expect(await game.client.deleteNotifications(session, ids)).toBe(true)
    expect((await game.client.listNotifications(session, 10)).notifications).toMatchObject([
      { subject: 'second' },
    ])
  })

  it('that come after a listing are found with its cursor', async () => {
    const session = await game.authenticate('ada')
    const { cacheable_cursor } = await game.client.listNotifications(session, 10)
    await game.server.notifications.send(session.user_id ?? '', {
      subject: 'new',
      content: {},
      code: 1,
      persistent: true,
    })
    expect((await game.client.listNotifications(session, 10, cacheable_cursor)).notifications).toMatchObject([
      { subject: 'new' },
    ])
  })
})
