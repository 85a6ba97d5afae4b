import { connect, type Socket } from 'node:net'
import { clientFrame, FrameCounter, pongFrame } from './frames.ts'

/** Frames up to this many bytes are answers (`{}`, `{"cid":"1"}`); longer ones are what others were to hear. */
const longestAnswer = 48

// Every socket of the process reads into the same memory: nothing is kept of what is read.
const sharedBuffer = Buffer.allocUnsafe(256 * 1024)

/** A WebSocket over a bare TCP socket that counts what it receives and, but for a set-up, does not look at it. */
export class RawSocket {
  /** Frames that others caused. */
  deliveries = 0
  /** Frames that are answers to requests of this socket. */
  answers = 0
  isOpen = true
  /** Called after each piece of what was received. */
  onReceived: () => void = () => {}
  readonly #stream: Socket
  readonly #counter: FrameCounter
  /** Text of what was received, while somebody wants to look at it. */
  #text: string | undefined

  private constructor(stream: Socket) {
    this.#stream = stream
    this.#counter = new FrameCounter(this)
    stream.on('close', () => {
      this.isOpen = false
    })
  }

  /** Opens a socket at a path of a server. Rejects when the server does not switch protocols. */
  static open(url: URL, path: string): Promise<RawSocket> {
    return new Promise((resolve, reject) => {
      let take = (chunk: Uint8Array): void => {
        head += Buffer.from(chunk).toString('latin1')
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        if (!head.startsWith('HTTP/1.1 101')) return reject(new Error(`no socket: ${head.slice(0, 200)}`))
        const socket = new RawSocket(stream)
        take = (next) => socket.#take(next)
        resolve(socket)
        take(Buffer.from(head.slice(end + 4), 'latin1'))
      }
      let head = ''
      const stream: Socket = connect({
        host: url.hostname,
        port: Number(url.port),
        noDelay: true,
        onread: {
          buffer: sharedBuffer,
          callback: (length, buffer) => {
            take(buffer.subarray(0, length))
            return true
          },
        },
      })
      stream.on('error', reject)
      stream.write(
        `GET ${path} HTTP/1.1\r\nHost: ${url.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      )
    })
  }

  /** Sends a frame made beforehand. */
  send(frame: Buffer): void {
    this.#stream.write(frame)
  }

  /** Sends a message and gives the text received from then on, as soon as it matches. For set-ups. */
  ask(message: object, answer: RegExp, waitMs = 10_000): Promise<RegExpExecArray> {
    this.#text = ''
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(deadline)
        this.#text = undefined
        this.onReceived = () => {}
      }
      const deadline = setTimeout(() => {
        const text = this.#text
        settle()
        reject(new Error(`no ${answer} within ${waitMs} ms after ${JSON.stringify(message)}: ${text}`))
      }, waitMs)
      this.onReceived = () => {
        const match = answer.exec(this.#text ?? '')
        if (match === null) return
        settle()
        resolve(match)
      }
      this.send(clientFrame(JSON.stringify(message)))
    })
  }

  close(): void {
    this.#stream.destroy()
  }

  frame(payloadLength: number): void {
    if (payloadLength <= longestAnswer) this.answers++
    else this.deliveries++
  }

  ping(): void {
    this.send(pongFrame)
  }

  #take(chunk: Uint8Array): void {
    if (this.#text !== undefined) this.#text += Buffer.from(chunk).toString('latin1')
    this.#counter.take(chunk)
    this.onReceived()
  }
}
