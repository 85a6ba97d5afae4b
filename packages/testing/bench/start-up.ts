// What an environment with two connected players costs, from nothing to nothing: `node packages/testing/bench/start-up.ts`.

import { createTestEnvironment } from '../src/index.ts'
import { measure, print } from './measure.ts'

async function twoPlayers(): Promise<void> {
  const env = await createTestEnvironment()
  await env.player('ada')
  await env.player('ben')
  await env.close()
}

print('environment with two connected players, opened and closed', await measure(twoPlayers))
