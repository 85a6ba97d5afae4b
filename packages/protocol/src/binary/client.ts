import type { Codec } from '../codec.ts'
import { replyFromBinary } from '../gen/binary-decode.ts'
import { requestToBinary } from '../gen/binary-encode.ts'
import { decodeEnvelope, encodeEnvelope } from './codec.ts'

/** protobuf as a client speaks it: writes requests, reads replies and events, passes over what it does not know. */
export const protobufClientCodec: Codec = {
  format: 'protobuf',
  encode: (envelope) => encodeEnvelope(envelope, requestToBinary),
  decode: (frame) => decodeEnvelope(frame, replyFromBinary),
}
