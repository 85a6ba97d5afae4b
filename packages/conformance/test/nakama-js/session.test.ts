import { Session } from '@heroiclabs/nakama-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { adapters, Game } from './game.fixture.ts'

/** nakama-js rejects with the `Response` itself, so what the server said is in its body. */
async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  const response = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(response instanceof Response)) throw new Error('the call should be refused by the server')
  return { status: response.status, ...((await response.json()) as object) }
}

describe('sessions, with nakama-js', () => {
  let game: Game
  beforeEach(async () => {
    game = await Game.open()
  })
  afterEach(() => game.close())

  it('are given for a custom id, a device id and an e-mail address', async () => {
    const { client } = game
    const custom = await client.authenticateCustom('custom-id-1', true, 'ada')
    const device = await client.authenticateDevice('device-id-0001', true, 'bo')
    const email = await client.authenticateEmail('cy@example.com', 'long enough', true, 'cy')
    expect([custom, device, email].map(({ created, username }) => ({ created, username }))).toEqual([
      { created: true, username: 'ada' },
      { created: true, username: 'bo' },
      { created: true, username: 'cy' },
    ])
    expect(new Set([custom.user_id, device.user_id, email.user_id]).size).toBe(3)

    const again = await client.authenticateEmail('cy@example.com', 'long enough')
    expect(again).toMatchObject({ created: false, username: 'cy', user_id: email.user_id })
  })

  it('are refused to who is unknown or gives the wrong password', async () => {
    const { client } = game
    expect(await refusalOf(client.authenticateCustom('nobody-here', false))).toEqual({
      status: 404,
      code: 5,
      message: 'User account not found.',
    })
    await client.authenticateEmail('cy@example.com', 'long enough', true)
    expect(await refusalOf(client.authenticateEmail('cy@example.com', 'wrong enough', false))).toEqual({
      status: 401,
      code: 16,
      message: 'Invalid credentials.',
    })
    expect(await refusalOf(client.authenticateDevice('short', true))).toEqual({
      status: 400,
      code: 3,
      message: 'Device ID invalid, must be 10-128 bytes.',
    })
  })

  it('carry the variables they were asked for with, also after a refresh', async () => {
    const session = await game.client.authenticateCustom('custom-id-1', true, 'ada', { region: 'eu' })
    expect(session.vars).toEqual({ region: 'eu' })
    const refreshed = await game.client.sessionRefresh(session)
    expect(refreshed.vars).toEqual({ region: 'eu' })
    expect((await game.client.sessionRefresh(session, { region: 'us' })).vars).toEqual({ region: 'us' })
  })

  it('last longer once they are refreshed', async () => {
    const session = await game.authenticate('ada')
    const before = { token: session.token, expires: session.expires_at ?? 0 }
    await game.clock.advance(30_000)
    const refreshed = await game.client.sessionRefresh(session)
    expect(refreshed).toBe(session)
    expect(session.token).not.toBe(before.token)
    expect(session.expires_at).toBe(before.expires + 30)
  })

  it('are over once they are logged out', async () => {
    const session = await game.authenticate('ada')
    const { token, refresh_token } = session
    expect(await game.client.sessionLogout(session, token, refresh_token)).toBe(true)
    const stale = Session.restore(token, refresh_token)
    expect(await refusalOf(game.client.sessionRefresh(stale))).toMatchObject({ status: 401, code: 16 })
    expect(await refusalOf(game.client.listNotifications(stale))).toEqual({
      status: 401,
      code: 16,
      message: 'Auth token invalid',
    })
  })

  it('are refreshed by themselves before a call, if they last as long as Nakama lets them by default', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const brief = await Game.open({ session: {} })
    const session = await brief.authenticate('ada')
    const { token } = session
    await brief.clock.advance(1_000)
    await brief.client.listNotifications(session)
    expect(session.token).not.toBe(token)
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('Session lifetime too short'))
    warn.mockRestore()
    await brief.close()
  })

  it('cannot be refreshed after their time', async () => {
    const session = await game.authenticate('ada')
    await game.clock.advance(10_801_000)
    expect(await refusalOf(game.client.sessionRefresh(session))).toEqual({
      status: 401,
      code: 16,
      message: 'Refresh token invalid or expired.',
    })
  })
})

describe.each(adapters)('a connection, with nakama-js and its %s adapter', (_, adapter) => {
  let game: Game
  beforeEach(async () => {
    game = await Game.open()
  })
  afterEach(() => game.close())

  it('outlasts the heartbeats of nakama-js', async () => {
    const ada = await game.enter('ada', adapter)
    let missed = false
    ada.socket.onheartbeattimeout = () => {
      missed = true
    }
    for (let beat = 0; beat < 3; beat++) {
      await ada.ping()
      await vi.advanceTimersByTimeAsync(ada.socket.getHeartbeatTimeoutMs())
    }
    expect(missed).toBe(false)
    await ada.ping()
  })

  it('tells of its end', async () => {
    const ada = await game.enter('ada', adapter)
    await game.server.close()
    await ada.next('ondisconnect')
  })
})
