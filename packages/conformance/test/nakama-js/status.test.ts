import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { adapters, Game, type Player, usersOf } from './game.fixture.ts'

describe.each(adapters)('status, with nakama-js and its %s adapter', (_, adapter) => {
  let game: Game
  let ada: Player
  let bo: Player

  beforeEach(async () => {
    game = await Game.open()
    ada = await game.enter('ada', adapter)
    bo = await game.enter('bo', adapter, false)
    await ada.forget()
  })
  afterEach(() => game.close())

  it('of those who are online is in the answer to following them', async () => {
    const { presences } = await bo.socket.followUsers([ada.id])
    expect(presences).toMatchObject([{ user_id: ada.id, username: ada.session.username, status: '' }])
    // Nakama leaves an empty list out, and the text adapter does not put it back.
    expect(usersOf((await ada.socket.followUsers([bo.id])).presences)).toEqual([])
  })

  it('is told to followers when it changes and when it ends', async () => {
    await bo.socket.followUsers([ada.id])
    await ada.socket.updateStatus('Join my party')
    expect(await bo.next('onstatuspresence')).toMatchObject({
      joins: [{ user_id: ada.id, status: 'Join my party' }],
      leaves: [{ user_id: ada.id, status: '' }],
    })
    await ada.socket.updateStatus(undefined)
    expect(usersOf((await bo.next('onstatuspresence')).leaves)).toEqual([ada.id])
  })

  it('is told to the player it belongs to', async () => {
    await ada.socket.updateStatus('here')
    expect((await ada.next('onstatuspresence')).joins).toMatchObject([{ user_id: ada.id, status: 'here' }])
  })

  it('is told no more once it is not followed', async () => {
    await bo.socket.followUsers([ada.id])
    await bo.socket.unfollowUsers([ada.id])
    await ada.socket.updateStatus('unseen')
    expect(await bo.unread()).toEqual([])
  })

  it('ends with the connection', async () => {
    await bo.socket.followUsers([ada.id])
    ada.socket.disconnect(false)
    expect(usersOf((await bo.next('onstatuspresence')).leaves)).toEqual([ada.id])
  })

  it('does not begin for a player who does not appear online', async () => {
    await ada.socket.followUsers([bo.id])
    const again = await game.connect(bo.session, adapter, false)
    expect(await ada.unread()).toEqual([])
    await again.socket.updateStatus('now')
    expect(usersOf((await ada.next('onstatuspresence')).joins)).toEqual([bo.id])
  })
})
