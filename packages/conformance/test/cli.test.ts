import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PartyServer } from '@party/server'
import { listen } from '@party/server/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'party-conformance-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('party-conformance', () => {
  it('succeeds when everything is as expected, and ends with the line that CI looks for', async () => {
    const { code, out } = await run('--case', 'join/*', '--case', 'wire/join-*', '--seed', '7')
    expect(out).toBe('42 passed, 0 failed, 0 skipped\n')
    expect(code).toBe(0)
  })

  it('writes reports to files', async () => {
    const [json, junit] = [join(folder, 'a.json'), join(folder, 'a.xml')]
    const { out } = await run('--case', 'leave/*', '--report', `json=${json}`, '--report', `junit=${junit}`)
    expect(out).toBe('')
    expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({ counts: { passed: 20, failed: 0 } })
    expect(await readFile(junit, 'utf8')).toContain('<testsuite name="leave (@party/server in memory, json)"')
  })

  it('fails when a known failure passes', async () => {
    const file = join(folder, 'known.yaml')
    await writeFile(file, '- { pattern: join/full, reason: never }')
    const { code, out } = await run('--case', 'join/full', '--known-failing', file)
    expect(out).toContain('known failures: "join/full" covers join/full, which passes')
    expect(code).toBe(1)
  })

  it('plays any server by URL, says what it cannot, and shows the frames of no failure it cannot see', async () => {
    const host = await listen(new PartyServer())
    try {
      const { code, out } = await run('--server', host.url, '--case', 'create/*', '--codec', 'json')
      expect(out).toMatch(
        /1 skipped: needs control of the server: a configuration of its own\n18 passed, 0 failed, 1/,
      )
      expect(code).toBe(0)
    } finally {
      await host.close()
    }
  })

  it('shows what was said when a case fails', async () => {
    // A server that does not know the key refuses everybody.
    const host = await listen(new PartyServer({ config: { socket: { serverKey: 'another' } } }))
    try {
      const { code, out } = await run('--server', host.url, '--case', 'leave/member', '--codec', 'json')
      expect(out).toMatch(/✗ leave\/member \(json, @party\/client [\d.]+, http:\/\/127/)
      expect(out).toMatch(/│ .* a +calls +authenticateCustom/)
      expect(out).toMatch(/│ .* a +gets +authenticateCustom error server_key_invalid/)
      expect(code).toBe(1)
    } finally {
      await host.close()
    }
  })

  it('lists its cases, each with its reason and what it needs', async () => {
    const { out } = await run('--list')
    expect(out).toContain(
      'join/full\n  A full party refuses, and nobody hears of who was refused.\n  client: connect, ',
    )
  })

  it.each([
    [['--case', 'nothing/*'], 'there was nothing to run'],
    [['--client', 'no-such-program'], '"no-such-program" cannot be started'],
    [['--client', `"${process.execPath}" -e 0`], 'the program has ended with status 0'],
    [['--server', 'http://127.0.0.1:9'], 'no server answers at http://127.0.0.1:9'],
    [['--known-failing', 'no-such-file'], 'no-such-file cannot be read'],
    [['--codec', 'xml'], '--codec must be json or protobuf'],
  ])('runs nothing with %j', async (args, problem) => {
    const { code, error } = await run(...args)
    expect(error).toContain(problem)
    expect(code).toBe(2)
  })
})

/** Runs the command line to its end. */
function run(...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { timeout: 30_000 }, (failure, out, error) => {
      resolve({ code: failure === null ? 0 : Number(failure.code), out, error })
    })
  })
}
