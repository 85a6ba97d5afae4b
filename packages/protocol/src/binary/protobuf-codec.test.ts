import { BinaryWriter } from '@bufbuild/protobuf/wire'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DecodeError, EncodeError } from '../codec.ts'
import { createMatchmakerAdd, createParty, createPartyDataSend } from '../gen/messages.ts'
import { protobufClientCodec } from './client.ts'
import { protobufServerCodec } from './server.ts'

/** A frame made of bytes in hexadecimal. */
function frame(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
}

describe('protobuf reads', () => {
  it.each([
    ['nothing at all', '', { cid: '', message: undefined }],
    ['only a cid', '0a 01 37', { cid: '7', message: undefined }],
    ['an empty message', '82 02 00', { cid: '', message: { case: 'ping', value: {} } }],
    ['the last of two cids', '0a 01 37 0a 01 38', { cid: '8', message: undefined }],
    ['the last of two messages', '82 02 00 8a 02 00', { cid: '', message: { case: 'pong', value: {} } }],
    ['past an unknown field', '82 7d 01 ff 0a 01 37', { cid: '7', message: undefined }],
    ['past an unknown varint', '80 7d ff ff 03 0a 01 37', { cid: '7', message: undefined }],
    ['past a group', '83 7d 08 01 84 7d 0a 01 37', { cid: '7', message: undefined }],
    ['past a known field of another wire type', '08 05 0a 01 37', { cid: '7', message: undefined }],
  ])('%s', (_, hex, expected) => {
    expect(protobufServerCodec.decode(frame(hex))).toEqual(expected)
  })

  it('one message in two parts as both together', () => {
    const parts = new BinaryWriter()
    parts.uint32(274).fork().uint32(10).string('p').join()
    parts.uint32(274).fork().uint32(16).bool(true).join()
    const { message } = protobufServerCodec.decode(parts.finish())
    expect(message).toEqual({ case: 'party', value: createParty({ partyId: 'p', open: true }) })
  })

  it('the last of the members of a oneof', () => {
    const bytes = new BinaryWriter()
      .uint32(162)
      .fork()
      .uint32(18)
      .string('match')
      .uint32(26)
      .string('token')
      .join()
    const { message } = protobufServerCodec.decode(bytes.finish())
    expect(message?.value).toMatchObject({ matchId: undefined, token: 'token' })
  })

  it('an entry of a map without key and value as their defaults', () => {
    const bytes = new BinaryWriter().uint32(154).fork().uint32(34).fork().join().join()
    expect(protobufServerCodec.decode(bytes.finish()).message?.value).toMatchObject({
      stringProperties: { '': '' },
    })
  })

  it('an empty wrapper as the default, not as unset', () => {
    const bytes = new BinaryWriter().uint32(154).fork().uint32(50).fork().join().join()
    expect(protobufServerCodec.decode(bytes.finish()).message?.value).toMatchObject({ countMultiple: 0 })
  })

  it('a double that JSON cannot write', () => {
    const value = createMatchmakerAdd({ numericProperties: { zero: -0, none: Number.NaN } })
    const { message } = roundTrip({ cid: '', message: { case: 'matchmakerAdd', value } })
    expect(message?.value).toEqual(value)
  })

  it('data into bytes of its own', () => {
    const value = createPartyDataSend({ data: Uint8Array.of(1, 2, 3) })
    const bytes = Uint8Array.from(
      protobufClientCodec.encode({ cid: '', message: { case: 'partyDataSend', value } }) as Uint8Array,
    )
    const { message } = protobufServerCodec.decode(bytes)
    bytes.fill(0)
    expect(message?.value).toEqual(value)
  })
})

describe('protobuf refuses', () => {
  it.each([
    ['an envelope that ends in a length', '0a'],
    ['an envelope that ends in a text', '0a 05 37'],
    ['a message that is longer than its envelope', '82 02 05'],
    ['a text that is longer than its message', '92 02 02 0a 09 37 37 37 37 37 37 37 37 37'],
    ['a varint without an end', '0a ff ff ff ff ff ff ff ff ff ff ff 01'],
    ['text that is not UTF-8', '0a 01 ff'],
    ['half a surrogate pair as UTF-8', '0a 03 ed a0 bd'],
    ['field number 0', '02 00'],
    ['a wire type that is not', '0f'],
    ['the end of a group that has not begun', '0c'],
    ['a group without an end', '83 7d 08 01'],
    ['a time beyond all times', 'ba 01 0f 0a 0d 32 0b 08 ff ff ff ff ff ff ff ff 7f 10 00'],
  ])('%s', (_, hex) => {
    expect(() => protobufServerCodec.decode(frame(hex))).toThrow(DecodeError)
  })

  it('a text frame, and says so', () => {
    expect(() => protobufServerCodec.decode('{}')).toThrow(
      new DecodeError('expected a binary frame, got a text one'),
    )
  })

  it('groups in groups without end', () => {
    expect(() => protobufServerCodec.decode(new Uint8Array(100_000).fill(0x0b))).toThrow(DecodeError)
  })

  it('any other bytes either, or reads them: nothing but a DecodeError comes out', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          expect(protobufServerCodec.decode(bytes)).toHaveProperty('cid')
        } catch (error) {
          expect(error).toBeInstanceOf(DecodeError)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('no frame that is cut off otherwise than at the end of a field', () => {
    const party = createParty({ partyId: 'some party', maxSize: 300, label: '{}' })
    const whole = protobufServerCodec.encode({
      cid: '1',
      message: { case: 'party', value: party },
    }) as Uint8Array
    for (let length = 0; length < whole.length; length++) {
      const atEndOfField = length === 0 || length === 3
      const decode = () => protobufServerCodec.decode(whole.subarray(0, length))
      if (atEndOfField) expect(decode()).toHaveProperty('message', undefined)
      else expect(decode).toThrow(DecodeError)
    }
  })
})

describe('a client', () => {
  it('does not send what only a server sends', () => {
    const send = () =>
      protobufClientCodec.encode({ cid: '', message: { case: 'party', value: createParty() } })
    expect(send).toThrow(EncodeError)
  })

  it('passes over a message it does not know, and keeps the cid', () => {
    expect(protobufClientCodec.decode(frame('0a 01 37 9a 02 00'))).toEqual({ cid: '7', message: undefined })
  })
})

function roundTrip(envelope: Parameters<typeof protobufServerCodec.encode>[0]) {
  return protobufServerCodec.decode(protobufServerCodec.encode(envelope))
}
