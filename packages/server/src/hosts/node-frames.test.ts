import { describe, expect, it } from 'vitest'
import { closeFrame, controlFrame, opcodes, wireOf } from './node-frames.ts'

describe('a frame on the wire', () => {
  it.each([
    [0, '8100'],
    [125, '817d'],
    [126, '817e007e'],
    [65_535, '817effff'],
    [65_536, '817f0000000000010000'],
  ])('of %i bytes of text begins with its length', (length, header) => {
    const wire = Buffer.from(wireOf({ data: 'x'.repeat(length) }))
    expect(wire.subarray(0, wire.length - length).toString('hex')).toBe(header)
    expect(wire.toString('utf8', wire.length - length)).toBe('x'.repeat(length))
  })

  it('counts text in bytes', () => {
    expect(wireOf({ data: 'é😀' })).toEqual(Buffer.concat([Buffer.from([0x81, 6]), Buffer.from('é😀')]))
  })

  it('says that bytes are no text', () => {
    expect(wireOf({ data: Uint8Array.of(1, 2) })).toEqual(Buffer.from([0x82, 2, 1, 2]))
  })

  it('is made once, for whomever it goes to', () => {
    const frame = { data: '{}' }
    expect(wireOf(frame)).toBe(wireOf(frame))
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
