import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { PartyServer } from '@party/server'
import { listen, type NodeHost } from '@party/server/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { playAgainst } from '../src/wire/play-against.ts'

const cli = fileURLToPath(new URL('../src/wire/cli.ts', import.meta.url))

describe('any server by URL', () => {
  let host: NodeHost
  beforeEach(async () => {
    host = await listen(new PartyServer({ config: { socket: { serverKey: 'secret' } } }))
  })
  afterEach(() => host.close())

  it('is played against in real time, several scenarios at once', async () => {
    const played = await playAgainst({
      url: host.url,
      serverKey: 'secret',
      only: ['join-*', 'ping'],
      quietMs: 20,
    })
    expect(played).toHaveLength(11)
    expect(played.filter(({ passed }) => !passed)).toEqual([])
  })

  it('fails every scenario when nobody is there', async () => {
    await host.close()
    const played = await playAgainst({ url: host.url, serverKey: 'secret', only: ['ping'] })
    expect(played).toMatchObject([{ name: 'ping', passed: false }])
  })

  it('is played against from the command line, which succeeds when everything matches', async () => {
    const { code, out } = await run('--server', host.url, '--server-key', 'secret', '--only', 'create-*')
    expect(out).toBe('10 of 10 scenarios match, 23 of 23 steps\n')
    expect(code).toBe(0)
  })

  it('is played against from the command line, which shows what differs and fails', async () => {
    const { code, out } = await run('--server', host.url, '--server-key', 'wrong', '--only', 'ping')
    expect(out).toContain('ping\n  step 0: a connect\n    a could not authenticate: 401')
    expect(out).toContain('0 of 1 scenarios match, 0 of 4 steps')
    expect(code).toBe(1)
  })

  it.each([
    ['no server is named', [], '--server is missing'],
    ['an option is unknown', ['--sever'], "Unknown option '--sever'"],
    ['no scenario has the name', ['--only', 'no-such'], 'no scenario has such a name'],
    ['the number of jobs is none', ['--jobs', 'many'], '--jobs must be a number above 0'],
  ])('from the command line is not played when %s', async (_, args, message) => {
    const server = message.startsWith('--server') ? [] : ['--server', host.url]
    const { code, error } = await run(...server, ...args)
    expect(error).toContain(message)
    expect(code).toBe(2)
  })

  it('from the command line is not played when nobody is there', async () => {
    await host.close()
    const { code, error } = await run('--server', host.url)
    expect(error).toMatch(/^no server answers at http:.*: connect ECONNREFUSED/)
    expect(code).toBe(2)
  })
})

/** Runs the command line to its end. */
function run(...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { timeout: 15_000 }, (failure, out, error) => {
      resolve({ code: failure === null ? 0 : Number(failure.code), out, error })
    })
  })
}
