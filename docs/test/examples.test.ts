import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromium, describeInBrowser } from './browser.ts'
import { packedPackages, pnpm, run } from './packed.ts'

// The example projects as their readers have them: copied elsewhere, with the packages as they are published, and
// everything else from the registry. Their own tests have to pass, types included.

const example = fileURLToPath(new URL('../examples/react-party', import.meta.url))

let project = ''

describe('the example react-party', () => {
  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'react-party-'))
    const [packages] = await Promise.all([
      packedPackages(),
      cp(example, project, { recursive: true, filter: (path) => !path.includes('node_modules') }),
    ])
    const manifest = JSON.parse(await readFile(join(project, 'package.json'), 'utf8'))
    const overrides = Object.entries(packages).map(([name, tarball]) => [`@party/${name}`, `file:${tarball}`])
    manifest.pnpm = { overrides: Object.fromEntries(overrides) }
    await writeFile(join(project, 'package.json'), JSON.stringify(manifest))
    await pnpm(project, 'install', '--ignore-workspace', '--prefer-offline')
  }, 240_000)

  afterAll(() => rm(project, { recursive: true, force: true }))

  it('has types that fit', async () => {
    // The compiler prints its findings to standard output, which a plain failure would not show.
    const { stdout } = await run(bin('tsc'), ['-p', '.'], { cwd: project }).catch(
      (error: { stdout: string }) => error,
    )
    expect(stdout).toBe('')
  }, 60_000)

  it('passes its tests in Node', () => passes('party-screen', 5), 120_000)

  describeInBrowser('in Chromium', () => {
    it('passes its tests', () => passes('browser', 3), 120_000)
  })
})

/** Runs the project's tests of that file, of which there are so many. */
async function passes(file: string, count: number): Promise<void> {
  const env = { ...process.env, CHROMIUM: chromium, NODE_OPTIONS: '', VITEST: undefined }
  const report = join(project, `${file}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { stdout, stderr } = await run(bin('vitest'), ['run', file, ...reporters], {
    cwd: project,
    env,
  }).catch((error: { stdout: string; stderr: string }) => error)
  expect(JSON.parse(await readFile(report, 'utf8')), stdout + stderr).toMatchObject({
    ...{ success: true, numPassedTests: count, numPendingTests: 0 },
  })
}

function bin(name: string): string {
  return join(project, 'node_modules/.bin', name)
}
