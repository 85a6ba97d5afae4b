import type { Capabilities } from '../capabilities.ts'
import type { Place } from './backend.ts'

/** A server that is there already: Nakama, or one of ours. */
export interface ExistingServer {
  /** Where HTTP and WebSocket are: `http://127.0.0.1:7350`. */
  readonly url: string
  /** The server's key. Default `defaultkey`. */
  readonly serverKey?: string
}

/** Of a server that is not ours nothing can be asked but what any player may. */
export const existingCapabilities: Capabilities = {
  virtualTime: false,
  seed: false,
  server: false,
  faults: false,
  snapshots: false,
}

/** @throws TypeError for what is no URL, or neither `http` nor `https` */
export function existingPlace({ url: text }: ExistingServer): Place {
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new TypeError(`the URL of a server begins with http: or https:, not ${url.protocol}`)
  }
  return { url, close: async () => {} }
}
