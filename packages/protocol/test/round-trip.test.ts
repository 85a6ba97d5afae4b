import { createFileRegistry, fromBinary, fromJson, toBinary, toJson } from '@bufbuild/protobuf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete } from '../src/binary/complete.ts'
import type { Codec } from '../src/codec.ts'
import { replyReaders } from '../src/gen/client-json.ts'
import { messageFromJson } from '../src/gen/json-decode.ts'
import type { Envelope } from '../src/gen/messages.ts'
import { jsonClientCodec, jsonServerCodec, operations } from '../src/index.ts'
import { protobufClientCodec, protobufServerCodec } from '../src/protobuf.ts'
import { arbitraryMessages } from './arbitraries.fixture.ts'
import { compileProto, readContract } from './contract.fixture.ts'

const descriptors = compileProto()
const registry = createFileRegistry(descriptors)
const envelopes = arbitraryMessages(readContract(descriptors)).get('Envelope') as fc.Arbitrary<Envelope>

const sent = new Set<string>(Object.values(operations).map(({ request }) => request))
const requests = envelopes.filter(({ message }) => message === undefined || sent.has(message.case))
const replies = envelopes.filter(({ message }) => message === undefined || message.case in replyReaders)

/** The implementation of protobuf's makers, which reads the same `.proto` files at run time. */
const schema = registry.getMessage('party.Envelope')
if (schema === undefined) throw new Error('the contract has no Envelope')
const reference = schema

const codecs: readonly [name: string, server: Codec, client: Codec][] = [
  ['JSON', jsonServerCodec, jsonClientCodec],
  ['protobuf', protobufServerCodec, protobufClientCodec],
]

describe.each(codecs)('any envelope in %s', (_, server, client) => {
  it('comes back from the server codec as it went in', () => {
    fc.assert(
      fc.property(envelopes, (envelope) => {
        expect(server.decode(server.encode(envelope))).toStrictEqual(envelope)
      }),
    )
  })

  it('reaches the server as the client sent it', () => {
    fc.assert(
      fc.property(requests, (envelope) => {
        expect(server.decode(client.encode(envelope))).toStrictEqual(envelope)
      }),
    )
  })

  it('reaches the client as the server sent it', () => {
    fc.assert(
      fc.property(replies, (envelope) => {
        const received = client.decode(server.encode(envelope))
        if (envelope.message) complete(envelope.message)
        expect(received).toStrictEqual(envelope)
      }),
    )
  })

  it('has every property after decoding, whatever was set', () => {
    for (const kind of Object.keys(messageFromJson)) {
      const name = kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      const full = jsonServerCodec.decode(JSON.stringify({ [name]: {} }))
      expect(server.decode(server.encode(full))).toStrictEqual(full)
    }
  })
})

describe('any envelope, beside the protobuf library reading the same contract', () => {
  it('is read by it as we wrote it in binary, and the JSON it then writes is ours', () => {
    fc.assert(
      fc.property(envelopes, (envelope) => {
        const read = fromBinary(reference, binary(protobufServerCodec, envelope))
        const theirs = toJson(reference, read, { useProtoFieldName: true, registry })
        expect(theirs).toEqual(JSON.parse(text(jsonServerCodec, envelope)))
      }),
    )
  })

  it('is read by it as we wrote it in JSON, and we read what it then writes in binary and JSON', () => {
    fc.assert(
      fc.property(envelopes, (envelope) => {
        const read = fromJson(reference, JSON.parse(text(jsonServerCodec, envelope)), { registry })
        expect(protobufServerCodec.decode(toBinary(reference, read))).toStrictEqual(envelope)
        const snake = JSON.stringify(toJson(reference, read, { useProtoFieldName: true, registry }))
        expect(jsonServerCodec.decode(snake)).toStrictEqual(envelope)
        const camel = JSON.stringify(toJson(reference, read, { registry }))
        expect(jsonServerCodec.decode(camel)).toStrictEqual(envelope)
      }),
    )
  })
})

function text(codec: Codec, envelope: Envelope): string {
  const frame = codec.encode(envelope)
  return typeof frame === 'string' ? frame : expect.unreachable('a binary frame')
}

function binary(codec: Codec, envelope: Envelope): Uint8Array {
  const frame = codec.encode(envelope)
  return typeof frame === 'string' ? expect.unreachable('a text frame') : frame
}
