import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { test } from '../src/vitest.ts'

test('an environment is there for each test that asks for it', async ({ env, player }) => {
  const ada = await player('ada')
  await ada.createParty({ maxSize: 2 })
  expect(env.server.inspect().parties).toHaveLength(1)
})

test('and is another in the next', async ({ env, player }) => {
  await player('ben', { appearOnline: true })
  expect(env.server.inspect()).toMatchObject({ parties: [], sessions: [{ username: 'ben', status: '' }] })
})

describe('a suite', () => {
  const suite = test.extend({ environment: { ids: 'readable', config: { name: 'eu-1' } } as const })

  suite('has the environment it describes', async ({ player }) => {
    const ada = await player('ada')
    const { partyId } = await ada.createParty({ maxSize: 2 })
    expect(partyId).toBe('cccccccc-0000-4000-8000-000000000001.eu-1')
  })
})

it('a test that fails tells the timeline, once', async () => {
  const folder = fileURLToPath(new URL('failing', import.meta.url))
  const vitest = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')))
  const output = await new Promise<string>((resolve) => {
    const args = [vitest, 'run', '--root', folder, '--reporter', 'tap']
    execFile(process.execPath, args, { timeout: 30_000 }, (_error, stdout) => resolve(stdout))
  })
  expect(output).toContain('to have a length of 1 but got +0')
  expect(output).toContain('ben has not heard party')
  expect(output.match(/0\.000 {2}ada {2}is connected/g)).toHaveLength(1)
  expect(output.match(/0\.000 {2}ben {2}is connected/g)).toHaveLength(1)
})
