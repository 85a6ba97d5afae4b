import { type LiveParty, PartyClient } from '@party/client'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { behindMsw } from './msw.ts'

const worker = setupServer()
beforeAll(() => worker.listen())
afterAll(() => worker.close())

it('serves a game that uses the platform’s own network', async () => {
  const socket = new PartyClient().createSocket()
  let party: LiveParty | undefined
  const game = {
    async start() {
      await socket.connect(
        await new PartyClient().authenticateDevice('device-of-ada'),
      )
      party = await socket.createParty({ open: true, maxSize: 4 })
    },
    roster: () => party?.members.map(({ username }) => username) ?? [],
  }
  const env = await behindMsw(worker, game)
  expect(game.roster()).toContain('bo')
  socket.disconnect()
  await env.close()
})
