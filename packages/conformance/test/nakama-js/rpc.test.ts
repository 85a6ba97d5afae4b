import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { adapters, Game } from './game.fixture.ts'

describe.each(adapters)('an RPC over a socket, with nakama-js and its %s adapter', (_, adapter) => {
  let game: Game
  beforeEach(async () => {
    game = await Game.open()
    game.server.rpc.register('greet', ({ user }, payload) => `hello ${user?.username}, ${payload}`)
  })
  afterEach(() => game.close())

  it('is answered by the function of that name', async () => {
    const ada = await game.enter('ada', adapter)
    const { id, payload } = await ada.socket.rpc('greet', 'you sent this')
    expect({ id, payload }).toEqual({ id: 'greet', payload: `hello ${ada.session.username}, you sent this` })
  })

  it('is refused when there is no such function', async () => {
    const ada = await game.enter('ada', adapter)
    await expect(ada.socket.rpc('nothing', '{}')).rejects.toMatchObject({
      code: 6,
      message: 'RPC function not found',
    })
  })
})

describe('an RPC over HTTP, with nakama-js', () => {
  let game: Game
  beforeEach(async () => {
    game = await Game.open()
    game.server.rpc.register('echo', ({ user, query }, payload) =>
      JSON.stringify({ payload, query, by: user?.username ?? 'the backend' }),
    )
  })
  afterEach(() => game.close())

  it('is called by a player', async () => {
    const session = await game.authenticate('ada')
    const { payload } = await game.client.rpc(session, 'echo', { number: 21 })
    expect(payload).toEqual({ payload: '{"number":21}', query: {}, by: session.username })
  })

  it("is called by a game's backend, whose input nakama-js puts into the URL, where it is no payload", async () => {
    const { payload } = await game.client.rpcHttpKey('defaulthttpkey', 'echo', { number: 4 })
    expect(payload).toEqual({ payload: '', query: { payload: ['{"number":4}'] }, by: 'the backend' })
  })

  it('is refused with a wrong key', async () => {
    await expect(game.client.rpcHttpKey('wrong', 'echo')).rejects.toMatchObject({ status: 401 })
  })
})
