import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

function run(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  const output = { stdout: '', stderr: '' }
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output.stdout += chunk
      const url = /listens on (\S+)\n/.exec(output.stdout)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('close', () => reject(new Error(`ended before it was ready: ${output.stderr}`)))
  })
  ready.catch(() => {})
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, output, ready, ended }
}

async function authenticate(url: string, id: string, query = ''): Promise<Response> {
  return fetch(`${url}/v2/account/authenticate/custom${query}`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('secret:')}` },
    body: JSON.stringify({ id }),
  })
}

describe('party-server', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints its URL when it is ready, and stops cleanly on %s',
    async (signal) => {
      const { child, output, ready, ended } = run('--port', '0', '--node-name', 'eu1')
      expect((await fetch(`${await ready}/healthcheck`)).status).toBe(200)
      child.kill(signal)
      expect(await ended).toBe(0)
      expect(output.stdout).toMatch(/^party-server eu1 listens on http:\/\/127\.0\.0\.1:\d+\n$/)
      expect(output.stderr).toBe(`info stopping signal="${signal}"\n`)
    },
  )

  it('serves the inspector on an address of its own, when asked to', async () => {
    const { child, output, ready, ended } = run('--port', '0', '--inspect', '--inspect-port', '0')
    const url = await ready
    const page =
      /^party-server inspector is at (http:\/\/127\.0\.0\.1:\d+\/)\n/.exec(output.stdout)?.[1] ?? ''
    expect(new URL(page).origin).not.toBe(url)
    expect(await (await fetch(page)).text()).toContain('<title>party-server inspector</title>')
    const feed = await fetch(`${page}events`)
    const chunk = await feed.body?.getReader().read()
    expect(new TextDecoder().decode(chunk?.value)).toContain(`"url":"${url}"`)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('ends when the inspector finds its port taken, or the server its own', async () => {
    const first = run('--port', '0', '--inspect', '--inspect-port', '0')
    const { port } = new URL(await first.ready)
    const page = /inspector is at (\S+)\n/.exec(first.output.stdout)?.[1] ?? ''
    for (const args of [
      ['--port', '0', '--inspect', '--inspect-port', new URL(page).port],
      ['--port', port, '--inspect', '--inspect-port', '0'],
    ]) {
      const { ended, output } = run(...args)
      expect(await ended).toBe(1)
      expect(output.stderr).toContain('EADDRINUSE')
    }
  })

  it('explains every option', async () => {
    const { output, ended } = run('--help')
    expect(await ended).toBe(0)
    expect(output.stdout).toContain('--matchmaker-interval-sec SECONDS')
    expect(output.stderr).toBe('')
  })

  it.each([
    [['--colour'], "Unknown option '--colour'"],
    [['--port', 'x'], '--port takes a number'],
    [['--inspect', '--inspect-port', 'x'], '--inspect-port takes a number'],
    [['--inspect-host', '0.0.0.0'], 'say where to --inspect, which is not asked for'],
    [['--single-party'], 'session.single_party needs session.single_socket'],
    [['--config', 'no-such-file.yaml'], '--config:'],
  ])('says what is wrong with %j and exits with 2', async (args, text) => {
    const { output, ended } = run(...args)
    expect(await ended).toBe(2)
    expect(output.stderr).toContain(text)
    expect(output.stderr).not.toContain('    at ')
  })

  it('reads a configuration file, and keeps accounts in a data file over a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'party-server-'))
    try {
      const config = join(folder, 'config.yml')
      const data = join(folder, 'data.sqlite')
      await writeFile(config, 'name: eu1\nsocket:\n  server_key: secret\n')
      const args = ['--port', '0', '--config', config, '--data', data, '--log', 'none']
      const first = run(...args)
      expect((await authenticate(await first.ready, 'kept-over-restart')).status).toBe(200)
      first.child.kill('SIGTERM')
      expect(await first.ended).toBe(0)
      const second = run(...args)
      const url = await second.ready
      expect((await authenticate(url, 'kept-over-restart', '?create=false')).status).toBe(200)
      expect((await authenticate(url, 'never-there-before', '?create=false')).status).toBe(404)
    } finally {
      for (const child of children) child.kill('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    }
  })
})
