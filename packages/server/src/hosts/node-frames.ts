import type { OutgoingFrame } from '../session/connection.ts'

/** What a WebSocket frame carries, by its number in RFC 6455. */
export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

/** The frame as it goes over the wire: made for its first recipient, the same bytes for all others. */
export function wireOf(frame: OutgoingFrame): Uint8Array {
  frame.wire ??= typeof frame.data === 'string' ? textFrame(frame.data) : binaryFrame(frame.data)
  return frame.wire
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
