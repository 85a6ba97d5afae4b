import { type HttpHandler, http, type WebSocketHandler } from 'msw'
import type { Endpoint } from './endpoint.ts'
import { defaultAddress, parseAddress } from './msw-address.ts'
import { MswConnection } from './msw-connection.ts'
import { breakOff, type MswClient, MswLink } from './msw-link.ts'

export {
  type PartyPassthroughOptions,
  partyPassthrough,
  type TappedCall,
  type TappedFrame,
} from './msw-passthrough.ts'

/** Where the game looks for the server. */
export interface PartyHandlersOptions {
  /**
   * The address that the game connects to: scheme, host and port. Nothing has to be there.
   * `http://127.0.0.1:7350`, where `@party/client` looks by default, unless another is given.
   */
  readonly url?: string
}

/**
 * Puts a server behind MSW: what the code under test sends to `url`, by the global `fetch` and the global `WebSocket`,
 * comes to this server. For `setupServer(...partyHandlers(server))` in Node and `setupWorker(...)` in a browser; any
 * number of servers, each at a `url` of its own, beside any other handlers. Of several at one address the first is asked.
 *
 * What a game sees is what it sees on a network, as far as a patched `WebSocket` can show it:
 * - A refused handshake is `error`, then `close` with code 1006, as in every browser. The reason is in the answer to
 *   `GET /ws` with the same query, 401 for a token that is not taken, which is where `@party/client` looks for it.
 * - A broken line ends with code 1006 too. The event's `wasClean` is true in both cases, which it would not be.
 * - Close codes and reasons are the server's; those after a message that is too large (1009) as well.
 * - Only the global `WebSocket` is served. The `ws` library makes its handshake over HTTP, and is answered there: 401 for
 *   a token that is not taken, else 400.
 * - There are no WebSocket pings; as long as a socket is open, its page counts as alive.
 *
 * Every fault of a `ServerControl` can be shown here.
 *
 * Stopping MSW leaves its open sockets open: close the server first, or disconnect the clients.
 *
 * @throws {TypeError} for a `url` that is no address of a server, or has a path.
 */
export function partyHandlers(
  server: Endpoint,
  { url = defaultAddress }: PartyHandlersOptions = {},
): (HttpHandler | WebSocketHandler)[] {
  const address = parseAddress(url)
  return [
    http.all(address.http, ({ request }) => server.fetch(request)),
    new MswLink(address.webSocket, (client) => handshake(server, client)),
  ]
}

async function handshake(server: Endpoint, client: MswClient): Promise<void> {
  const admission = await server.admit(client.url, null)
  if (!admission.ok) return breakOff(client)
  // Who listens here is called after the page, and before anything that the page sends at this moment is delivered.
  client.socket.addEventListener(
    'open',
    () => {
      const connection = new MswConnection(client)
      connection.attach(server.accept(connection, admission))
    },
    { once: true },
  )
}
