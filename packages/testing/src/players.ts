import {
  type ConnectOptions,
  PartyClient,
  type PartyClientOptions,
  type PartySocket,
  type SocketOptions,
  type WebSocketConstructor,
} from '@party/client'
import type { Clock } from '@party/protocol'
import { EventQueue } from './event-queue.ts'
import type { Journal } from './wire/journal.ts'
import { type OpenSockets, tappedFetch, tappedWebSocket } from './wire/tap.ts'

/** Options of every client that the environment does not decide by itself. */
export type TestClientOptions = Omit<
  PartyClientOptions,
  'host' | 'port' | 'ssl' | 'serverKey' | 'clock' | 'random' | 'WebSocket' | 'fetch'
>

/** How a player signs in and connects. */
export interface PlayerOptions
  extends Omit<SocketOptions, 'WebSocket'>,
    Pick<ConnectOptions, 'appearOnline' | 'lang'> {
  /** Whether to connect as well. Default true. */
  readonly connect?: boolean
  /** Variables to keep in the player's tokens. */
  readonly vars?: Readonly<Record<string, string>>
}

/** What all players of an environment have in common. */
export interface PlayersParts {
  readonly url: URL
  readonly serverKey: string
  readonly WebSocket: WebSocketConstructor | undefined
  readonly fetch: typeof fetch | undefined
  readonly clock: Clock
  readonly journal: Journal
  /** The jitter of the player of that name. */
  random(player: string): () => number
  readonly options: TestClientOptions
}

/** A socket of a player, and what the environment knows of it. */
interface Player {
  /** What its lines in the timeline are called: the player's name, of a second socket `ada (2)`. */
  readonly label: string
  readonly events: EventQueue
}

/** Everybody who plays: a client for each name, and the sockets made with it. */
export class Players {
  readonly #parts: PlayersParts
  readonly #clients = new Map<string, PartyClient>()
  readonly #players = new Map<PartySocket, Player>()
  readonly #open: OpenSockets = new Set()
  /** Grows whenever everybody is sent away. */
  #round = 0

  constructor(parts: PlayersParts) {
    this.#parts = parts
  }

  /** Connections that are not over yet, as far as the players' own ends go. */
  get openCount(): number {
    return this.#open.size
  }

  client(name: string): PartyClient {
    const known = this.#clients.get(name)
    if (known !== undefined) return known
    const { journal, WebSocket, fetch } = this.#parts
    const tap = (player: string) => tappedWebSocket({ journal, player }, this.#open, WebSocket)
    let count = 0
    const nextLabel = () => (++count === 1 ? name : `${name} (${count})`)
    const adopt = (socket: PartySocket, label: string) => {
      this.#players.set(socket, { label, events: new EventQueue(socket) })
      return socket
    }
    /** Every socket of the client is one of this environment's players. */
    class TestClient extends PartyClient {
      override createSocket(options: SocketOptions = {}): PartySocket {
        const label = nextLabel()
        return adopt(super.createSocket({ WebSocket: tap(label), ...options }), label)
      }
    }
    const client = new TestClient({
      ...this.#parts.options,
      ...addressOf(this.#parts.url),
      serverKey: this.#parts.serverKey,
      clock: this.#parts.clock,
      random: this.#parts.random(name),
      fetch: tappedFetch({ journal, player: name }, fetch),
    })
    this.#clients.set(name, client)
    return client
  }

  async connect(name: string, options: PlayerOptions = {}): Promise<PartySocket> {
    const { connect = true, vars = {}, appearOnline = false, lang, ...socketOptions } = options
    const round = this.#round
    const client = this.client(name)
    const socket = client.createSocket(socketOptions)
    const session = await client.authenticateCustom(customIdOf(name), { username: name, vars })
    if (round !== this.#round)
      throw new Error(`${name} has come too late: the environment was closed or reset`)
    if (connect) await socket.connect(session, { appearOnline, ...(lang !== undefined && { lang }) })
    return socket
  }

  /** What a player's lines in the timeline are called; undefined for a socket of somebody else. */
  labelOf(socket: PartySocket): string | undefined {
    return this.#players.get(socket)?.label
  }

  /** What a socket has heard; undefined for a socket of somebody else. */
  eventsOf(socket: PartySocket): EventQueue | undefined {
    return this.#players.get(socket)?.events
  }

  /** Ends every connection, and forgets everybody. */
  disconnect(): void {
    this.#round++
    for (const [socket, { events }] of this.#players) {
      events.close()
      socket.disconnect()
    }
    this.#players.clear()
    this.#clients.clear()
  }
}

function addressOf({ protocol, hostname, port }: URL) {
  const ssl = protocol === 'https:'
  return { host: hostname, port: port === '' ? (ssl ? 443 : 80) : Number(port), ssl }
}

/** An id that any name makes: without spaces, and never too short. */
function customIdOf(name: string): string {
  return `test-player:${encodeURIComponent(name)}`
}
