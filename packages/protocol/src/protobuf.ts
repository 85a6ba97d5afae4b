export { protobufClientCodec } from './binary/client.ts'
export { protobufServerCodec } from './binary/server.ts'
