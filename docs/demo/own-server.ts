import { MemoryStore, PartyServer } from '@party/server'
import { listen, type NodeHost } from '@party/server/node'

/** A server of the demo's own, that can be killed and started again. */
export class OwnServer {
  readonly serverKey: string
  /** Keeps the accounts over a restart, as a database would. */
  readonly #store = new MemoryStore()
  #running: { readonly server: PartyServer; readonly host: NodeHost } | undefined
  #port = 0

  constructor(serverKey: string) {
    this.serverKey = serverKey
  }

  /** `http://host:port`; the same after a restart. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  async start(): Promise<void> {
    const server = new PartyServer({
      store: this.#store,
      config: { socket: { serverKey: this.serverKey } },
    })
    const host = await listen(server, { port: this.#port })
    this.#port = host.port
    this.#running = { server, host }
  }

  /** Breaks every line without a word, as a process does that is killed, and lets go of the port. */
  async kill(): Promise<void> {
    this.#running?.server.restart()
    await this.close()
  }

  async close(): Promise<void> {
    await this.#running?.host.close()
    this.#running = undefined
  }
}
