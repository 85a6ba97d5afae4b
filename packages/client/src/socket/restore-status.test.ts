import { settled } from '@party/protocol/virtual-clock'
import { describe, expect, it } from 'vitest'
import { connectedSocket } from '../../test/connected.ts'
import type { PartyClientOptions } from '../settings.ts'

/** A connection that was lost, to be made again. */
async function setUp(options: PartyClientOptions = {}) {
  const parts = await connectedSocket({ reconnect: () => 0, ...options })
  const { clock, server, sockets } = parts
  const reconnect = async () => {
    sockets.last().dispatch('close', { code: 1006 })
    await clock.advance(0)
    const next = sockets.last()
    next.dispatch('open')
    await settled()
    return { next, online: new URL(next.url).searchParams.get('status') }
  }
  return { ...parts, first: server, reconnect }
}

const presence = { user_id: 'u1', session_id: 's1', username: 'bo' }

describe('after a reconnect', () => {
  it('the status is as the game last set it', async () => {
    const { socket, answer, reconnect } = await setUp()
    await answer(socket.updateStatus('in the lobby'))
    const { next, online } = await reconnect()
    expect([online, next.requests]).toEqual([
      'false',
      [{ cid: expect.any(String), status_update: { status: 'in the lobby' } }],
    ])
  })

  it.each([
    ['an empty status', '', 'true'],
    ['to appear offline', null, 'false'],
  ])('%s is asked for with the connection', async (_, status, expected) => {
    const { socket, answer, reconnect } = await setUp()
    await answer(socket.updateStatus('before'))
    await answer(socket.updateStatus(status))
    const { next, online } = await reconnect()
    expect([online, next.requests]).toEqual([expected, []])
  })

  it('a player who set no status appears as connect was told', async () => {
    const { socket, session, reconnect } = await setUp()
    await socket.connect(session, true)
    expect((await reconnect()).online).toBe('true')
  })

  it('those the player follows are followed again, and it is told who of them is online', async () => {
    const { socket, answer, reconnect } = await setUp()
    const heard: string[][] = []
    socket.onStatusRestored(({ presences }) => heard.push(presences.map(({ username }) => username)))
    await answer(socket.followUsers({ userIds: ['u1', 'u2'], usernames: ['cy'] }), { status: {} })
    await answer(socket.unfollowUsers(['u2']))
    const { next } = await reconnect()
    expect(next.requests).toEqual([
      { cid: expect.any(String), status_follow: { user_ids: ['u1'], usernames: ['cy'] } },
    ])
    next.receive({ cid: next.requests[0]?.['cid'], status: { presences: [presence] } })
    await settled()
    expect(heard).toEqual([['bo']])
  })

  it('nothing is restored that the server has refused', async () => {
    const { socket, answer, refuse, reconnect } = await setUp()
    const refused = answer(
      socket.followUsers(['nobody']),
      refuse({ code: 3, message: 'Invalid user identifier' }),
    )
    await expect(refused).rejects.toMatchObject({ code: 'invalid_user_id' })
    expect((await reconnect()).next.requests).toEqual([])
  })

  it('an error is told as one that belongs to no call', async () => {
    const { socket, answer, reconnect } = await setUp()
    const errors: string[] = []
    socket.onError(({ code }) => errors.push(code))
    await answer(socket.updateStatus('hello'))
    const { next } = await reconnect()
    next.receive({ cid: next.requests[0]?.['cid'], error: { code: 0, message: 'no' } })
    await settled()
    expect(errors).toEqual(['server_error'])
  })

  it('what another loss interrupts is restored after it', async () => {
    const { socket, answer, reconnect } = await setUp()
    const errors: string[] = []
    socket.onError(({ code }) => errors.push(code))
    await answer(socket.updateStatus('hello'))
    await reconnect()
    expect((await reconnect()).next.requests).toHaveLength(1)
    expect(errors).toEqual([])
  })

  it('nothing is restored where the game does not want it', async () => {
    const { socket, answer, reconnect } = await setUp({ restoreStatus: false })
    await answer(socket.updateStatus('hello'))
    await answer(socket.followUsers(['u1']), { status: {} })
    const { next, online } = await reconnect()
    expect([online, next.requests]).toEqual(['false', []])
  })

  it('nothing is restored when the game itself connects anew', async () => {
    const { socket, session, sockets, answer } = await setUp()
    await answer(socket.updateStatus('hello'))
    socket.disconnect()
    const connected = socket.connect(session)
    await settled()
    sockets.last().dispatch('open')
    await connected
    await settled()
    expect(sockets.last().requests).toEqual([])
  })
})
