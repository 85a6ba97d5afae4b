import type {
  OpenTransport,
  Transport,
  TransportClose,
  TransportListener,
} from '../src/transport/transport.ts'

/** A connection whose other end is the test. */
export class FakeTransport implements Transport {
  readonly url: string
  readonly sent: (string | Uint8Array)[] = []
  /** How it ended: from this side, or dropped by the other. */
  ended: 'closed' | 'abandoned' | 'dropped' | undefined
  readonly listener: TransportListener

  constructor(url: string, listener: TransportListener) {
    this.url = url
    this.listener = listener
  }

  send(frame: string | Uint8Array): void {
    this.sent.push(frame)
  }

  close(): void {
    this.ended = 'closed'
  }

  abandon(): void {
    this.ended = 'abandoned'
  }

  /** The `cid`s of what was sent, oldest first. */
  get cids(): string[] {
    return this.sent.map((frame) => String(JSON.parse(String(frame)).cid))
  }

  drop(close: TransportClose): void {
    this.ended ??= 'dropped'
    this.listener.onClose(close)
  }

  receive(message: object): void {
    this.listener.onFrame(JSON.stringify(message))
  }
}

/** A way to open fake connections, and those that were opened. */
export function fakeTransports() {
  const opened: FakeTransport[] = []
  const openTransport: OpenTransport = (url, listener) => {
    const transport = new FakeTransport(url, listener)
    opened.push(transport)
    return transport
  }
  const last = () => {
    const transport = opened.at(-1)
    if (!transport) throw new Error('nothing was opened')
    return transport
  }
  return { openTransport, opened, last }
}
