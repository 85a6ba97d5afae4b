import { Adapter } from './adapter.ts'

// node adapters/typescript/web-socket.ts ws://127.0.0.1:PORT: one JSON object a message, until the socket closes.
// It uses nothing but what a browser has too; adapters/typescript/page.html does the same in one.
const socket = new WebSocket(process.argv[2] ?? '')
socket.addEventListener('open', () => {
  const adapter = new Adapter((message) => socket.send(JSON.stringify(message)))
  socket.addEventListener('message', ({ data }) => adapter.receive(JSON.parse(String(data))))
  socket.addEventListener('close', () => void adapter.drain())
})
