import type { Duplex } from 'node:stream'
import { setImmediate } from 'node:timers'
import type { WebSocket } from 'ws'
import type { Connection, OutgoingFrame } from '../session/connection.ts'

/**
 * Joins the writes that happen within one turn of the event loop: whoever writes is corked, and all are uncorked
 * together at its end.
 */
export class Corks {
  readonly #corked: (() => void)[] = []

  /** Calls back at the end of this turn. */
  add(uncork: () => void): void {
    if (this.#corked.push(uncork) === 1) setImmediate(() => this.#run())
  }

  #run(): void {
    for (const uncork of this.#corked.splice(0)) uncork()
  }
}

/** A WebSocket on a real port, as a session sees it. */
export class NodeConnection implements Connection {
  readonly #socket: WebSocket
  readonly #stream: Duplex
  readonly #corks: Corks
  readonly #closeAckWaitMs: number
  /** Frames kept back while the peer does not read. */
  readonly #held: OutgoingFrame[] = []
  #isCorked = false
  #isBlocked = false

  constructor(socket: WebSocket, stream: Duplex, corks: Corks, closeAckWaitMs: number) {
    this.#socket = socket
    this.#stream = stream
    this.#corks = corks
    this.#closeAckWaitMs = closeAckWaitMs
    stream.on('drain', () => this.#drained())
  }

  get backlog(): number {
    return this.#held.length
  }

  send(frame: OutgoingFrame): void {
    if (this.#isBlocked) this.#held.push(frame)
    else this.#write(frame)
  }

  ping(): void {
    if (this.#isOpen) this.#socket.ping()
  }

  close(code: number, reason: string): void {
    for (const frame of this.#held.splice(0)) this.#write(frame)
    if (!this.#isOpen) return
    this.#socket.close(code, reason)
    const deadline = setTimeout(() => this.#socket.terminate(), this.#closeAckWaitMs)
    this.#socket.once('close', () => clearTimeout(deadline))
  }

  terminate(): void {
    this.#socket.terminate()
  }

  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  #write(frame: OutgoingFrame): void {
    if (!this.#isOpen) return
    if (!this.#isCorked) {
      this.#isCorked = true
      this.#stream.cork()
      this.#corks.add(() => this.#uncork())
    }
    this.#socket.send(frame.data, { binary: typeof frame.data !== 'string' })
  }

  #uncork(): void {
    this.#isCorked = false
    this.#stream.uncork()
    // Whether the peer reads shows only now that the system was offered everything of this turn.
    this.#isBlocked = this.#stream.writableNeedDrain
  }

  #drained(): void {
    this.#isBlocked = false
    for (const frame of this.#held.splice(0)) this.send(frame)
  }
}
