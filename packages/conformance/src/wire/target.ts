/** A server under test, seen from outside: requests, sockets, and the time it lives in. */
export interface Target {
  /** What a client authenticates with. */
  readonly serverKey: string
  /** How much longer than a recording says an outcome may take, in ms. */
  readonly patienceMs: number
  /** How long to watch for what should not arrive, in ms. */
  readonly quietMs: number
  /** Sends a request; the path begins with a slash. Rejects when there is no answer. */
  fetch(path: string, init: RequestInit): Promise<Response>
  /** Opens a socket; undefined when the server refuses it. */
  openSocket(path: string, events: SocketEvents): Promise<WireSocket | undefined>
  /** Lets time pass for the server: waits for it, or moves the clock that was given to it. */
  pass(ms: number): Promise<void>
}

/** What a socket reports, until it has closed. */
export interface SocketEvents {
  message(data: string | Uint8Array): void
  closed(): void
}

/** A raw socket: no codec, so that what a scenario sends and receives is what is on the wire. */
export interface WireSocket {
  send(text: string): void
  close(): void
}

/** What {@link webTarget} builds a target from. */
export interface WebTargetOptions {
  /** The server's address, such as `http://127.0.0.1:7350`. */
  readonly url: string
  readonly serverKey: string
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly WebSocket: new (url: string) => WebSocketLike
  readonly pass: (ms: number) => Promise<void>
  /** Default 0: what is to arrive has arrived once the server has answered a ping. */
  readonly patienceMs?: number
  /** Default 0. */
  readonly quietMs?: number
}

/** The part of the standard `WebSocket` that a target uses. */
export interface WebSocketLike {
  binaryType: string
  send(data: string): void
  close(): void
  addEventListener(type: 'open' | 'error' | 'close', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
}

/** A target behind the standard `fetch` and `WebSocket`: a real port, or a host that offers both in memory. */
export function webTarget(options: WebTargetOptions): Target {
  const base = options.url.replace(/\/$/, '')
  return {
    serverKey: options.serverKey,
    patienceMs: options.patienceMs ?? 0,
    quietMs: options.quietMs ?? 0,
    fetch: (path, init) => options.fetch(base + path, init),
    openSocket: (path, events) => open(new options.WebSocket(base.replace(/^http/, 'ws') + path), events),
    pass: options.pass,
  }
}

function open(socket: WebSocketLike, events: SocketEvents): Promise<WireSocket | undefined> {
  socket.binaryType = 'arraybuffer'
  return new Promise((resolve) => {
    let opened = false
    socket.addEventListener('open', () => {
      opened = true
      resolve({ send: (text) => socket.send(text), close: () => socket.close() })
    })
    // A failed connection reports an error and then closes; the close says all there is to say.
    socket.addEventListener('error', () => {})
    socket.addEventListener('message', ({ data }) => {
      events.message(data instanceof ArrayBuffer ? new Uint8Array(data) : String(data))
    })
    socket.addEventListener('close', () => {
      if (opened) events.closed()
      else resolve(undefined)
    })
  })
}
