import { expect } from 'vitest'
import { test } from '../../src/vitest.ts'

test('expects what is not', async ({ env, player }) => {
  await player('ada')
  expect(env.server.inspect().parties).toHaveLength(1)
})

test('waits in vain', async ({ env, player }) => {
  await env.waitFor(await player('ben'), 'party')
})
