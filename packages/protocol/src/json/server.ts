import { type Codec, DecodeError, type Frame } from '../codec.ts'
import { messageFromJson } from '../gen/json-decode.ts'
import { messageToJson } from '../gen/json-encode.ts'
import type { Envelope, EnvelopeMessage } from '../gen/messages.ts'
import { comma, stringToJson } from './encode.ts'
import { fields, read } from './fields.ts'
import { parseExactly } from './parse.ts'
import { readPartyDataSend } from './party-data.ts'
import type { Fields, Place } from './place.ts'
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
  const head = cid ? `{"cid":${stringToJson(cid)}` : '{'
  if (message === undefined) return `${head}}`
  const [name, write] = messageToJson[message.case]
  return `${head}${comma(head)}"${name}":${write(message.value)}}`
}

/** What ends the quick way of reading: the frame has an integer that the quick way of parsing may have rounded. */
class LargeInteger extends Error {}

const quickly: Place = {
  parent: undefined,
  name: '',
  rules: {
    ...strict,
    large() {
      throw new LargeInteger()
    },
  },
}
const exactly: Place = { parent: undefined, name: '', rules: strict }

function decode(frame: Frame): Envelope {
  if (typeof frame !== 'string') throw new DecodeError('expected a text frame, got a binary one')
  return readPartyDataSend(frame) ?? readAny(frame)
}

function readAny(frame: string): Envelope {
  try {
    return readEnvelope(parse(frame, JSON.parse), quickly)
  } catch (error) {
    if (!(error instanceof LargeInteger)) throw error
    return readEnvelope(parse(frame, parseExactly), exactly)
  }
}

function parse(text: string, how: (text: string) => unknown): unknown {
  try {
    return how(text)
  } catch (cause) {
    throw new DecodeError('not JSON', '', { cause })
  }
}

function readEnvelope(json: unknown, at: Place): Envelope {
  const from = fields(json, at, '')
  const envelope: Envelope = { cid: read(from, 'cid', asString, ''), message: undefined }
  for (const name in from.json) {
    const entry = Object.hasOwn(messageFromJson, name) ? messageFromJson[name] : undefined
    if (entry === undefined) continue
    const [kind, readMessage] = entry
    const value = read(from, name, readMessage, undefined)
    if (value === undefined) continue
    if (envelope.message !== undefined) refuseSecondMessage(from)
    // The table pairs each kind with the reader of its own message.
    envelope.message = { case: kind, value } as EnvelopeMessage
  }
  strict.allRead(from, messageFromJson, 'cid')
  return envelope
}

function refuseSecondMessage(from: Fields): void {
  const messages = Object.keys(from.json).filter((name) => name !== 'cid')
  strict.atMostOne(from, messages)
}
