import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** RFC 6455 has a server prove with this that it knows WebSocket. */
const handshakeId = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** Sixteen random bytes in base64. */
const keyPattern = /^[+/0-9A-Za-z]{22}==$/

/**
 * The answer that switches a request over to WebSocket, or undefined when it does not ask for that as RFC 6455 has
 * it. No protocol and no extension is chosen, whatever is offered.
 */
export function acceptHandshake({ method, headers }: IncomingMessage): Buffer | undefined {
  const key = headers['sec-websocket-key'] ?? ''
  const isAsked =
    method === 'GET' &&
    headers.upgrade?.toLowerCase() === 'websocket' &&
    headers['sec-websocket-version'] === '13' &&
    keyPattern.test(key)
  if (!isAsked) return undefined
  const proof = createHash('sha1')
    .update(key + handshakeId)
    .digest('base64')
  return Buffer.from(
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      `Sec-WebSocket-Accept: ${proof}\r\n\r\n`,
    'latin1',
  )
}
