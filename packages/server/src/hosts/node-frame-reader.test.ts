import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FrameReader } from './node-frame-reader.ts'

interface FrameOptions {
  readonly isFinal?: boolean
  readonly isMasked?: boolean
  /** The reserved bits of the first byte. */
  readonly extension?: number
}

const mask = Buffer.from([0x37, 0xfa, 0x21, 0x3d])
const [continuation, text, binary, close, ping, pong] = [0, 1, 2, 8, 9, 10]

function frame(opcode: number, payload: string | Uint8Array, options: FrameOptions = {}): Buffer {
  const { isFinal = true, isMasked = true, extension = 0 } = options
  const bytes = Buffer.from(payload)
  const length = Buffer.alloc(bytes.length < 126 ? 1 : bytes.length < 65_536 ? 3 : 9)
  if (length.length === 1) length[0] = bytes.length
  else if (length.length === 3) length.writeUInt16BE(bytes.length, 1)
  else length.writeBigUInt64BE(BigInt(bytes.length), 1)
  if (length.length > 1) length[0] = length.length === 3 ? 126 : 127
  if (!isMasked) return Buffer.concat([Buffer.from([0x80 | opcode]), length, bytes])
  length[0] = (length[0] ?? 0) | 0x80
  const masked = bytes.map((byte, index) => byte ^ (mask[index % 4] ?? 0))
  return Buffer.concat([Buffer.from([(isFinal ? 0x80 : 0) | extension | opcode]), length, mask, masked])
}

/** Everything a reader finds in these pieces, in order. */
function readAll(pieces: readonly Buffer[], maxMessageBytes = 100_000): unknown[] {
  const found: unknown[] = []
  const reader = new FrameReader(
    {
      message: (data) => void found.push(typeof data === 'string' ? data : [...data]),
      pinged: (payload) => void found.push({ pinged: String(payload) }),
      ponged: () => void found.push('ponged'),
      goodbye: (code) => void found.push({ goodbye: code }),
      fault: (closeCode) => void found.push({ fault: closeCode }),
    },
    maxMessageBytes,
  )
  for (const piece of pieces) reader.take(Buffer.from(piece))
  return found
}

describe('a reader of frames', () => {
  it.each([0, 1, 125, 126, 65_535, 65_536])('finds a message of %i bytes', (length) => {
    expect(readAll([frame(text, 'x'.repeat(length))])).toEqual(['x'.repeat(length)])
    expect(readAll([frame(binary, Buffer.alloc(length, 1))])).toEqual([Array(length).fill(1)])
  })

  it('finds whatever was sent, however the network cuts it', () => {
    const message = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.uint8Array({ maxLength: 300 }),
    )
    const cuts = fc.array(fc.nat(400), { maxLength: 20 })
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), cuts, (messages, lengths) => {
        const line = Buffer.concat(
          messages.map((data) => frame(typeof data === 'string' ? text : binary, data as string)),
        )
        const pieces: Buffer[] = []
        let at = 0
        for (const length of lengths) {
          pieces.push(line.subarray(at, at + length))
          at += length
        }
        pieces.push(line.subarray(at))
        expect(readAll(pieces)).toEqual(messages.map((data) => (typeof data === 'string' ? data : [...data])))
      }),
    )
  })

  it('joins fragments, whatever control frames come between them', () => {
    const pieces = [
      frame(text, 'a frag', { isFinal: false }),
      frame(ping, 'there?'),
      frame(continuation, '', { isFinal: false }),
      frame(continuation, 'mented ', { isFinal: false }),
      frame(pong, ''),
      frame(continuation, 'message'),
      frame(text, 'a whole one'),
    ]
    expect(readAll(pieces)).toEqual([{ pinged: 'there?' }, 'ponged', 'a fragmented message', 'a whole one'])
  })

  it('takes a character that is cut in two by fragments', () => {
    const [first, second] = [Buffer.from('é').subarray(0, 1), Buffer.from('é').subarray(1)]
    expect(readAll([frame(text, first, { isFinal: false }), frame(continuation, second)])).toEqual(['é'])
  })

  it('takes a replacement character that the client itself sent', () => {
    expect(readAll([frame(text, 'a \ufffd')])).toEqual(['a \ufffd'])
  })

  it('gives bytes that stay as they are when the line goes on', () => {
    let kept: Uint8Array | undefined
    const nothing = () => {}
    const listener = { pinged: nothing, ponged: nothing, goodbye: nothing, fault: nothing }
    const reader = new FrameReader({ ...listener, message: (data) => (kept ??= data as Uint8Array) }, 100)
    reader.take(frame(binary, Buffer.from([1, 2, 3])))
    reader.take(frame(binary, Buffer.from([4, 5, 6])))
    expect(kept).toEqual(Buffer.from([1, 2, 3]))
  })

  it.each([
    ['a code and a reason', Buffer.from('\u0003\u00e8bye', 'latin1'), { goodbye: 1000 }],
    ['a code of its own', Buffer.from([0x0f, 0xa0]), { goodbye: 4000 }],
    ['nothing', Buffer.alloc(0), { goodbye: undefined }],
    ['half a code', Buffer.from([3]), { fault: 1002 }],
    ['a code that is never sent', Buffer.from([3, 0xed]), { fault: 1002 }],
    ['a code that means nothing', Buffer.from([0, 1]), { fault: 1002 }],
    ['a reason that is no UTF-8', Buffer.from([3, 0xe8, 0xff]), { fault: 1007 }],
  ])('takes a goodbye with %s', (_, payload, found) => {
    expect(readAll([frame(close, payload), frame(text, 'after it')])).toEqual([found])
  })

  it.each([
    ['an unmasked frame', [frame(text, 'x', { isMasked: false })], 1002],
    ['a frame of an extension', [frame(text, 'x', { extension: 0x40 })], 1002],
    ['an opcode that means nothing', [frame(3, 'x')], 1002],
    ['a control opcode that means nothing', [frame(11, 'x')], 1002],
    ['a control frame in fragments', [frame(ping, 'x', { isFinal: false })], 1002],
    ['a control frame that is too long', [frame(ping, 'x'.repeat(126))], 1002],
    ['a continuation of nothing', [frame(continuation, 'x')], 1002],
    ['a message within a message', [frame(text, 'x', { isFinal: false }), frame(text, 'y')], 1002],
    ['text that is no UTF-8', [frame(text, Buffer.from([0x61, 0xff]))], 1007],
    ['a message that is too long', [frame(binary, Buffer.alloc(101))], 1009],
    [
      'fragments that are too long',
      [frame(text, 'x'.repeat(60), { isFinal: false }), frame(continuation, 'x'.repeat(41))],
      1009,
    ],
  ])('refuses %s', (_, pieces, closeCode) => {
    expect(readAll([...pieces, frame(text, 'after it')], 100)).toEqual([{ fault: closeCode }])
  })

  it('refuses what is too long before it has come', () => {
    const head = frame(binary, Buffer.alloc(200)).subarray(0, 8)
    expect(readAll([head], 100)).toEqual([{ fault: 1009 }])
  })
})
