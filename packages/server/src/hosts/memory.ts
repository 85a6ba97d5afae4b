import type { Endpoint } from './endpoint.ts'
import { MemorySocket } from './memory-socket.ts'

/** A server inside the process: stand-ins for the two globals a client uses. */
export interface MemoryHost {
  /** To be given to a client in place of the global `WebSocket`. Whatever host a URL names, it comes here. */
  readonly WebSocket: typeof WebSocket
  /** To be given to a client in place of the global `fetch`. */
  readonly fetch: typeof fetch
}

/**
 * Puts a server behind a `WebSocket` and a `fetch` without any network. Bytes, codec and rules are the same as on
 * a port, and nothing is global: two hosts never see each other.
 */
export function memoryHost(server: Endpoint): MemoryHost {
  class HostSocket extends MemorySocket {
    constructor(url: string | URL) {
      super(
        {
          async connect(address, connection, isWanted) {
            const admission = await server.admit(new URL(address), null)
            return admission.ok && isWanted() ? server.accept(connection, admission) : undefined
          },
        },
        url,
      )
    }
  }
  return {
    // A structural subset of the browser's class: everything but the event map's overloads.
    WebSocket: HostSocket as unknown as typeof WebSocket,
    fetch: async (input, init) => {
      const response = await server.fetch(new Request(input, init))
      if (response.type === 'error') throw new TypeError('fetch failed')
      return response
    },
  }
}
