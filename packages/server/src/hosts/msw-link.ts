import { WebSocketHandler } from 'msw'

/** A socket that MSW stands in for, as its interceptor hands it over. */
type Intercepted = Parameters<WebSocketHandler['run']>[0]

/** The page's end of it, which a handler sends to. The stand-in itself is there in every version, beside its type. */
export type MswClient = Intercepted['client'] & { readonly socket: WebSocket }

/** The way on to the server that the page meant. */
export type MswServer = Intercepted['server']

/** Marks a socket that a link has taken, so that of several links to one address only the first does. */
const taken = Symbol('taken')

/**
 * Handles every socket to addresses of a pattern. A socket does not open before `handshake` has resolved; one that is
 * closed meanwhile never opens. MSW's own `ws.link` cannot do that: it opens a socket without waiting for listeners.
 * Nor does it need to keep a list of all clients, across tabs, as a link does.
 */
export class MswLink extends WebSocketHandler {
  readonly #addresses: RegExp
  readonly #handshake: (client: MswClient, server: MswServer) => Promise<void>

  constructor(addresses: RegExp, handshake: (client: MswClient, server: MswServer) => Promise<void>) {
    super(addresses)
    this.#addresses = addresses
    this.#handshake = handshake
  }

  /** MSW calls this for every socket, whether it is of this link or not, and opens the socket when it has resolved. */
  override async run(
    connection: Intercepted,
    context?: Parameters<WebSocketHandler['run']>[1],
  ): ReturnType<WebSocketHandler['run']> {
    const client = connection.client as MswClient
    if (this.#addresses.test(client.url.origin + client.url.pathname) && take(client)) {
      await this.#handshake(client, connection.server)
    }
    return super.run(connection, context)
  }
}

/**
 * Ends a socket without a close frame, as a broken line does: `error`, then `close` with code 1006. Its `wasClean` is
 * true all the same, which MSW does not let a handler choose.
 */
export function breakOff(client: MswClient): void {
  const { socket } = client
  if (socket.readyState >= socket.CLOSING) return
  // Each event in a turn of its own, in this order.
  void Promise.resolve().then(() => socket.dispatchEvent(new Event('error')))
  client.close(1006, '')
}

function take({ socket }: MswClient): boolean {
  return !Object.hasOwn(socket, taken) && Reflect.defineProperty(socket, taken, { value: true })
}
