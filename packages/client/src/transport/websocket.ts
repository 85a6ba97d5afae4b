import { type Clock, closeCodes } from '@party/protocol'
import type { OpenTransport, Transport, TransportListener } from './transport.ts'

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

const ignore = () => {}

/** How long the other side may take to agree to an end, in milliseconds. `ws` itself waits for 30 seconds. */
const closingMs = 1000

/**
 * Connections over WebSocket: the given class, else the global one, else `isomorphic-ws`. It is looked up for
 * every connection, because test tools replace the global one while a program runs.
 */
export function webSocketTransport(clock: Clock, injected?: WebSocketConstructor): OpenTransport {
  return (url, listener) => new WebSocketTransport(url, listener, clock, injected)
}

class WebSocketTransport implements Transport {
  readonly #clock: Clock
  #listener: TransportListener | undefined
  #socket: WebSocketLike | undefined

  constructor(
    url: string,
    listener: TransportListener,
    clock: Clock,
    injected: WebSocketConstructor | undefined,
  ) {
    this.#clock = clock
    this.#listener = listener
    const known = injected ?? globalWebSocket()
    const ready = known ? Promise.resolve(known) : importWebSocket()
    ready.then((WebSocket) => this.#open(WebSocket, url)).catch((cause) => this.#refuse(cause))
  }

  send(frame: string | Uint8Array): void {
    // A codec never encodes into shared memory, which is all that the wider type allows beyond this one.
    this.#socket?.send(frame as string | Uint8Array<ArrayBuffer>)
  }

  close(): void {
    const socket = this.#detach()
    socket?.close(closeCodes.normal)
    if (!socket?.terminate) return
    // A process would live on until a peer that no longer answers is given up.
    const deadline = this.#clock.setTimeout(() => socket.terminate?.(), closingMs)
    socket.onclose = () => this.#clock.clearTimeout(deadline)
  }

  abandon(): void {
    const socket = this.#detach()
    if (socket?.terminate) socket.terminate()
    else socket?.close(closeCodes.normal)
  }

  #open(WebSocket: WebSocketConstructor, url: string): void {
    if (!this.#listener) return
    const socket = new WebSocket(url)
    this.#socket = socket
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => this.#listener?.onOpen()
    socket.onmessage = (event: { data: unknown }) => this.#listener?.onFrame(toFrame(event.data))
    // The error event of a WebSocket says nothing, and a close event always follows it.
    socket.onerror = ignore
    socket.onclose = (event: { code?: number; reason?: string }) => {
      const listener = this.#listener
      this.#detach()
      listener?.onClose({ code: event.code ?? closeCodes.abnormal, reason: event.reason ?? '' })
    }
  }

  #refuse(cause: unknown): void {
    const listener = this.#listener
    this.#detach()
    listener?.onClose({ code: closeCodes.abnormal, reason: String(cause) })
  }

  #detach(): WebSocketLike | undefined {
    const socket = this.#socket
    this.#listener = undefined
    this.#socket = undefined
    if (socket) {
      socket.onopen = null
      socket.onmessage = null
      socket.onclose = null
      // `ws` emits an error when it is closed while it connects; without a listener that ends the process.
      socket.onerror = ignore
    }
    return socket
  }
}

function toFrame(data: unknown): string | Uint8Array {
  if (typeof data === 'string') return data
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  return new Uint8Array(data as ArrayBuffer)
}

function globalWebSocket(): WebSocketConstructor | undefined {
  return (globalThis as { WebSocket?: WebSocketConstructor }).WebSocket
}

async function importWebSocket(): Promise<WebSocketConstructor> {
  const module = await import('isomorphic-ws')
  return module.default
}
