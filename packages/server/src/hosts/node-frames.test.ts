import { describe, expect, it } from 'vitest'
import { closeFrame, controlFrame, Frames, opcodes } from './node-frames.ts'

const frames = new Frames()

describe('a frame on the wire', () => {
  it.each([
    [0, '8100'],
    [125, '817d'],
    [126, '817e007e'],
    [65_535, '817effff'],
    [65_536, '817f0000000000010000'],
  ])('of %i bytes of text begins with its length', (length, header) => {
    const wire = Buffer.from(frames.wireOf({ data: 'x'.repeat(length) }))
    expect(wire.subarray(0, wire.length - length).toString('hex')).toBe(header)
    expect(wire.toString('utf8', wire.length - length)).toBe('x'.repeat(length))
  })

  it('counts text in bytes', () => {
    expect(frames.wireOf({ data: 'é😀' })).toEqual(
      Buffer.concat([Buffer.from([0x81, 6]), Buffer.from('é😀')]),
    )
  })

  it('has the length of its bytes where its characters are fewer', () => {
    for (const length of [41, 42, 62, 63, 64, 125, 126, 1023, 1024, 1025]) {
      const text = 'é'.repeat(length)
      const wire = Buffer.from(frames.wireOf({ data: text }))
      expect(wire.length).toBe((2 * length < 126 ? 2 : 4) + 2 * length)
      expect(wire.toString('utf8', wire.length - 2 * length)).toBe(text)
    }
  })

  it('stays as it is when others are made after it', () => {
    const texts = Array.from({ length: 200 }, (_, index) => String(index).repeat(index))
    const wires = texts.map((text) => frames.wireOf({ data: text }))
    expect(
      wires.map((wire, index) =>
        Buffer.from(wire).toString('utf8', wire.length - (texts[index]?.length ?? 0)),
      ),
    ).toEqual(texts)
  })

  it('says that bytes are no text', () => {
    expect(frames.wireOf({ data: Uint8Array.of(1, 2) })).toEqual(Buffer.from([0x82, 2, 1, 2]))
  })

  it('is made once, for whomever it goes to', () => {
    const frame = { data: '{}' }
    expect(frames.wireOf(frame)).toBe(frames.wireOf(frame))
  })

  it('that closes carries code and reason', () => {
    expect(closeFrame(1000, 'bye')).toEqual(Buffer.from([0x88, 5, 0x03, 0xe8, 0x62, 0x79, 0x65]))
    expect(closeFrame()).toEqual(Buffer.from([0x88, 0]))
  })

  it('that closes has room for 123 bytes of reason, in whole characters', () => {
    expect(closeFrame(1000, 'x'.repeat(200))).toHaveLength(127)
    expect(closeFrame(1000, 'é'.repeat(200)).toString('utf8', 4)).toBe('é'.repeat(61))
  })

  it('that answers a ping carries what the ping carried', () => {
    expect(controlFrame(opcodes.pong, Buffer.from('hi'))).toEqual(Buffer.from([0x8a, 2, 0x68, 0x69]))
  })
})
