import { isUtf8 } from 'node:buffer'
import { opcodes } from './node-frames.ts'

/** What a {@link FrameReader} finds. */
export interface FrameListener {
  /** A whole message: text, or bytes that nobody else holds. */
  message(data: string | Uint8Array): void
  pinged(payload: Uint8Array): void
  ponged(): void
  /** The client says goodbye; the code is undefined when it gave none. Nothing after this counts. */
  goodbye(code: number | undefined): void
  /** The client does not speak WebSocket; the close code says in which way. Nothing after this counts. */
  fault(closeCode: number): void
}

/** Close codes for what a client gets wrong, as RFC 6455 numbers them. */
export const faults = { protocol: 1002, notUtf8: 1007, tooBig: 1009 } as const

/** A frame of which only the beginning has arrived. */
interface Incomplete {
  readonly head: Head
  readonly payload: Buffer
  filled: number
}

/** What a frame's header says. */
interface Head {
  readonly opcode: number
  readonly isFinal: boolean
  readonly length: number
  /** Where the four bytes of the mask are, which the payload follows. */
  readonly maskAt: number
}

/**
 * Reads what a client sends: frames as RFC 6455 has them, masked, whole or in fragments, cut anywhere by the network.
 * Between two messages it holds nothing.
 */
export class FrameReader {
  readonly #listener: FrameListener
  readonly #maxMessageBytes: number
  /** Start of a header whose end has not arrived. */
  #partialHeader: Buffer | undefined
  #incomplete: Incomplete | undefined
  /** Payloads of a fragmented message so far; the first says whether it is text. */
  #fragments: { readonly opcode: number; readonly parts: Buffer[]; length: number } | undefined
  #isDone = false

  /** @param maxMessageBytes a longer message is a fault, found before it is taken in */
  constructor(listener: FrameListener, maxMessageBytes: number) {
    this.#listener = listener
    this.#maxMessageBytes = maxMessageBytes
  }

  /** Takes the next bytes of the line, which become the reader's: it unmasks in place. */
  take(chunk: Buffer): void {
    const bytes = this.#partialHeader === undefined ? chunk : Buffer.concat([this.#partialHeader, chunk])
    this.#partialHeader = undefined
    let at = this.#incomplete === undefined ? 0 : this.#fill(bytes)
    while (at < bytes.length && !this.#isDone) at = this.#readFrame(bytes, at)
  }

  /** Reads the frame at a position and returns where the next one is. */
  #readFrame(bytes: Buffer, at: number): number {
    const head = this.#readHead(bytes, at)
    if (head === undefined) return bytes.length
    const start = head.maskAt + 4
    const end = start + head.length
    if (end <= bytes.length) {
      unmask(bytes, head.maskAt, bytes, start, end)
      this.#frame(head, bytes, start, end)
      return end
    }
    // The mask is kept in front of the payload.
    const payload = Buffer.allocUnsafeSlow(4 + head.length)
    bytes.copy(payload, 0, head.maskAt)
    this.#incomplete = { head, payload, filled: bytes.length - head.maskAt }
    return bytes.length
  }

