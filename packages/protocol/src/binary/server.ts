import type { Codec } from '../codec.ts'
import { messageFromBinary } from '../gen/binary-decode.ts'
import { messageToBinary } from '../gen/binary-encode.ts'
import { decodeEnvelope, encodeEnvelope } from './codec.ts'

/**
 * protobuf as a server speaks it: reads and writes every message. Unknown fields are passed over, as protobuf
 * has it everywhere; bytes that are no protobuf, and text that is no UTF-8, are refused.
 */
export const protobufServerCodec: Codec = {
  format: 'protobuf',
  encode: (envelope) => encodeEnvelope(envelope, messageToBinary),
  decode: (frame) => decodeEnvelope(frame, messageFromBinary),
}
