/** A server's address as MSW is asked to match it: every path below it, over HTTP and over WebSocket. */
export interface MswAddress {
  readonly http: RegExp
  readonly webSocket: RegExp
}

/** Where `@party/client` looks for its server unless it is told otherwise. */
export const defaultAddress = 'http://127.0.0.1:7350'

/** @throws {TypeError} for what is no address of a server, or is one with a path. */
export function parseAddress(address: string): MswAddress {
  const { protocol, host, pathname, search, hash } = new URL(address)
  const scheme = /^(?:http|ws)(s?):$/.exec(protocol)
  if (scheme === null) throw new TypeError(`A server is at http, https, ws or wss, not at ${address}`)
  if (pathname !== '/' || search !== '' || hash !== '') {
    throw new TypeError(`A server's url is scheme, host and port alone, not ${address}`)
  }
  const rest = `${scheme[1]}://${host.replace(/[.[\]]/g, '\\$&')}(?:/|$)`
  return { http: new RegExp(`^http${rest}`), webSocket: new RegExp(`^ws${rest}`) }
}
