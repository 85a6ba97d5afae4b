import { Adapter } from './adapter.ts'

/**
 * Plays over a WebSocket, one JSON object a message, until the socket closes. It needs nothing but what a browser has
 * too.
 *
 * @param url where the runner listens: `ws://127.0.0.1:9000`
 */
export function connect(url: string): void {
  const socket = new WebSocket(url)
  socket.addEventListener('open', () => {
    const adapter = new Adapter((message) => socket.send(JSON.stringify(message)))
    socket.addEventListener('message', ({ data }) => adapter.receive(JSON.parse(String(data))))
    socket.addEventListener('close', () => void adapter.drain())
  })
}
