import type { RealtimeError } from '@party/protocol'
import { settled, VirtualClock } from '@party/protocol/virtual-clock'
import { PartyClient } from '../src/client.ts'
import { Session } from '../src/http/session.ts'
import type { PartyClientOptions } from '../src/settings.ts'
import { fakeWebSockets } from './fake-websocket.ts'
import { tokenOf } from './tokens.ts'

/** A socket of the player `ada` whose server is the test. */
export function disconnectedSocket(options: PartyClientOptions = {}) {
  const clock = new VirtualClock()
  const sockets = fakeWebSockets()
  const client = new PartyClient({
    WebSocket: sockets.WebSocket,
    fetch: () => Promise.reject(new TypeError('no network')),
    clock,
    heartbeat: false,
    ...options,
  })
  const session = Session.restore(tokenOf('ada'), tokenOf('ada'))
  return { clock, client, session, socket: client.createSocket(), sockets }
}

/** The same, connected. `server` is the other end. */
export async function connectedSocket(options: PartyClientOptions = {}) {
  const parts = disconnectedSocket(options)
  const connected = parts.socket.connect(parts.session)
  await settled()
  const server = parts.sockets.last()
  server.dispatch('open')
  await connected
  /** Makes a call and answers what it sent: with a message, an error, or an empty reply. */
  const answer = async <T>(call: Promise<T>, reply: object = {}): Promise<T> => {
    await settled()
    server.receive({ cid: server.requests.at(-1)?.['cid'], ...reply })
    return call
  }
  const refuse = (error: Partial<RealtimeError>) => ({ error })
  return { ...parts, server, answer, refuse }
}
