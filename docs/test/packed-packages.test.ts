import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiReport } from './api-report.ts'
import { packedPackages, pnpm, run } from './packed.ts'

// What users install differs from what the workspace runs (see docs/decisions/0001), so it is tested by itself:
// built, packed, installed into an empty folder, imported in both ways, and type-checked there.

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = (name: string): string => join(root, 'docs/node_modules/.bin', name)

let folder = ''
let tarballs: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packed-packages-'))
  const { client, server } = await packedPackages()
  tarballs = [client, server]
  const app = join(folder, 'app')
  await mkdir(app)
  await writeFile(join(app, 'package.json'), '{ "private": true }')
  await pnpm(app, 'add', '--ignore-workspace', '--prefer-offline', ...tarballs, '@types/node@24')
  for (const name of ['consumer.mts', 'consumer.cts']) {
    await copyFile(fileURLToPath(new URL(`consumer/${name}`, import.meta.url)), join(app, name))
  }
  await writeFile(join(app, 'tsconfig.json'), JSON.stringify(consumerConfig))
  await compile(app)
}, 240_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

/** How a user compiles who checks everything, the packages' own types included. */
const consumerConfig = {
  compilerOptions: {
    ...{ target: 'es2022', module: 'nodenext', moduleResolution: 'nodenext', outDir: 'out' },
    ...{ strict: true, skipLibCheck: false, lib: ['es2022', 'dom', 'dom.iterable'], types: ['node'] },
  },
  include: ['*.mts', '*.cts'],
}

/** The runtimes at hand: the workspace's own, and the one that started the test command if it is another. */
const runtimes = [...new Set([process.execPath, process.env['npm_node_execpath'] ?? process.execPath])]

describe('the packed packages', () => {
  it.each(runtimes)('work as ES modules with %s', async (node) => {
    const { stdout } = await run(node, [join(folder, 'app/out/consumer.mjs')])
    expect(stdout).toBe('ESM 2 ada\n')
  })

  it.each(runtimes)('work as CommonJS with %s', async (node) => {
    const { stdout } = await run(node, [join(folder, 'app/out/consumer.cjs')])
    expect(stdout).toBe('CJS 2 ada\n')
  })

  it('have a manifest in order', async () => {
    for (const tarball of tarballs) {
      const { stdout } = await run(bin('publint'), ['run', tarball, '--strict'])
      expect(stdout).toContain('All good!')
    }
  })

  it('have types that resolve for every kind of import', async () => {
    for (const tarball of tarballs) {
      // Ends with another status than 0, which rejects, when there is a problem.
      const { stdout } = await run(bin('attw'), [tarball, '--profile', 'node16', '--format', 'json'])
      expect(JSON.parse(stdout)).toMatchObject({ analysis: { types: { kind: 'included' } } })
    }
  }, 60_000)

  it('have the public surface that is written down: otherwise look at the difference, and run vitest with -u', async () => {
    const report = apiReport(join(folder, 'app/node_modules/@party/client/dist'))
    await expect(report).toMatchFileSnapshot(join(root, 'packages/client/api-report.txt'))
  })

  it('contain the license, the readme and no sources', async () => {
    for (const tarball of tarballs) {
      const { stdout } = await run('tar', ['tzf', tarball])
      const files = stdout.trim().split('\n')
      expect(files).toEqual(
        expect.arrayContaining(['package/LICENSE', 'package/README.md', 'package/package.json']),
      )
      expect(files.filter((file) => /^package\/(src|test)\//.test(file))).toEqual([])
    }
  })

  it('install the command', async () => {
    const { stdout } = await run(join(folder, 'app/node_modules/.bin/party-server'), ['--help'])
    expect(stdout).toContain('Usage: party-server')
  })
})

async function compile(app: string): Promise<void> {
  // The compiler prints its findings to standard output, which a plain failure would not show.
  await run(bin('tsc'), ['-p', '.'], { cwd: app }).catch((error: { stdout: string }) => {
    throw new Error(`the consumer does not compile:\n${error.stdout}`)
  })
}
