import { describe, expect, it } from 'vitest'
import { readCases } from '../../src/cases/files.ts'
import { runSuite, type SuiteOptions } from '../../src/suite.ts'
import { broken, clientMutations } from './client-mutations.fixture.ts'
import { serverMutations } from './server-mutations.fixture.ts'

const cases = readCases()

/** What never ends should be noticed soon. */
const deadlineMs = 300

/** A suite that never fails proves nothing: it has to notice what is broken on purpose. */
async function outcomesOf(pattern: string, options: Partial<SuiteOptions>): Promise<string[]> {
  const { records } = await runSuite({
    client: 'reference',
    cases,
    recordings: [],
    servers: ['reference'],
    serverKey: '',
    codecs: ['json'],
    selection: { patterns: [pattern], tags: [] },
    ...options,
  })
  return records.map(({ outcome }) => outcome)
}

describe('a client that', () => {
  it.each(clientMutations)('$name is caught', async (mutation) => {
    expect(await outcomesOf(mutation.caughtBy, { wrapLink: broken(mutation), deadlineMs })).toContain(
      'failed',
    )
  })
})

describe('a server that', () => {
  it.each(serverMutations)('$name is caught', async ({ caughtBy, rewrite }) => {
    // Some of them remember connections, each of a server of its own.
    expect(await outcomesOf(caughtBy, { rewrite: rewrite(), deadlineMs })).toContain('failed')
  })
})

describe('what the mutations are caught by', () => {
  it('passes without them', async () => {
    for (const { caughtBy } of [...clientMutations, ...serverMutations]) {
      const outcomes = await outcomesOf(caughtBy, {})
      expect(outcomes.length, caughtBy).toBeGreaterThan(0)
      expect(new Set(outcomes), caughtBy).toEqual(new Set(['passed']))
    }
  })
})
