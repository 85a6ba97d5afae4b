import { type Clock, closedNormally } from '@party/protocol'
import type { WebSocketConstructor, WebSocketLike } from './websocket.ts'

// What Node needs beyond a browser. Pages get `isomorphic.browser.ts` in its place.

/** The WebSocket class of platforms that have none of their own: Node before version 22. */
export async function importWebSocket(): Promise<WebSocketConstructor> {
  const module = await import('isomorphic-ws')
  return module.default
}

/** How long the other side may take to agree to an end, in milliseconds. `ws` itself waits for 30 seconds. */
const closingMs = 1000

/** Closes a socket. One that can be broken off is: at once if its peer is dead, else if it takes too long. */
export function closeSocket(socket: WebSocketLike, clock: Clock, isDead?: boolean): void {
  if (isDead && socket.terminate) return socket.terminate()
  socket.close(closedNormally)
  if (!socket.terminate) return
  // A process would live on until a peer that no longer answers is given up.
  const deadline = clock.setTimeout(() => socket.terminate?.(), closingMs)
  socket.onclose = () => clock.clearTimeout(deadline)
}
