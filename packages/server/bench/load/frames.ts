/** A text frame as a client sends it: masked, with a key of zeros, so that the payload stands there as it is. */
export function clientFrame(text: string): Buffer {
  const payload = Buffer.from(text)
  const isShort = payload.length < 126
  const frame = Buffer.alloc((isShort ? 6 : 8) + payload.length)
  frame[0] = 0x81
  if (isShort) {
    frame[1] = 0x80 | payload.length
  } else {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(payload.length, 2)
  }
  payload.copy(frame, frame.length - payload.length)
  return frame
}

/** The answer to a ping: a pong without a word, masked as everything of a client. */
export const pongFrame = Buffer.from([0x8a, 0x80, 0, 0, 0, 0])

/** What a {@link FrameCounter} came across. */
export interface FrameListener {
  /** A whole message passed by, of this many bytes without its header. */
  frame(payloadLength: number): void
  /** The server wants a sign of life. */
  ping(): void
}

/**
 * Walks over what a server sends from frame to frame without looking into any of them, so that receiving costs the
 * load as little as it can and the same whatever the server says.
 */
export class FrameCounter {
  readonly #listener: FrameListener
  readonly #header = Buffer.alloc(10)
  #headerLength = 0
  #payloadLength = 0
  /** Bytes of the payload at hand that are still to come; negative while a header is being read. */
  #missing = -1

  constructor(listener: FrameListener) {
    this.#listener = listener
  }

  take(chunk: Uint8Array): void {
    let at = 0
    while (at < chunk.length) {
      if (this.#missing < 0) {
        this.#header[this.#headerLength++] = chunk[at++] ?? 0
        this.#missing = this.#lengthOfPayload()
        this.#payloadLength = this.#missing
      }
      if (this.#missing >= 0) {
        const step = Math.min(this.#missing, chunk.length - at)
        at += step
        this.#missing -= step
        if (this.#missing === 0) this.#ended()
      }
    }
  }

  /** -1 until the header is complete. */
  #lengthOfPayload(): number {
    if (this.#headerLength < 2) return -1
    const short = (this.#header[1] ?? 0) & 0x7f
    if (short < 126) return short
    const wanted = short === 126 ? 4 : 10
    if (this.#headerLength < wanted) return -1
    return short === 126 ? this.#header.readUInt16BE(2) : Number(this.#header.readBigUInt64BE(2))
  }

  #ended(): void {
    const opcode = (this.#header[0] ?? 0) & 0x0f
    this.#missing = -1
    this.#headerLength = 0
    if (opcode < 8) this.#listener.frame(this.#payloadLength)
    else if (opcode === 9) this.#listener.ping()
  }
}
