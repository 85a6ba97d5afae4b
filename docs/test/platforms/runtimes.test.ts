import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PartyServer } from '@party/server'
import { listen, type NodeHost } from '@party/server/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle } from './bundle.ts'

const run = promisify(execFile)
const require = createRequire(import.meta.url)

/** Node as it runs the tests, and as it started the test command, where that is another one: 20, for example. */
const nodes = [...new Set([process.execPath, process.env['npm_node_execpath'] ?? process.execPath])]

const runtimes: readonly [name: string, binary: string, args: readonly string[], program: string][] = [
  ...nodes.map((node): [string, string, string[], string] => [node, node, [], 'run.cjs']),
  ['Deno', binaryOf('deno', '@deno', 'deno'), ['run', '--allow-net=127.0.0.1', '--no-prompt'], 'run.mjs'],
  ['Bun', binaryOf('bun', '@oven', 'bin/bun'), [], 'run.mjs'],
]

let folder = ''
let host: NodeHost

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'platforms-'))
  await writeFile(join(folder, 'run.cjs'), await bundle('run.ts', { platform: 'node', format: 'cjs' }))
  await writeFile(join(folder, 'run.mjs'), await bundle('run.ts', { platform: 'browser', format: 'esm' }))
  host = await listen(new PartyServer(), { port: 0 })
})

afterAll(async () => {
  await host.close()
  await rm(folder, { recursive: true, force: true })
})

describe.each(runtimes)('in %s', (_, binary, args, program) => {
  // The program ends by itself, or the time limit ends it: a socket must leave nothing that keeps a process alive.
  it.each(['json', 'protobuf'])('a game plays a party in %s, and the process ends', async (format) => {
    const command = [...args, join(folder, program), String(host.port), format]
    const { stdout, stderr } = await run(binary, command, { timeout: 15_000 })
    expect(stderr).toBe('')
    expect(stdout).toBe('18 steps\n')
  })
})

/** The program inside of the package for this kind of machine: what `node_modules/.bin` has needs its install script. */
function binaryOf(name: string, scope: string, path: string): string {
  const own = createRequire(require.resolve(`${name}/package.json`))
  const { optionalDependencies }: { optionalDependencies: object } = own(`${name}/package.json`)
  for (const candidate of Object.keys(optionalDependencies)) {
    const isOurs = candidate.startsWith(`${scope}/`) && candidate.includes(process.platform)
    try {
      if (isOurs) return join(own.resolve(`${candidate}/package.json`), '..', path)
    } catch {
      // Of another kind of processor, and not installed.
    }
  }
  throw new Error(`${name} is not installed for ${process.platform} ${process.arch}`)
}
