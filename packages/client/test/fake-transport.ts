import type { TransportClose, WebSocketLike } from '../src/transport/websocket.ts'

/** A WebSocket whose other end is the test, told in the words of a connection. Once it is over it is silent. */
export class FakeTransport implements WebSocketLike {
  binaryType = 'blob'
  onopen: ((event: never) => unknown) | null = null
  onmessage: ((event: never) => unknown) | null = null
  onclose: ((event: never) => unknown) | null = null
  onerror: ((event: never) => unknown) | null = null
  readonly url: string
  readonly sent: (string | Uint8Array)[] = []
  /** How it ended: from this side, or dropped by the other. */
  ended: 'closed' | 'abandoned' | 'dropped' | undefined

  /** What the other end does. */
  readonly listener = {
    onOpen: () => this.ended || this.onopen?.({} as never),
    onFrame: (data: string | Uint8Array) => this.ended || this.onmessage?.({ data } as never),
    onClose: (close: TransportClose) => {
      if (this.ended) return
      this.ended = 'dropped'
      this.onclose?.(close as never)
    },
  }

  constructor(url: string) {
    this.url = url
  }

  send(frame: string | Uint8Array): void {
    this.sent.push(frame)
  }

  /** The other end agrees at once. */
  close(): void {
    this.ended ??= 'closed'
    queueMicrotask(() => this.onclose?.({ code: 1000 } as never))
  }

  terminate(): void {
    this.ended ??= 'abandoned'
  }

  /** The `cid`s of what was sent, oldest first. */
  get cids(): string[] {
    return this.sent.map((frame) => String(JSON.parse(String(frame)).cid))
  }

  drop(close: TransportClose): void {
    this.listener.onClose(close)
  }

  receive(message: object): void {
    this.listener.onFrame(JSON.stringify(message))
  }
}

/** A WebSocket class, and what was made of it. */
export function fakeTransports() {
  const opened: FakeTransport[] = []
  class WebSocket extends FakeTransport {
    constructor(url: string) {
      super(url)
      opened.push(this)
    }
  }
  const last = () => {
    const transport = opened.at(-1)
    if (!transport) throw new Error('nothing was opened')
    return transport
  }
  return { WebSocket, opened, last }
}
