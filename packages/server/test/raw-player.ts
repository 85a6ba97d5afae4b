import { VirtualClock } from '@party/protocol/virtual-clock'
import type { MemorySocket } from '../src/hosts/memory-socket.ts'
import { type Endpoint, memoryHost, PartyServer, type PartyServerOptions } from '../src/index.ts'

/** A server with a clock of its own, and players that speak raw frames to it. */
export function testServer(options: Omit<PartyServerOptions, 'clock'> = {}) {
  const clock = new VirtualClock()
  const server = new PartyServer({ ...options, clock })
  return { server, clock, ...playersOf(server, clock) }
}

/** Players of a server, who come by what stands in front of it, if there is something. */
export function playersOf(server: PartyServer, clock: VirtualClock, front: Endpoint = server) {
  const host = memoryHost(front)

  async function authenticate(name: string): Promise<string> {
    const key = btoa(`${server.config.socket.serverKey}:`)
    const response = await host.fetch(
      `http://memory/v2/account/authenticate/custom?create=true&username=${encodeURIComponent(name)}`,
      {
        method: 'POST',
        headers: { authorization: `Basic ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ id: `test-id-${name}` }),
      },
    )
    const body = (await response.json()) as { token?: string; message?: string }
    if (body.token === undefined) throw new Error(`cannot authenticate ${name}: ${body.message}`)
    return body.token
  }

  /** Connects a player. Without `online` the session shows no status, so that it is sent only what it asks for. */
  async function connect(name: string, { online = false, format = 'json' } = {}): Promise<RawPlayer> {
    const token = await authenticate(name)
    const url = `ws://memory/ws?lang=en&status=${online}&format=${format}&token=${token}`
    const player = new RawPlayer(new host.WebSocket(url) as unknown as MemorySocket)
    await clock.advance(0)
    while (player.socket.readyState === player.socket.CONNECTING) await clock.advance(0)
    return player
  }

  /** A party of these players, the first of them leading; what they were sent so far is forgotten. */
  async function partyOf(leader: RawPlayer, ...members: RawPlayer[]): Promise<string> {
    leader.send({ party_create: { open: true, max_size: 8 } })
    await clock.advance(0)
    const partyId = server.inspect().parties.at(-1)?.partyId ?? ''
    for (const member of members) {
      member.send({ party_join: { party_id: partyId } })
      await clock.advance(0)
    }
    for (const player of [leader, ...members]) player.take()
    return partyId
  }

  return { host, connect, authenticate, partyOf }
}

export type TestServer = ReturnType<typeof testServer>

export interface Closed {
  readonly code: number
  readonly reason: string
  readonly wasClean: boolean
}

/** One player's line, frame by frame. */
export class RawPlayer {
  readonly socket: MemorySocket
  readonly #received: unknown[] = []
  closed: Closed | undefined

  constructor(socket: MemorySocket) {
    this.socket = socket
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('message', (event) => {
      const { data } = event as Event & { data: string | ArrayBuffer }
      this.#received.push(typeof data === 'string' ? JSON.parse(data) : new Uint8Array(data))
    })
    socket.addEventListener('close', (event) => {
      const { code, reason, wasClean } = event as Event & Closed
      this.closed = { code, reason, wasClean }
    })
  }

  send(message: string | Uint8Array<ArrayBuffer> | object): void {
    const isFrame = typeof message === 'string' || message instanceof Uint8Array
    this.socket.send(isFrame ? message : JSON.stringify(message))
  }

  /** What arrived since the last time of asking. */
  take(): unknown[] {
    return this.#received.splice(0)
  }
}
