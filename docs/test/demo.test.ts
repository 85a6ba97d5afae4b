import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { PartyServer } from '@party/server'
import { listen } from '@party/server/node'
import { describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../demo/main.ts', import.meta.url))

function demo(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { stdout: '', stderr: '' }
  let onOutput = (): void => {}
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk) => {
      output[name] += chunk
      onOutput()
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const printed = (text: string) =>
    new Promise<void>((resolve) => {
      onOutput = () => {
        if (output.stdout.includes(text)) resolve()
      }
      onOutput()
    })
  return { child, output, ended, printed }
}

describe('the demo', () => {
  it('plays the life of a party and how it survives its server, plain when piped, and ends with a summary', async () => {
    const { output, ended } = demo()
    expect(await ended).toBe(0)
    expect(output.stderr).toBe('')
    expect(output.stdout).not.toContain('\u001b')
    expect(output.stdout).toContain('  Ada  → rejects Di, who is not told\n')
    expect(output.stdout).toContain('  Host → is started again, and knows nothing of any party\n')
    expect(output.stdout).toContain('       ↳ Di   comes back: the party is gone\n')
    expect(output.stdout).toContain('  All four are together again.\n')
    expect(output.stdout.trim().split('\n').at(-1)).toMatch(
      /^All as it should be: 4 players, 32 scenes, 80 events seen, /,
    )
  })

  it('plays against a server that is named', async () => {
    const server = new PartyServer({ config: { socket: { serverKey: 'another' } } })
    const host = await listen(server)
    try {
      const { output, ended } = demo('--server', host.url, '--server-key', 'another')
      expect(await ended).toBe(0)
      expect(output.stdout).toContain(`Playing against ${host.url}\n`)
      expect(output.stdout).toContain(
        'Act Two is left out: in it the server is killed, and this one is not ours.\n',
      )
      expect(output.stdout).toMatch(/All as it should be: 4 players, 18 scenes, 33 events seen, /)
    } finally {
      await host.close()
    }
  })

  it('leaves its server running when asked to, until a signal comes', async () => {
    const { child, output, ended, printed } = demo('--keep')
    await printed('stop it with Ctrl+C')
    const url = /listens on (\S+)/.exec(output.stdout)?.[1] ?? ''
    expect((await fetch(`${url}/healthcheck`)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('fails loudly when something is not as it should be', async () => {
    const server = new PartyServer()
    server.hooks.realtime.before('partyPromote', () => null)
    const host = await listen(server)
    try {
      const { output, ended } = demo('--server', host.url)
      expect(await ended).toBe(1)
      expect(output.stderr).toContain('The demo failed: ')
      expect(output.stdout).not.toContain('All as it should be')
    } finally {
      await host.close()
    }
  })

  it.each([['--server', 'nowhere'], ['--colour'], ['--server', 'http://127.0.0.1:1']])(
    'says what is wrong with %s %s',
    async (...args) => {
      const { output, ended } = demo(...args)
      expect(await ended).toBe(1)
      expect(output.stderr).toMatch(/^\nThe demo failed: ./)
    },
  )
})
