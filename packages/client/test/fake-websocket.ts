import type { WebSocketLike } from '../src/transport/websocket.ts'

/** A WebSocket whose other end is the test. */
export class FakeWebSocket implements WebSocketLike {
  readonly url: string
  binaryType = 'blob'
  onopen: ((event: never) => unknown) | null = null
  onmessage: ((event: never) => unknown) | null = null
  onclose: ((event: never) => unknown) | null = null
  onerror: ((event: never) => unknown) | null = null
  readonly sent: (string | Uint8Array)[] = []
  readonly closed: (number | undefined)[] = []

  constructor(url: string) {
    this.url = url
  }

  send(data: string | Uint8Array): void {
    this.sent.push(data)
  }

  close(code?: number): void {
    this.closed.push(code)
  }

  /** Calls the handler that is registered now, if any, as a platform does. */
  dispatch(kind: 'open' | 'message' | 'close' | 'error', event: object = {}): void {
    this[`on${kind}`]?.(event as never)
  }

  /** What was sent, parsed. */
  get requests(): Record<string, never>[] {
    return this.sent.map((frame) => JSON.parse(String(frame)))
  }

  receive(message: object): void {
    this.dispatch('message', { data: JSON.stringify(message) })
  }
}

/** A WebSocket class like the given one, and the sockets that were made of it. */
export function recorded<Socket extends FakeWebSocket>(Fake: new (url: string) => Socket) {
  const made: Socket[] = []
  class Recorded extends (Fake as new (url: string) => FakeWebSocket) {
    constructor(url: string) {
      super(url)
      made.push(this as unknown as Socket)
    }
  }
  const last = () => {
    const socket = made.at(-1)
    if (!socket) throw new Error('no socket was made')
    return socket
  }
  return { WebSocket: Recorded, made, last }
}

export const fakeWebSockets = () => recorded(FakeWebSocket)