  /** Goes on with a frame that began in an earlier piece, and returns where the next one is. */
  #fill(bytes: Buffer): number {
    const incomplete = this.#incomplete
    if (incomplete === undefined) return 0
    const { head, payload, filled } = incomplete
    const taken = bytes.copy(payload, filled)
    incomplete.filled += taken
    if (incomplete.filled === payload.length) {
      this.#incomplete = undefined
      unmask(payload, 0, payload, 4, payload.length)
      this.#frame(head, payload, 4, payload.length)
    }
    return taken
  }

  /** Undefined when the header is not complete yet, or is at fault. */
  #readHead(bytes: Buffer, at: number): Head | undefined {
    if (at + 2 > bytes.length) return this.#keep(bytes, at)
    const first = bytes[at] ?? 0
    const second = bytes[at + 1] ?? 0
    const opcode = first & 0x0f
    const isFinal = first >= 0x80
    const short = second & 0x7f
    const hasExtensionBits = (first & 0x70) !== 0
    const isMasked = second >= 0x80
    if (hasExtensionBits || !isMasked || !this.#isInPlace(opcode, isFinal, short)) {
      return this.#fault(faults.protocol)
    }
    const maskAt = at + (short < 126 ? 2 : short === 126 ? 4 : 10)
    if (maskAt + 4 > bytes.length) return this.#keep(bytes, at)
    const length =
      short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
    if (length + (this.#fragments?.length ?? 0) > this.#maxMessageBytes) return this.#fault(faults.tooBig)
    return { opcode, isFinal, length, maskAt }
  }

  /** Puts the start of a header aside until the rest of it has come. */
  #keep(bytes: Buffer, at: number): undefined {
    this.#partialHeader = Buffer.from(bytes.subarray(at))
  }

  /** Whether such a frame may come now: a message starts when none is under way, and control frames are short. */
  #isInPlace(opcode: number, isFinal: boolean, shortLength: number): boolean {
    switch (opcode) {
      case opcodes.text:
      case opcodes.binary:
        return this.#fragments === undefined
      case opcodes.continuation:
        return this.#fragments !== undefined
      case opcodes.close:
      case opcodes.ping:
      case opcodes.pong:
        return isFinal && shortLength <= 125
      default:
        return false
    }
  }

  #frame({ opcode, isFinal }: Head, bytes: Buffer, start: number, end: number): void {
    if (opcode === opcodes.ping) this.#listener.pinged(bytes.subarray(start, end))
    else if (opcode === opcodes.pong) this.#listener.ponged()
    else if (opcode === opcodes.close) this.#goodbye(bytes.subarray(start, end))
    else if (isFinal && opcode !== opcodes.continuation) this.#message(opcode, bytes, start, end)
    else this.#fragment(opcode, isFinal, Buffer.from(bytes.subarray(start, end)))
  }

  #fragment(opcode: number, isFinal: boolean, part: Buffer): void {
    this.#fragments ??= { opcode, parts: [], length: 0 }
    if (part.length > 0) this.#fragments.parts.push(part)
    this.#fragments.length += part.length
    if (!isFinal) return
    const { opcode: kind, parts, length } = this.#fragments
    this.#fragments = undefined
    this.#message(kind, Buffer.concat(parts, length), 0, length)
  }

  #message(opcode: number, bytes: Buffer, start: number, end: number): void {
    if (opcode === opcodes.binary) return this.#listener.message(bytes.subarray(start, end))
    const text = bytes.toString('utf8', start, end)
    // Decoding puts U+FFFD in place of what is no UTF-8; only where one is found is it worth looking closer.
    if (text.includes('\ufffd') && !isUtf8(bytes.subarray(start, end))) return this.#fault(faults.notUtf8)
    this.#listener.message(text)
  }

  #goodbye(payload: Buffer): void {
    const code = payload.length >= 2 ? payload.readUInt16BE(0) : undefined
    if (payload.length === 1 || (code !== undefined && !maySend(code))) return this.#fault(faults.protocol)
    if (!isUtf8(payload.subarray(2))) return this.#fault(faults.notUtf8)
    this.#isDone = true
    this.#listener.goodbye(code)
  }

  #fault(closeCode: number): undefined {
    this.#isDone = true
    this.#listener.fault(closeCode)
  }
}

/** Codes that may stand in a close frame; the others are reserved or have no meaning. */
function maySend(code: number): boolean {
  return (code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code)) || (code >= 3000 && code < 5000)
}

function unmask(masks: Buffer, maskAt: number, bytes: Buffer, start: number, end: number): void {
  const a = masks[maskAt] ?? 0
  const b = masks[maskAt + 1] ?? 0
  const c = masks[maskAt + 2] ?? 0
  const d = masks[maskAt + 3] ?? 0
  let at = start
  for (const whole = end - 3; at < whole; at += 4) {
    bytes[at] = (bytes[at] ?? 0) ^ a
    bytes[at + 1] = (bytes[at + 1] ?? 0) ^ b
    bytes[at + 2] = (bytes[at + 2] ?? 0) ^ c
    bytes[at + 3] = (bytes[at + 3] ?? 0) ^ d
  }
  if (at < end) bytes[at] = (bytes[at] ?? 0) ^ a
  if (at + 1 < end) bytes[at + 1] = (bytes[at + 1] ?? 0) ^ b
  if (at + 2 < end) bytes[at + 2] = (bytes[at + 2] ?? 0) ^ c
}
