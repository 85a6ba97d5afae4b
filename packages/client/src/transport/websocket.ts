import { type Clock, closedAbnormally } from '@party/protocol'
import { bytesOf } from '../runtime/bytes.ts'
import { closeSocket, importWebSocket } from './isomorphic.ts'
import type { OpenTransport, TransportClose } from './transport.ts'

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

/**
 * Connections over WebSocket: the given class, else the global one, else `isomorphic-ws`. It is looked up for
 * every connection, because test tools replace the global one while a program runs.
 */
export function webSocketTransport(clock: Clock, injected?: WebSocketConstructor): OpenTransport {
  return (url, listener) => {
    let socket: WebSocketLike | undefined
    let isOver = false

    const ended = (close: TransportClose) => {
      if (isOver) return
      isOver = true
      listener.onClose(close)
    }

    async function open(): Promise<void> {
      const { WebSocket } = globalThis as { WebSocket?: WebSocketConstructor }
      const Socket = await (injected ?? WebSocket ?? importWebSocket())
      if (isOver) return
      socket = new Socket(url)
      socket.binaryType = 'arraybuffer'
      socket.onopen = () => isOver || listener.onOpen()
      socket.onmessage = ({ data }: { data: string | ArrayBuffer | ArrayBufferView }) =>
        isOver || listener.onFrame(typeof data === 'string' ? data : bytesOf(data))
      // It says nothing, and a close event always follows it; but without a listener `ws` ends the process.
      socket.onerror = () => {}
      socket.onclose = ({ code = closedAbnormally, reason = '' }: Partial<TransportClose>) =>
        ended({ code, reason })
    }

    open().catch((cause) => ended({ code: closedAbnormally, reason: String(cause) }))

    return {
      // A codec never encodes into shared memory, which is all that the wider type allows beyond this one.
      send: (frame) => socket?.send(frame as string | Uint8Array<ArrayBuffer>),
      close(isDead) {
        if (socket && !isOver) closeSocket(socket, clock, isDead)
        isOver = true
      },
    }
  }
}
