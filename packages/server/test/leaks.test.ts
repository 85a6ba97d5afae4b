import { describe, expect, it } from 'vitest'
import { testServer } from './raw-player.ts'

const nothing = { sessions: [], parties: [], tickets: [], ticketCount: 0, followers: [] }

describe('what players leave behind', () => {
  it('is nothing after a thousand connects and disconnects', async () => {
    const { server, clock, host, authenticate } = testServer()
    const token = await authenticate('ada')
    for (let round = 0; round < 10; round++) {
      const sockets = Array.from(
        { length: 100 },
        () => new host.WebSocket(`ws://memory/ws?status=true&token=${token}`),
      )
      while (sockets.some((socket) => socket.readyState === socket.CONNECTING)) await clock.advance(0)
      for (const [n, socket] of sockets.entries()) {
        socket.send(JSON.stringify({ party_create: { open: true, max_size: 2, label: `{"n":${n}}` } }))
        socket.send(
          JSON.stringify({ matchmaker_add: { min_count: 2, max_count: 2, query: '+properties.x:y' } }),
        )
      }
      await clock.advance(0)
      expect(server.inspect().parties).toHaveLength(100)
      for (const socket of sockets) socket.close()
      await clock.advance(0)
      expect(server.inspect()).toEqual(nothing)
    }
    await clock.advance(60_000)
    expect(clock.pending).toBe(0)
  })

  it('is nothing after a half-open peer', async () => {
    const { server, clock, connect } = testServer()
    const ada = await connect('ada', { online: true })
    ada.send({ party_create: { open: true, max_size: 0 } })
    ada.socket.answersPings = false
    await clock.advance(60_000)
    expect(ada.closed).toBeDefined()
    expect(server.inspect()).toEqual(nothing)
    expect(clock.pending).toBe(0)
  })

  it('is nothing after the server has closed', async () => {
    const { server, clock, connect } = testServer()
    const ada = await connect('ada', { online: true })
    ada.send({ party_create: { open: true, max_size: 0 } })
    ada.send({ matchmaker_add: { min_count: 2, max_count: 2, query: '*' } })
    await clock.advance(0)
    await server.close()
    await clock.advance(0)
    expect(ada.closed).toMatchObject({ code: 1000, reason: 'server shutting down' })
    expect(server.inspect()).toEqual(nothing)
    expect(clock.pending).toBe(0)
  })
})
