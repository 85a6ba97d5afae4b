import type { PartySocket } from '@party/client'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTestEnvironment, type TestEnvironment } from '../src/index.ts'

const names = ['ada', 'ben', 'cleo'] as const

/** Something a player does, or that happens to all. */
const step = fc.oneof(
  fc.record({
    player: fc.nat(names.length - 1),
    does: fc.constantFrom('create', 'join', 'leave', 'close', 'ticket', 'status', 'follow', 'label'),
  }),
  fc.record({ passes: fc.integer({ min: 1, max: 20_000 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

async function play(
  env: TestEnvironment,
  players: readonly PartySocket[],
  steps: readonly Step[],
): Promise<void> {
  for (const step of steps) {
    if ('passes' in step) await env.clock.advance(step.passes)
    // Most of it is refused, which is as good.
    else await act(env, players[step.player] as PartySocket, step.does).catch(() => {})
  }
  await env.settled()
}

async function act(env: TestEnvironment, player: PartySocket, does: string): Promise<unknown> {
  const [party] = env.server.inspect().parties
  const partyId = party?.partyId ?? 'none'
  switch (does) {
    case 'create':
      return player.createParty({ open: true, maxSize: 3, label: '{"n":1}' })
    case 'join':
      return player.joinParty(partyId, { timeoutMs: 0 })
    case 'leave':
      return player.leaveParty(partyId)
    case 'close':
      return player.closeParty(partyId)
    case 'ticket':
      return player.addMatchmaker({ minCount: 2, maxCount: 2, query: '+properties.none:1' })
    case 'status':
      return player.updateStatus(`at ${env.clock.elapsed}`)
    case 'follow':
      return player.followUsers({ usernames: [...names] })
    default:
      return player.updateParty(partyId, { open: true, label: '{"n":2}' })
  }
}

describe('whatever players do', () => {
  it('a snapshot brings back what the server showed, and the same future after it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 12 }),
        fc.array(step, { maxLength: 12 }),
        async (past, future) => {
          await using env = await createTestEnvironment({ client: { heartbeat: false } })
          const players = await Promise.all(names.map((name) => env.player(name)))
          await play(env, players, past)
          const snapshot = await env.snapshot()
          const then = env.server.inspect()
          await play(env, players, future)
          const later = env.server.inspect()
          await env.restore(snapshot)
          expect(env.server.inspect()).toEqual(then)
          await play(env, players, future)
          expect(env.server.inspect()).toEqual(later)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('the same again gives the same timeline', async () => {
    const timelineOf = async (steps: readonly Step[]) => {
      await using env = await createTestEnvironment()
      await play(env, await Promise.all(names.map((name) => env.player(name))), steps)
      return env.timeline()
    }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        expect(await timelineOf(steps)).toBe(await timelineOf(steps))
      }),
      { numRuns: 30 },
    )
  })
})
