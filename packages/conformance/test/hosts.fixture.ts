import type { VirtualClock } from '@party/protocol/virtual-clock'
import { memoryHost, PartyServer } from '@party/server'
import { partyHandlers } from '@party/server/msw'
import { listen } from '@party/server/node'
import { setupServer } from 'msw/node'
import type { JsonObject } from '../src/files/json.ts'
import { serverConfig } from '../src/servers/config.ts'
import { VirtualTime } from '../src/servers/virtual-time.ts'
import { type Target, webTarget } from '../src/wire/target.ts'

/** A server of our own, ready to be played against, in time that the player moves. */
export interface OpenHost {
  readonly target: Target
  readonly clock: VirtualClock
  readonly server: PartyServer
  close(): Promise<void>
}

/** The ways our server can be reached. */
export const hosts: Readonly<Record<'memory' | 'node' | 'msw', (config: JsonObject) => Promise<OpenHost>>> = {
  memory: async (config) => {
    const { server, clock, pass } = create(config)
    const host = memoryHost(server)
    return {
      server,
      clock,
      target: webTarget({
        url: 'http://memory',
        serverKey: server.config.socket.serverKey,
        fetch: host.fetch,
        WebSocket: host.WebSocket,
        pass,
        patienceMs: 2_000,
      }),
      close: () => server.close(),
    }
  },
  node: async (config) => {
    const { server, clock, pass } = create(config)
    const host = await listen(server, { host: '127.0.0.1', port: 0 })
    return {
      server,
      clock,
      target: webTarget({
        url: host.url,
        serverKey: server.config.socket.serverKey,
        fetch: (url, init) => fetch(url, init),
        WebSocket,
        pass,
        // A socket that ends is noticed by the other side some turns of the event loop later, and no ping tells.
        patienceMs: 5_000,
      }),
      close: () => host.close(),
    }
  },
  msw: async (config) => {
    const { server, clock, pass } = create(config)
    const url = 'http://server.test'
    const msw = setupServer(...partyHandlers(server, { url }))
    msw.listen({ onUnhandledFrame: 'error' })
    return {
      server,
      clock,
      target: webTarget({
        url,
        serverKey: server.config.socket.serverKey,
        // Patched as long as MSW listens.
        fetch: (url, init) => fetch(url, init),
        WebSocket,
        pass,
        // A message passes through more turns of the event loop here than a ping waits for.
        patienceMs: 5_000,
      }),
      close: async () => {
        await server.close()
        msw.close()
      },
    }
  },
}

function create(config: JsonObject) {
  const { clock, offload, pass } = new VirtualTime()
  return { server: new PartyServer({ clock, offload, config: serverConfig(config) }), clock, pass }
}
