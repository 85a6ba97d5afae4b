// What a whole test costs, 30 seconds of it virtual: `node packages/testing/bench/four-players.ts`.
import { createTestEnvironment } from '../src/index.ts'
import { fourPlayers } from '../test/four-players.ts'
import { measure, print } from './measure.ts'

async function run(): Promise<void> {
  const env = await createTestEnvironment()
  await fourPlayers(env)
  env.timeline()
  await env.close()
}

print('matchmaking flow of four players with its timeline', await measure(run, 100))
