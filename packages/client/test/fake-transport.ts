import type { TransportClose } from '../src/transport/websocket.ts'
import { FakeWebSocket, recorded } from './fake-websocket.ts'

/** A WebSocket whose other end is the test, told in the words of a connection. Once it is over that end is silent. */
export class FakeTransport extends FakeWebSocket {
  /** How it ended: from this side, or dropped by the other. */
  ended: 'closed' | 'abandoned' | 'dropped' | undefined

  /** What the other end does. */
  readonly listener = {
    onOpen: () => this.ended || this.dispatch('open'),
    onFrame: (data: string | Uint8Array) => this.ended || this.dispatch('message', { data }),
    onClose: (close: TransportClose) => {
      if (this.ended) return
      this.ended = 'dropped'
      this.dispatch('close', close)
    },
  }

  /** The other end agrees at once. */
  override close(code?: number): void {
    super.close(code)
    this.ended ??= 'closed'
    queueMicrotask(() => this.dispatch('close', { code: 1000 }))
  }

  terminate(): void {
    this.ended ??= 'abandoned'
  }

  /** The `cid`s of what was sent, oldest first. */
  get cids(): string[] {
    return this.requests.map(({ cid }) => String(cid))
  }

  drop(close: TransportClose): void {
    this.listener.onClose(close)
  }

  override receive(message: object): void {
    this.listener.onFrame(JSON.stringify(message))
  }
}

/** A WebSocket class, and what was made of it. */
export function fakeTransports() {
  const { WebSocket, made: opened, last } = recorded(FakeTransport)
  return { WebSocket, opened, last }
}
