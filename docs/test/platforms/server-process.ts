import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../../../packages/server/src/cli.ts', import.meta.url))

/** `party-server` as a process of its own, which can be killed as a machine dies: without a word. */
export class ServerProcess {
  readonly port: number
  #process: ChildProcess

  private constructor(port: number, process: ChildProcess) {
    this.port = port
    this.#process = process
  }

  static async start(): Promise<ServerProcess> {
    const [process, port] = await spawnServer(0)
    return new ServerProcess(port, process)
  }

  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const gone = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await gone
  }

  /** A new one at the same address, which knows nothing of the one before. */
  async restart(): Promise<void> {
    await this.kill()
    const [process] = await spawnServer(this.port)
    this.#process = process
  }
}

async function spawnServer(port: number): Promise<[ChildProcess, number]> {
  const child = spawn(process.execPath, [command, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line] = await once(child.stdout, 'data', { signal: AbortSignal.timeout(10_000) })
  const found = /:(\d+)\s*$/.exec(String(line))
  if (!found) throw new Error(`party-server said ${line}`)
  return [child, Number(found[1])]
}
