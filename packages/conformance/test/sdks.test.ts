import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PartyServer } from '@party/server'
import { listen } from '@party/server/node'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { processLink } from '../src/adapter/process-link.ts'
import { readCases } from '../src/cases/files.ts'
import { consoleReport } from '../src/report/console.ts'
import { runSuite, type SuiteOptions } from '../src/suite.ts'
import { clientOf, pathOf, run, type Sdk } from '../toolchains/sdk.ts'
import { sdks } from '../toolchains/sdks.ts'
import { allFeatures, describeSdk, featuresOf } from './sdk.fixture.ts'
import { soakProgram } from './soak/program-soak.ts'

// Programs of other languages take their time to build and to start on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const cases = readCases()

it('are all known', () => {
  const adapters = pathOf('packages/conformance/adapters')
  const names = readdirSync(adapters).filter((name) => existsSync(join(adapters, name, 'sdk.ts')))
  expect(sdks.map(({ name }) => name).sort()).toEqual(names.sort())
})

for (const sdk of sdks) describeSdk(sdk, () => test(sdk))

function test(sdk: Sdk): void {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), `party-${sdk.name}-`))
    await sdk.build(folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const suite = (options: Partial<SuiteOptions>) =>
    runSuite({
      servers: ['reference'],
      cases,
      serverKey: 'defaultkey',
      codecs: [],
      selection: { patterns: [], tags: [] },
      client: clientOf(sdk.adapter(folder)),
      ...options,
    })

  it('does what its own tests say', async () => {
    const { stdout } = await run(sdk.tests(folder))
    expect(stdout).toMatch(/^\d*[1-9]\d* passed, 0 failed\s*$/m)
  })

  it('says of every feature that it can do it, or why it cannot', () => {
    const { features, limits } = featuresOf(sdk)
    expect([...features, ...Object.keys(limits)].sort()).toEqual(allFeatures().sort())
    for (const reason of Object.values(limits)) expect(reason).not.toBe('')
  })

  it('passes every case of what it can do', async () => {
    const { records, hello } = await suite({ parallel: 8 })
    expect(hello?.language).toBe(sdk.language)
    expect([...(hello?.features ?? [])].sort()).toEqual(featuresOf(sdk).features.sort())
    const failed = records.filter(({ outcome }) => outcome === 'failed')
    expect(consoleReport({ records: failed, stale: [], hello })).toBe('0 passed, 0 failed, 0 skipped\n')
    expect(records.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(300)
  })

  it('passes every case that needs no control of the server against one that is named by its URL', async () => {
    const host = await listen(new PartyServer({ config: { matchmaker: { intervalSec: 1 } } }))
    try {
      const { records, hello } = await suite({ servers: [host.url], parallel: 16 })
      const failed = records.filter(({ outcome }) => outcome === 'failed')
      expect(consoleReport({ records: failed, stale: [], hello })).toBe('0 passed, 0 failed, 0 skipped\n')
      expect(records.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(200)
    } finally {
      await host.close()
    }
  })

  it('plays the snippets of its documentation', async () => {
    const host = await listen(new PartyServer({ config: { matchmaker: { intervalSec: 1 } } }))
    try {
      await run(sdk.snippets(folder, new URL(host.url)))
    } finally {
      await host.close()
    }
  })

  it('finds back through broken lines, kills and restarts, with every roster as the server has it', async () => {
    const found = await soakProgram(processLink(clientOf(sdk.adapter(folder))), {
      parties: 5,
      events: 200,
      seed: 1,
    })
    expect(found).toMatchObject({ surprises: [], pending: 0, isSettled: true, differences: [] })
    for (const what of ['reconnecting', 'rejoined', 'requested', 'gone'])
      expect(found.outcomes[what], what).toBeGreaterThan(0)
  })
}
