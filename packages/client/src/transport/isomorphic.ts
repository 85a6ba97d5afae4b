import type { WebSocketConstructor } from './websocket.ts'

/** The WebSocket class of platforms that have none of their own: Node before version 22. */
export async function importWebSocket(): Promise<WebSocketConstructor> {
  const module = await import('isomorphic-ws')
  return module.default
}
