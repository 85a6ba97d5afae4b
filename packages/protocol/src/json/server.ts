import { type Codec, DecodeError, type Frame } from '../codec.ts'
import { messageFromJson } from '../gen/json-decode.ts'
import { messageToJson } from '../gen/json-encode.ts'
import type { Envelope, EnvelopeMessage } from '../gen/messages.ts'
import { type JsonObject, stringify } from './encode.ts'
import { fields, read } from './fields.ts'
import { parseExactly } from './parse.ts'
import type { Place } from './place.ts'
import { asString } from './scalars.ts'
import { strict } from './strict.ts'

/**
 * JSON as a server speaks it: reads and writes every message.
 *
 * Strict, as Nakama is: an unknown field, a value of the wrong type, bad base64, an integer with a fraction or out
 * of range, two messages in one envelope and a field in both spellings are refused. (Of a name that is there
 * twice in the same spelling the last counts, where Nakama refuses it: `JSON.parse` does not tell.)
 */
export const jsonServerCodec: Codec = { format: 'json', encode, decode }

function encode({ cid, message }: Envelope): string {
  const json: JsonObject = {}
  if (cid) json['cid'] = cid
  if (message) {
    const [name, write] = messageToJson[message.case]
    json[name] = write(message.value)
  }
  return stringify(json)
}

const top: Place = { parent: undefined, name: '', rules: strict }

function decode(frame: Frame): Envelope {
  if (typeof frame !== 'string') throw new DecodeError('expected a text frame, got a binary one')
  const from = fields(parse(frame), top, '')
  const envelope: Envelope = { cid: read(from, 'cid', asString, ''), message: undefined }
  for (const name in from.json) {
    const entry = Object.hasOwn(messageFromJson, name) ? messageFromJson[name] : undefined
    if (entry === undefined) continue
    const [kind, readMessage] = entry
    const value = read(from, name, readMessage, undefined)
    if (value === undefined) continue
    if (envelope.message !== undefined)
      strict.atMostOne(
        from,
        Object.keys(from.json).filter((other) => other !== 'cid'),
      )
    // The table pairs each kind with the reader of its own message.
    envelope.message = { case: kind, value } as EnvelopeMessage
  }
  strict.allRead(from, messageFromJson, 'cid')
  return envelope
}

function parse(text: string): unknown {
  try {
    return parseExactly(text)
  } catch (cause) {
    throw new DecodeError('not JSON', '', { cause })
  }
}
