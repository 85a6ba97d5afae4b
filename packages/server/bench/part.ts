import type { LoadTask } from './load/main.ts'
import type { Target } from './load/target.ts'
import { type RunningServer, runToEnd, startServer } from './machine/program.ts'
import type { Options } from './options.ts'
import type { Row } from './row.ts'

/** One subject of the benchmark. */
export interface Part {
  readonly name: string
  /** Whether it measures a server over the network, so that another server can take the place of ours. */
  readonly isOverNetwork: boolean
  run(bench: Bench): Promise<Row[]>
}

/** Most that one load may take, in milliseconds. */
const loadTimeoutMs = 120_000

/** How this project's server is started: as `pnpm server` does it, with tokens that outlast the benchmark. */
const ownServer = { node: ['--max-semi-space-size=16'], args: ['--port', '0', '--token-expiry-sec', '7200'] }

/** What the parts are run with. */
export class Bench {
  readonly rounds: number
  readonly #other: Options['other']

  constructor({ rounds, other }: Options) {
    this.rounds = rounds
    this.#other = other
  }

  /** Calls back with the server to measure, started anew unless it is another's, and with the relay beside it. */
  async withServers<T>(use: (subject: Target, relay: Target) => Promise<T>): Promise<T> {
    const started: RunningServer[] = []
    const start = async (kind: Target['kind'], ...how: Parameters<typeof startServer>): Promise<Target> => {
      const server = await startServer(...how)
      started.push(server)
      return { url: server.url, pid: server.pid, kind, serverKey: 'defaultkey' }
    }
    try {
      const relay = await start('relay', 'programs/relay.ts')
      const subject =
        this.#other === undefined
          ? await start('party', '../src/cli.ts', ownServer)
          : { ...this.#other, kind: 'party' as const }
      return await use(subject, relay)
    } finally {
      for (const server of started) await server.stop()
    }
  }

  /** Puts a load on a server from a process of its own. */
  load<Name extends keyof LoadTask>(
    name: Name,
    target: Target,
    options: Parameters<LoadTask[Name]>[1],
  ): ReturnType<LoadTask[Name]> {
    const result = runToEnd('load/main.ts', [JSON.stringify({ name, target, options })], loadTimeoutMs)
    return result as ReturnType<LoadTask[Name]>
  }

  /** Measures something in a process of its own that needs no server. */
  measure<T>(program: string, ...args: string[]): Promise<T> {
    return runToEnd<T>(`programs/${program}`, args, loadTimeoutMs)
  }
}
