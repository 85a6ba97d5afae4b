/** In place of `isomorphic.ts` where the platform is a browser, so that no page carries what it has already. */
export function importWebSocket(): never {
  throw new Error('no WebSocket')
}
