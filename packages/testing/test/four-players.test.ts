import { expect, it } from 'vitest'
import { createTestEnvironment } from '../src/index.ts'
import { fourPlayers } from './four-players.ts'

it('runs a matchmaking flow of four players twice with the same timeline, byte for byte', async () => {
  const timelines: string[] = []
  for (let run = 0; run < 2; run++) {
    await using env = await createTestEnvironment()
    expect(await fourPlayers(env)).toEqual(['ada', 'ben', 'cleo', 'dan'])
    expect(env.clock.elapsed).toBe(30_000)
    timelines.push(env.timeline())
  }
  expect(timelines[1]).toBe(timelines[0])
})

it('gives the same timeline again after a reset', async () => {
  await using env = await createTestEnvironment()
  await fourPlayers(env)
  const first = env.timeline()
  await env.reset()
  expect(env.timeline()).toBe('')
  await fourPlayers(env)
  expect(env.timeline()).toBe(first)
})
