import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

// The floor: passes every message on to the others of its group and does nothing else. It builds each frame once
// and corks each socket for a turn of the event loop, the two things that make the most of `ws`.

const groups = new Map<string, Set<Socket>>()
const corked: Socket[] = []

function cork(stream: Socket): void {
  if (stream.writableCorked > 0) return
  stream.cork()
  if (corked.push(stream) === 1) setImmediate(uncorkAll)
}

function uncorkAll(): void {
  for (const stream of corked.splice(0)) stream.uncork()
}

/** A text frame of fewer than 65,536 bytes. */
function textFrame(payload: Buffer): Buffer {
  const header =
    payload.length < 126
      ? Buffer.from([0x81, payload.length])
      : Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff])
  return Buffer.concat([header, payload])
}

function join(socket: WebSocket, stream: Socket, name: string): void {
  const group = groups.get(name) ?? new Set()
  groups.set(name, group.add(stream))
  socket.on('message', (data: Buffer) => {
    const frame = textFrame(data)
    for (const other of group) {
      if (other === stream) continue
      cork(other)
      other.write(frame)
    }
  })
  socket.on('close', () => group.delete(stream))
  socket.on('error', () => {})
}

const sockets = new WebSocketServer({ noServer: true, clientTracking: false, perMessageDeflate: false })
const http = createServer((_request, response) => response.end())
http.on('upgrade', (request, stream: Socket, head) => {
  const group = new URL(request.url ?? '/', 'http://localhost').searchParams.get('group') ?? ''
  sockets.handleUpgrade(request, stream, head, (socket) => join(socket, stream, group))
})
http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`relay listens on http://127.0.0.1:${(http.address() as AddressInfo).port}\n`)
})
