import type { PartySocket } from '@party/client'
import { test as base, type TestAPI } from 'vitest'
import { createTestEnvironment, type TestEnvironmentOptions } from './create.ts'
import type { TestEnvironment } from './environment.ts'
import type { PlayerOptions } from './players.ts'

/** What a test is given that asks for it. */
export interface PartyFixtures {
  /** How to make `env`; nothing by default. A suite gives its own by `test.extend({ environment: … })`. */
  environment: TestEnvironmentOptions
  /** An environment of the test's own, closed after it. When the test fails, its error tells the timeline. */
  env: TestEnvironment
  /** Signs a player in and connects, in that environment. */
  player: (name: string, options?: PlayerOptions) => Promise<PartySocket>
}

/** Vitest's `test`, with an environment for each test that asks for `env` or `player`. */
export const test: TestAPI<PartyFixtures> = base.extend<PartyFixtures>({
  environment: {},
  env: async ({ environment, task }, use) => {
    const env = await createTestEnvironment(environment)
    await use(env)
    addTimeline(task.result?.errors, env.timeline())
    await env.close()
  },
  player: async ({ env }, use) => {
    await use((name, options) => env.player(name, options))
  },
})

/** Every reporter prints messages of errors, which is more than they do with anything else. */
function addTimeline(errors: { message: string }[] | undefined, timeline: string): void {
  for (const error of errors ?? []) {
    if (!error.message.includes(timeline)) error.message += `\n\n${timeline}\n`
  }
}
