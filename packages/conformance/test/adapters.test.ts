import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readCases } from '../src/cases/files.ts'
import { loadKnownFailures } from '../src/known-failures.ts'
import { consoleReport } from '../src/report/console.ts'
import { runSuite, type SuiteOptions, type SuiteResult } from '../src/suite.ts'
import { chromium, PageUnderTest } from './browser.fixture.ts'

const cases = readCases()
const pathOf = (file: string) => fileURLToPath(new URL(`../adapters/${file}`, import.meta.url))
const command = (file: string) => `"${process.execPath}" ${pathOf(file)}`

function run(options: Pick<SuiteOptions, 'client'> & Partial<SuiteOptions>): Promise<SuiteResult> {
  return runSuite({
    servers: ['reference'],
    cases,
    serverKey: '',
    codecs: [],
    selection: { patterns: [], tags: [] },
    parallel: 16,
    ...options,
  })
}

/** A few of each kind: what the adapter itself could do wrong. */
const aFew = { patterns: ['data/*', 'disconnect/*', 'sessions/*', 'listing/by-label'], tags: [] }
/** Over another line the same adapter: what the line could do wrong. */
const aLine = { patterns: ['data/*', 'disconnect/*'], tags: [] }

describe('the adapter of @party/client', () => {
  it('passes over stdin and stdout', async () => {
    const result = await run({
      client: command('typescript/stdio.ts'),
      selection: aFew,
    })
    expect(consoleReport(result)).toMatch(/^\d+ passed, 0 failed, 0 skipped\n$/)
    expect(result.hello).toMatchObject({ name: '@party/client', language: 'TypeScript' })
  })

  it('passes over a WebSocket', async () => {
    let exited: Promise<unknown> | undefined
    const onListening = (url: string) => {
      const program = spawn(process.execPath, [pathOf('typescript/web-socket.ts'), url])
      exited = new Promise((done) => program.on('exit', done))
    }
    const result = await run({ client: 'ws:0', onListening, codecs: ['json'], selection: aLine })
    expect(consoleReport(result)).toMatch(/^\d+ passed, 0 failed, 0 skipped\n$/)
    expect(await exited, 'a closed socket ends the program').toBe(0)
  })
})

describe.skipIf(chromium === undefined)('the adapter of @party/client in a browser', () => {
  it('passes over a WebSocket', async () => {
    const page = await PageUnderTest.build()
    try {
      const onListening = (url: string) => page.open(url)
      const result = await run({ client: 'ws:0', onListening, codecs: ['json'], selection: aLine })
      expect(consoleReport(result)).toMatch(/^\d+ passed, 0 failed, 0 skipped\n$/)
    } finally {
      await page.close()
    }
  }, 60_000)
})

describe('the adapter of nakama-js', () => {
  it('fails what it is known to fail, and nothing else', async () => {
    const file = 'nakama-js/known-failing.yaml'
    const knownFailures = loadKnownFailures(file, readFileSync(pathOf(file), 'utf8'))
    const result = await run({
      client: command('nakama-js/stdio.ts'),
      knownFailures,
      // Most of its time would go by in waiting for what does not come.
      patienceMs: 400,
      deadlineMs: 1_500,
    })
    const failed = result.records.filter(({ outcome }) => outcome === 'failed')
    expect(consoleReport({ ...result, records: failed })).toBe('0 passed, 0 failed, 0 skipped\n')
    expect(result.records.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(400)
  }, 90_000)
})
