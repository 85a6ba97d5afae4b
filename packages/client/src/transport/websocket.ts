/**
 * What the SDK uses of a WebSocket: less than every browser, Node, `ws` and the test hosts have. The
 * `on…` properties are used because some game engines offer nothing else.
 */
export interface WebSocketLike {
  binaryType: string
  onopen: ((event: never) => unknown) | null
  onmessage: ((event: never) => unknown) | null
  onclose: ((event: never) => unknown) | null
  onerror: ((event: never) => unknown) | null
  send(data: string | Uint8Array<ArrayBuffer>): void
  close(code?: number): void
  /** Breaks the connection off. Only `ws` has it. */
  terminate?(): void
}

/** The WebSocket class to connect with. */
export type WebSocketConstructor = new (url: string) => WebSocketLike

/** How a connection ended, in the words of whoever ended it. */
export interface TransportClose {
  /** WebSocket close code; 1006 when the connection broke, or never came to be, without a close frame. */
  readonly code: number
  /** What the other side gave as its reason; mostly empty. */
  readonly reason: string
}
