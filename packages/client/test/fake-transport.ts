import type {
  OpenTransport,
  Transport,
  TransportClose,
  TransportListener,
} from '../src/transport/transport.ts'

/** A connection whose other end is the test. Once it is over it tells nothing more, as every transport. */
export class FakeTransport implements Transport {
  readonly url: string
  readonly sent: (string | Uint8Array)[] = []
  /** How it ended: from this side, or dropped by the other. */
  ended: 'closed' | 'abandoned' | 'dropped' | undefined
  readonly listener: TransportListener

  constructor(url: string, listener: TransportListener) {
    this.url = url
    this.listener = {
      onOpen: () => this.ended || listener.onOpen(),
      onFrame: (frame) => this.ended || listener.onFrame(frame),
      onClose: (close) => {
        if (this.ended) return
        this.ended = 'dropped'
        listener.onClose(close)
      },
    }
  }

  send(frame: string | Uint8Array): void {
    this.sent.push(frame)
  }

  close(isDead?: boolean): void {
    this.ended ??= isDead ? 'abandoned' : 'closed'
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
