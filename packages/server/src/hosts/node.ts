import { createServer, type IncomingMessage, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Endpoint } from './endpoint.ts'
import { NodeConnection } from './node-connection.ts'
import { Frames } from './node-frames.ts'
import { acceptHandshake } from './node-handshake.ts'
import { Writes } from './node-writes.ts'

/** Where to listen. */
export interface ListenOptions {
  /** Address to bind; `127.0.0.1` by default, so that a test server is not reachable from elsewhere. */
  readonly host?: string
  /** Port to bind; 0, the default, takes a free one. */
  readonly port?: number
}

/** A server on a real port. */
export interface NodeHost {
  /** `http://host:port`; the WebSocket is at `/ws` below it. */
  readonly url: string
  readonly host: string
  readonly port: number
  /** Stops listening, ends every connection and the server behind it. Safe to call twice. */
  close(): Promise<void>
}

/**
 * Puts a server on a port, HTTP and WebSocket together.
 *
 * Rejects with the system's error (`EADDRINUSE`, `EACCES`, …) when the port cannot be had.
 */
export async function listen(server: Endpoint, options: ListenOptions = {}): Promise<NodeHost> {
  const { host = '127.0.0.1', port = 0 } = options
  const connections = {
    frames: new Frames(),
    writes: new Writes(),
    closeAckWaitMs: server.config.socket.closeAckWaitMs,
    // Generous, so that a session can say why before it ends for a message over the real limit.
    maxMessageBytes: server.config.socket.maxMessageSizeBytes * 16,
  }
  // By default the library puts stand-ins in place of the process's own `Request` and `Response`.
  const listener = getRequestListener(
    async (request, { outgoing }) => {
      const response = await server.fetch(request)
      if (response.type !== 'error') return response
      outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    },
    { overrideGlobalObjects: false },
  )
  const http = createServer((request, response) => void listener(request, response))

  http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    upgrade(request, stream, head).catch(() => stream.destroy())
  })

  async function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const admission = await server.admit(url, request.headers.authorization ?? null)
    if (!admission.ok) return refuse(stream, admission.response)
    const greeting = acceptHandshake(request)
    if (greeting === undefined) return refuse(stream, new Response('Bad Request\n', { status: 400 }))
    if (!stream.readable || !stream.writable) return void stream.destroy()
    const connection = new NodeConnection(stream, greeting, connections)
    connection.open(server.accept(connection, admission), head)
  }

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve()
    })
  })
  const address = http.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address

  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    const stopped = new Promise<void>((resolve) => http.close(() => resolve()))
    await server.close()
    http.closeAllConnections()
    await stopped
  }
  return {
    url: `http://${name}:${address.port}`,
    host: address.address,
    port: address.port,
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

/** Answers an upgrade that is not to be, as plain HTTP. */
async function refuse(stream: Duplex, response: Response): Promise<void> {
  if (response.type === 'error') {
    stream.destroy()
    return
  }
  const body = await response.text()
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const length = Buffer.byteLength(body)
  stream.end(
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ''}\r\n` +
      `${headers}content-length: ${length}\r\nconnection: close\r\n\r\n${body}`,
  )
}
