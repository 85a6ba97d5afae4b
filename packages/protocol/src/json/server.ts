import type { Codec } from '../codec.ts'
import { messageFromJson } from '../gen/json-decode.ts'
import { messageToJson } from '../gen/json-encode.ts'
import { decodeEnvelope, encodeEnvelope } from './codec.ts'
import { parseExactly } from './parse.ts'
import { strict } from './strict.ts'

/**
 * JSON as a server speaks it: reads and writes every message.
 *
 * Strict, as Nakama is: an unknown field, a value of the wrong type, bad base64, an integer with a fraction or out
 * of range, two messages in one envelope and a field in both spellings are refused. (Of a name that is there
 * twice in the same spelling the last counts, where Nakama refuses it: `JSON.parse` does not tell.)
 */
export const jsonServerCodec: Codec = {
  format: 'json',
  encode: (envelope) => encodeEnvelope(envelope, messageToJson),
  decode: (frame) => decodeEnvelope(frame, { readers: messageFromJson, parse: parseExactly, rules: strict }),
}
