import type { Endpoint } from '@party/server'
import { type Backend, ownServer } from './backend.ts'
import { Transit } from './transit.ts'

/** Mock Service Worker that is running already, in Node or in a browser. */
export interface MswServer {
  /** What `setupServer()` or `setupWorker()` returned, listening. A process has one, so it is not made here. */
  readonly msw: { use(...handlers: never[]): void }
  /** The address that the game connects to. Default `http://127.0.0.1:7350`, where `@party/client` looks by default. */
  readonly url?: string
}

/**
 * Mock Service Worker: the environment's server is there for the game's own client too, which uses the global `fetch`
 * and `WebSocket` and knows nothing of any environment.
 */
export function mswBackend({ msw, url = 'http://127.0.0.1:7350' }: MswServer): Backend {
  return {
    can: ownServer,
    limits: {},
    async open(server, work) {
      const { partyHandlers } = await import('@party/server/msw')
      const transit = new Transit(work)
      const door = new Door(server, transit)
      const use = msw.use as (...handlers: ReturnType<typeof partyHandlers>) => void
      use(...partyHandlers(door, { url }))
      await fetch(`${url}/healthcheck`).catch(() => {})
      if (door.isUsed) return { url: new URL(url), fetch: transit.fetch, close: () => door.close() }
      await door.close()
      throw new Error(`MSW does not serve ${url}: call its listen() or start() first`)
    },
  }
}

/** What is in front of the server. MSW cannot be told to forget it, so that it refuses everything once it is closed. */
class Door implements Endpoint {
  readonly #server: Endpoint
  readonly #transit: Transit
  #isClosed = false
  /** Whether anybody has come here. */
  isUsed = false

  constructor(server: Endpoint, transit: Transit) {
    this.#server = server
    this.#transit = transit
  }

  get config(): Endpoint['config'] {
    return this.#server.config
  }

  async fetch(request: Request): Promise<Response> {
    this.isUsed = true
    if (this.#isClosed) return Response.error()
    return this.#transit.arrive(request, (arrived) => this.#server.fetch(arrived))
  }

  async admit(...handshake: Parameters<Endpoint['admit']>): ReturnType<Endpoint['admit']> {
    return this.#isClosed ? { ok: false, response: Response.error() } : this.#server.admit(...handshake)
  }

  accept(...line: Parameters<Endpoint['accept']>): ReturnType<Endpoint['accept']> {
    return this.#server.accept(...line)
  }

  close(): Promise<void> {
    this.#isClosed = true
    return this.#server.close()
  }
}
