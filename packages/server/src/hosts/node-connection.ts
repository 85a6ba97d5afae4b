import type { Duplex } from 'node:stream'
import type { Connection, OutgoingFrame, Peer } from '../session/connection.ts'
import { type FrameListener, FrameReader } from './node-frame-reader.ts'
import { closeFrame, controlFrame, type Frames, opcodes } from './node-frames.ts'
import type { Writer, Writes } from './node-writes.ts'

/** What the connections of a host have in common. */
export interface NodeConnectionOptions {
  readonly frames: Frames
  readonly writes: Writes
  /** How long a line may last after the goodbye, in milliseconds. */
  readonly closeAckWaitMs: number
  /** A longer message ends the connection without being taken in. */
  readonly maxMessageBytes: number
}

const noPayload = new Uint8Array()

/** A WebSocket on a real port, as a session sees it: frames, pings and goodbyes over a TCP stream. */
export class NodeConnection implements Connection, FrameListener, Writer {
  readonly #stream: Duplex
  readonly #options: NodeConnectionOptions
  readonly #reader: FrameReader
  #peer: Peer | undefined
  /** What goes out next: at the end of this turn of the event loop, unless all of it can wait. */
  readonly #unwritten: Uint8Array[] = []
  #isUrgent = false
  /** Frames kept back while the peer does not read. */
  #held: OutgoingFrame[] = []
  #isBlocked = false
  /** Whether nothing more may be written: a close frame is on its way, or the line has ended. */
  #isSilent = false
  #deadline: NodeJS.Timeout | undefined

  /** @param greeting what the line begins with: the answer to the handshake */
  constructor(stream: Duplex, greeting: Uint8Array, options: NodeConnectionOptions) {
    this.#stream = stream
    this.#options = options
    this.#reader = new FrameReader(this, options.maxMessageBytes)
    this.#write(greeting)
  }

  /** Hands over what comes in, from now on. `head` is what has come in already. */
  open(peer: Peer, head: Buffer): void {
    this.#peer = peer
    const stream = this.#stream
    stream.on('data', (chunk: Buffer) => this.#reader.take(chunk))
    stream.on('drain', () => this.#drained())
    stream.on('end', () => this.#hangUp())
    stream.on('close', () => this.#closed())
    if (head.length > 0) this.#reader.take(head)
  }

  get backlog(): number {
    return this.#held.length
  }

  send(frame: OutgoingFrame): void {
    if (this.#isBlocked) this.#held.push(frame)
    else this.#write(this.#options.frames.wireOf(frame), frame.canWait)
  }

  ping(): void {
    this.#write(controlFrame(opcodes.ping, noPayload))
  }

  close(code: number, reason: string): void {
    for (const frame of this.#held.splice(0)) this.#write(this.#options.frames.wireOf(frame))
    this.#sayGoodbye(closeFrame(code, reason))
  }

  terminate(): void {
    this.#stream.destroy()
  }

  pause(): void {
    this.#stream.pause()
  }

  resume(): void {
    this.#stream.resume()
  }

  flush(): void {
    this.#options.writes.join(this.#stream, this.#unwritten)
    // To set its length would give away its memory, which the next frame needs again.
    while (this.#unwritten.length > 0) this.#unwritten.pop()
    this.#isUrgent = false
    // Whether the peer reads shows only now that the system was offered everything of this turn.
    this.#isBlocked = this.#stream.writableNeedDrain && this.#stream.writableLength > 0
  }

  message(data: string | Uint8Array): void {
    this.#peer?.receive(data)
  }

  pinged(payload: Uint8Array): void {
    // The answers would pile up at a peer that does not read.
    if (!this.#isBlocked) this.#write(controlFrame(opcodes.pong, payload))
  }

  ponged(): void {
    this.#peer?.pong()
  }

  goodbye(code: number | undefined): void {
    // The code comes back as an echo, without the reason.
    this.#sayGoodbye(closeFrame(code))
    this.#hangUp()
  }

  fault(closeCode: number): void {
    this.#sayGoodbye(closeFrame(closeCode))
    this.#hangUp()
  }

  #write(bytes: Uint8Array, canWait = false): void {
    if (this.#isSilent) return
    const isFirst = this.#unwritten.push(bytes) === 1
    if (!canWait && !this.#isUrgent) {
      this.#isUrgent = true
      this.#options.writes.add(this)
    } else if (isFirst) {
      this.#options.writes.addLater(this)
    }
  }

  #sayGoodbye(frame: Uint8Array): void {
    this.#write(frame)
    this.#isSilent = true
    this.#endSoon()
  }

  /** Nothing more comes from the peer, so nothing more goes to it either. */
  #hangUp(): void {
    this.flush()
    this.#isSilent = true
    this.#stream.end()
    this.#endSoon()
    this.#peer?.lineClosed()
  }

  #endSoon(): void {
    this.#deadline ??= setTimeout(() => this.#stream.destroy(), this.#options.closeAckWaitMs)
  }

  #closed(): void {
    clearTimeout(this.#deadline)
    this.#isSilent = true
    this.#peer?.lineClosed()
  }

  #drained(): void {
    this.#isBlocked = false
    for (const frame of this.#held.splice(0)) this.send(frame)
  }
}
