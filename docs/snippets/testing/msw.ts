import { createTestEnvironment } from '@party/testing'
import type { SetupServer } from 'msw/node'

// What a game does that knows nothing of any test: it uses the platform's own fetch and WebSocket.
type Game = { start(): Promise<void>; roster(): readonly string[] }

export async function behindMsw(worker: SetupServer, game: Game) {
  // #region msw
  const env = await createTestEnvironment({
    backend: { msw: worker },
    time: 'real',
  })
  await game.start() // signs in, creates an open party, shows who is in it

  const bo = await env.player('bo')
  const [party] = env.server.inspect().parties
  if (party) await bo.joinParty(party.partyId)
  await env.until(() => game.roster().length === 2)
  // #endregion msw
  return env
}
