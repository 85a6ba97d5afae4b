/** The published package has types, but its `exports` do not lead to them. */
declare module '@heroiclabs/nakama-js-protobuf' {
  import type { WebSocketAdapter } from '@heroiclabs/nakama-js'

  export const WebSocketAdapterPb: new () => WebSocketAdapter
}
