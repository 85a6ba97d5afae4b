import { closedNormally } from '@party/protocol'
import type { WebSocketLike } from './websocket.ts'

// In place of `isomorphic.ts` where the platform is a browser, so that no page carries what only Node needs.

export function importWebSocket(): never {
  throw new Error('no WebSocket')
}

/** No browser can break a connection off. */
export function closeSocket(socket: WebSocketLike): void {
  socket.close(closedNormally)
}
