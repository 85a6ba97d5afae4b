import type { Duplex } from 'node:stream'
// The module's own, because a test runner's fake timers replace the global one.
import { setImmediate } from 'node:timers'

/** A line that has something to write at the end of the turn. */
export interface Writer {
  flush(): void
}

/** How long what can wait is kept back, in milliseconds: about a frame of a game. */
const patienceMs = 20

/** Longer than this together, pieces are handed over one by one instead of being copied into one. */
const longestJoin = 256 * 1024

/**
 * Joins what is written within one turn of the event loop: each line hands the system everything it has to say in
 * one go, which costs little more than a single frame does.
 */
export class Writes {
  #waiting: Writer[] = []
  #patient: Writer[] = []
  /** Where pieces are joined; grows to what is needed. */
  #scratch = Buffer.allocUnsafeSlow(16 * 1024)

  /** Lets a line write at the end of this turn. */
  add(writer: Writer): void {
    if (this.#waiting.push(writer) === 1) setImmediate(this.#run)
  }

  /** Lets a line write some milliseconds from now. By then it may have written everything already. */
  addLater(writer: Writer): void {
    if (this.#patient.push(writer) === 1) setTimeout(this.#runPatient, patienceMs)
  }

  /** Writes pieces to a stream as one. */
  join(stream: Duplex, pieces: readonly Uint8Array[]): void {
    const [first] = pieces
    if (first === undefined) return
    if (pieces.length === 1) return void stream.write(first)
    let length = 0
    for (const piece of pieces) length += piece.length
    if (length > longestJoin) return writeEach(stream, pieces)
    if (length > this.#scratch.length) this.#scratch = Buffer.allocUnsafeSlow(length * 2)
    let at = 0
    for (const piece of pieces) {
      this.#scratch.set(piece, at)
      at += piece.length
    }
    stream.write(this.#scratch.subarray(0, length))
    // Nearly always the system has taken all of it by now. When it has not, the stream keeps this memory.
    if (stream.writableLength > 0) this.#scratch = Buffer.allocUnsafeSlow(this.#scratch.length)
  }

  readonly #run = (): void => {
    const waiting = this.#waiting
    this.#waiting = []
    for (const writer of waiting) writer.flush()
  }

  readonly #runPatient = (): void => {
    const patient = this.#patient
    this.#patient = []
    for (const writer of patient) writer.flush()
  }
}

function writeEach(stream: Duplex, pieces: readonly Uint8Array[]): void {
  stream.cork()
  for (const piece of pieces) stream.write(piece)
  stream.uncork()
}
