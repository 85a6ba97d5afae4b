import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { PartyServer } from '@party/server'
import { listen, type NodeHost } from '@party/server/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))

/** The runtimes at hand: the workspace's own, and the one that started the test command if it is another. */
const runtimes = [...new Set([process.execPath, process.env['npm_node_execpath'] ?? process.execPath])]

let folder = ''
let host: NodeHost

/** What users get: built, packed, and installed into an empty folder. */
describe('the packed package', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'party-conformance-packed-'))
    host = await listen(new PartyServer({ config: { socket: { serverKey: 'secret' } } }))
    const [app, tarball] = [join(folder, 'app'), join(folder, 'conformance.tgz')]
    await pnpm(root, 'run', 'build')
    await pnpm(root, 'pack', '--out', tarball)
    await mkdir(app)
    await writeFile(join(app, 'package.json'), '{ "private": true }')
    await pnpm(app, 'add', '--ignore-workspace', '--prefer-offline', tarball)
  }, 180_000)

  afterAll(async () => {
    await host.close()
    await rm(folder, { recursive: true, force: true })
  })

  it.each(runtimes)(
    'plays a server by URL with nothing else: %s',
    async (node) => {
      const cli = join(folder, 'app/node_modules/@party/conformance/dist/cli.js')
      const some = ['--case', 'join/*', '--case', 'wire/join-*', '--parallel', '16']
      const { stdout } = await run(node, [cli, '--server', host.url, '--server-key', 'secret', ...some])
      expect(stdout).toMatch(/\n40 passed, 0 failed, 2 skipped\n$/)
    },
    60_000,
  )

  it('installs the command', async () => {
    const { stdout } = await run(join(folder, 'app/node_modules/.bin/party-conformance'), [
      '--case',
      'wire/ping',
    ])
    expect(stdout).toBe('1 passed, 0 failed, 0 skipped\n')
  }, 60_000)
})

/** pnpm as it was started, or, outside of a script, from the registry. */
function pnpm(cwd: string, ...args: string[]): Promise<unknown> {
  const started = process.env['npm_execpath']
  const isPnpm = started?.includes('pnpm') === true
  const [program, first] = isPnpm ? [process.execPath, [started]] : ['npx', ['-y', 'pnpm@10']]
  return run(program, [...first, ...args], { cwd, maxBuffer: 16 * 1024 * 1024 })
}
