import type { Codec } from '../codec.ts'
import { replyFromBinary } from '../gen/binary-decode.ts'
import { requestToBinary } from '../gen/binary-encode.ts'
import { decodeEnvelope, encodeEnvelope } from './codec.ts'
import { complete } from './complete.ts'

/**
 * protobuf as a client speaks it: writes requests, reads replies and events, passes over what it does not know. A
 * message inside of another is always there after reading, with the default of each field where the server has
 * left it out.
 */
export const protobufClientCodec: Codec = {
  format: 'protobuf',
  encode: (envelope) => encodeEnvelope(envelope, requestToBinary),
  decode(frame) {
    const envelope = decodeEnvelope(frame, replyFromBinary)
    if (envelope.message) complete(envelope.message)
    return envelope
  },
}
