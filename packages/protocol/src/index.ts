export { decodeBase64, encodeBase64 } from './client/base64.ts'
export { recognizeHttpError, recognizeRealtimeError } from './client/errors.ts'
export { jsonClientCodec } from './client/json.ts'
export type { Reader } from './client/kinds.ts'
export { toJsonText } from './client/write.ts'
export * from './clock.ts'
export * as closeCodes from './close-codes.ts'
// Single ones too: a bundle carries the whole of what it reaches through a name like `limits`.
export {
  abnormal as closedAbnormally,
  messageTooBig as closedTooBig,
  normal as closedNormally,
} from './close-codes.ts'
export * from './close-reasons.ts'
export * from './codec.ts'
export * from './envelope.ts'
export * from './errors.ts'
export {
  notificationListReader,
  partyListReader,
  rpcReader,
  sessionTokensReader,
} from './gen/client-json.ts'
export * from './gen/enums.ts'
export type { ErrorCode } from './gen/errors.ts'
export * from './gen/events.ts'
export * from './gen/http.ts'
export * from './gen/json-decode.ts'
export * from './gen/json-encode.ts'
export * from './gen/messages.ts'
export * from './gen/operations.ts'
export type { Int64 } from './int64.ts'
export { fromBase64, toBase64 } from './json/base64.ts'
export { keepJson } from './json/encode.ts'
export { fromJson, type JsonReader } from './json/fields.ts'
export { jsonServerCodec } from './json/server.ts'
export * as limits from './limits.ts'
export * from './limits.ts'
export * from './operations.ts'
