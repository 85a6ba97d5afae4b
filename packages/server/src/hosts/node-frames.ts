import type { OutgoingFrame } from '../session/connection.ts'

/** What a WebSocket frame carries, by its number in RFC 6455. */
export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

/** Memory in which frames are made one behind the other, in bytes. A frame that is held back keeps all of it. */
const slabBytes = 32 * 1024

/** Longer texts, in UTF-16 units, get memory of their own. */
const longestInSlab = 1024

/** Makes frames of what sessions send. */
export class Frames {
  #slab = Buffer.allocUnsafeSlow(slabBytes)
  #used = 0

  /** The frame as it goes over the wire: made for its first recipient, the same bytes for all others. */
  wireOf(frame: OutgoingFrame): Uint8Array {
    frame.wire ??= typeof frame.data === 'string' ? this.#textFrame(frame.data) : binaryFrame(frame.data)
    return frame.wire
  }

  #textFrame(text: string): Buffer {
    if (text.length > longestInSlab) return textFrame(text)
    // As long as it can become: three bytes for each unit. To measure it first would take as long as to write it.
    if (this.#used + 4 + 3 * text.length > slabBytes) {
      this.#slab = Buffer.allocUnsafeSlow(slabBytes)
      this.#used = 0
    }
    const start = this.#used
    const header = headerLength(text.length)
    const length = this.#slab.write(text, start + header)
    if (headerLength(length) !== header) return textFrame(text)
    this.#used += header + length
    const frame = this.#slab.subarray(start, this.#used)
    writeHeader(frame, opcodes.text, length)
    return frame
  }
}

/** A ping or pong. A pong carries what its ping carried, at most 125 bytes. */
export function controlFrame(opcode: number, payload: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(2 + payload.length)
  writeHeader(frame, opcode, payload.length)
  frame.set(payload, 2)
  return frame
}

/** A close frame. Without a code it is empty. The reason has at most 123 bytes; more is cut off. */
export function closeFrame(code?: number, reason = ''): Buffer {
  if (code === undefined) return controlFrame(opcodes.close, new Uint8Array())
  const payload = Buffer.alloc(125)
  payload.writeUInt16BE(code)
  // What is cut off is whole characters.
  return controlFrame(opcodes.close, payload.subarray(0, 2 + payload.write(reason, 2, 'utf8')))
}

function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const frame = Buffer.allocUnsafe(headerLength(length) + length)
  frame.write(text, writeHeader(frame, opcodes.text, length), 'utf8')
  return frame
}

function binaryFrame(bytes: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(headerLength(bytes.length) + bytes.length)
  frame.set(bytes, writeHeader(frame, opcodes.binary, bytes.length))
  return frame
}

function headerLength(payloadLength: number): number {
  if (payloadLength < 126) return 2
  return payloadLength < 65_536 ? 4 : 10
}

/** Writes the header of a whole, unmasked message and returns its length. */
function writeHeader(frame: Buffer, opcode: number, payloadLength: number): number {
  frame[0] = 0x80 | opcode
  if (payloadLength < 126) {
    frame[1] = payloadLength
    return 2
  }
  if (payloadLength < 65_536) {
    frame[1] = 126
    return frame.writeUInt16BE(payloadLength, 2)
  }
  frame[1] = 127
  frame.writeUInt32BE(Math.floor(payloadLength / 2 ** 32), 2)
  return frame.writeUInt32BE(payloadLength % 2 ** 32, 6)
}
