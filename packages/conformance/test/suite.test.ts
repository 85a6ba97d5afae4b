import { describe, expect, it } from 'vitest'
import { readCases } from '../src/cases/files.ts'
import { consoleReport } from '../src/report/console.ts'
import { runSuite } from '../src/suite.ts'

const cases = readCases()

/** The recordings are played by replay.test.ts. */
describe('the reference client and the reference server', () => {
  it.each(['reference', 'reference:port'])(
    'pass every case in both encodings: %s',
    async (server) => {
      const result = await runSuite({
        client: 'reference',
        servers: [server],
        cases,
        recordings: [],
        serverKey: '',
        codecs: [],
        selection: { patterns: [], tags: [] },
        parallel: 8,
      })
      const bad = result.records.filter(({ outcome }) => outcome !== 'passed')
      if (bad.length > 0) expect.fail(consoleReport({ ...result, records: bad }))
      expect(result.records.length).toBeGreaterThan(2 * cases.length - 20)
    },
    60_000,
  )
})
