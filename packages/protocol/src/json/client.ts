import type { Codec } from '../codec.ts'
import { replyFromJson } from '../gen/json-decode.ts'
import { requestToJson } from '../gen/json-encode.ts'
import { decodeEnvelope, encodeEnvelope } from './codec.ts'

/**
 * JSON as a client speaks it: writes requests, reads replies and events.
 *
 * Tolerant, so that a newer server can say more than this client knows: an unknown field is passed over, and an
 * envelope whose message is of an unknown kind keeps its `cid` and has no message. A value of the wrong type is
 * refused all the same.
 */
export const jsonClientCodec: Codec = {
  format: 'json',
  encode: (envelope) => encodeEnvelope(envelope, requestToJson),
  decode: (frame) => decodeEnvelope(frame, { readers: replyFromJson, parse: JSON.parse, rules: undefined }),
}
