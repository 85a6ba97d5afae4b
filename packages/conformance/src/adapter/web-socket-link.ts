import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import type { OpenLink } from './link.ts'

/** How long to wait for a program to come, in ms. */
const arrivalTimeoutMs = 60_000

/**
 * A program that connects to us: for a page, or whatever else has no standard input and output. One message of the
 * socket is one message of the contract.
 *
 * @param port where to listen on the loopback; 0 takes a free one
 * @param onListening is told where the program has to connect to
 */
export function webSocketLink(port: number, onListening: (url: string) => void): OpenLink {
  return async (listener) => {
    const server = new WebSocketServer({ host: '127.0.0.1', port })
    try {
      await once(server, 'listening')
      onListening(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
      const socket = await arrival(server)
      const ended = new Promise<void>((resolve) => {
        socket.on('close', () => {
          server.close()
          listener.onEnd('the program has closed its WebSocket')
          resolve()
        })
      })
      socket.on('error', () => {})
      socket.on('message', (data, isBinary) => {
        const text = isBinary ? '' : String(data)
        try {
          listener.onMessage(JSON.parse(text))
        } catch {
          listener.onMessage(text)
        }
      })
      return {
        send: (message) => socket.send(JSON.stringify(message)),
        close: () => {
          socket.close(1000)
          return ended
        },
      }
    } catch (error) {
      server.close()
      throw error
    }
  }
}

function arrival(server: WebSocketServer): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(
      () => reject(new Error(`no program has connected within ${arrivalTimeoutMs / 1_000} s`)),
      arrivalTimeoutMs,
    )
    server.once('connection', (socket) => {
      clearTimeout(deadline)
      resolve(socket)
    })
  })
}

function once(server: WebSocketServer, event: 'listening'): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once(event, () => resolve())
    server.once('error', reject)
  })
}
