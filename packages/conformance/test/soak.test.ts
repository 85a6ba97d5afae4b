import { createTestEnvironment } from '@party/testing'
import { expect, it } from 'vitest'
import { processLink } from '../src/adapter/process-link.ts'
import { pathOf } from '../toolchains/sdk.ts'
import { seeded } from './soak/chance.ts'
import { soakProgram } from './soak/program-soak.ts'
import { CountedEvents, soak } from './soak/soak.ts'

it.each([1, 2])(
  'soak %d: 200 players in 50 parties for a minute of broken lines, kills and restarts find back',
  async (seed) => {
    const rejections: unknown[] = []
    const onRejection = (reason: unknown) => rejections.push(reason)
    process.on('unhandledRejection', onRejection)
    const events = new CountedEvents()
    const env = await createTestEnvironment({ seed, client: { environment: events } })
    try {
      const { outcomes, ...found } = await soak(env, {
        parties: 50,
        turmoilMs: 60_000,
        random: seeded(seed),
        pass: (ms) => env.clock.advance(ms),
      })
      expect(found).toMatchObject({ surprises: [], pending: 0, isSettled: true, differences: [] })
      // Everything that the soak is about has happened.
      for (const what of ['connection_lost', 'heartbeat_timeout', 'server_closed', 'connect_failed']) {
        expect(outcomes[what], what).toBeGreaterThan(0)
      }
      for (const what of ['rejoined', 'requested', 'gone']) expect(outcomes[what], what).toBeGreaterThan(0)
      expect(found.ends).toBeGreaterThan(0)
    } finally {
      await env.close()
      process.off('unhandledRejection', onRejection)
    }
    expect(rejections).toEqual([])
    expect(events.listeners).toBe(0)
    expect(env.clock.nextAt).toBeUndefined()
  },
  120_000,
)

it('20 players find back over a real port too, by the adapter that other languages are asked through', async () => {
  const adapter = pathOf('packages/conformance/adapters/typescript/stdio.ts')
  const found = await soakProgram(processLink(`"${process.execPath}" "${adapter}"`), {
    parties: 5,
    events: 200,
    seed: 1,
  })
  expect(found).toMatchObject({ surprises: [], pending: 0, isSettled: true, differences: [] })
}, 60_000)
