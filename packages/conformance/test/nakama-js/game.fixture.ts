import {
  Client,
  type DefaultSocket,
  type Session,
  type Socket,
  type WebSocketAdapter,
  WebSocketAdapterText,
} from '@heroiclabs/nakama-js'
import { WebSocketAdapterPb } from '@heroiclabs/nakama-js-protobuf'
import { VirtualClock } from '@party/protocol/virtual-clock'
import { PartyServer, type ServerConfigOverrides } from '@party/server'
import { listen } from '@party/server/node'
import { vi } from 'vitest'

/** What nakama-js speaks unless it is told otherwise. */
export const textAdapter = (): WebSocketAdapter => new WebSocketAdapterText()

export const protobufAdapter = (): WebSocketAdapter => new WebSocketAdapterPb()

/** The two ways nakama-js speaks to a server. */
export const adapters: readonly (readonly [name: 'text' | 'protobuf', make: () => WebSocketAdapter])[] = [
  ['text', textAdapter],
  ['protobuf', protobufAdapter],
]

/** Handlers of a socket that a player's inbox listens with. */
const eventNames = [
  'ondisconnect',
  'onnotification',
  'onmatchmakermatched',
  'onparty',
  'onpartyclose',
  'onpartydata',
  'onpartyjoinrequest',
  'onpartyleader',
  'onpartymatchmakerticket',
  'onpartypresence',
  'onstatuspresence',
] as const

export type EventName = (typeof eventNames)[number]

/** What a handler was called with. */
type EventOf<Name extends EventName> = Parameters<Socket[Name]>[0]

/**
 * A server on a real port and players with nakama-js as it is published.
 *
 * nakama-js never clears its timers: 30 s for each connection, 10 s for each message and heartbeat, 7 s for each HTTP
 * call. They are replaced while a game runs and gone when it ends, so that they fail no later test and hold up
 * no process. The server has a clock of its own.
 */
export class Game {
  readonly clock: VirtualClock
  readonly server: PartyServer
  readonly client: Client
  readonly #close: () => Promise<void>
  readonly #players: Player[] = []
  #ids = 0

  private constructor(server: PartyServer, clock: VirtualClock, client: Client, close: () => Promise<void>) {
    this.server = server
    this.clock = clock
    this.client = client
    this.#close = close
  }

  /** @param config over Nakama's defaults, but for tokens that last long enough not to be refreshed at every call */
  static async open(config: ServerConfigOverrides = {}): Promise<Game> {
    // nakama-js compares the times in its tokens with the real time.
    const clock = new VirtualClock(Date.now())
    const session = { tokenExpirySec: 7_200, refreshTokenExpirySec: 10_800 }
    const server = new PartyServer({ config: { session, ...config }, clock })
    const host = await listen(server)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const client = new Client('defaultkey', host.host, String(host.port))
    return new Game(server, clock, client, () => host.close())
  }

  /** A new player with a session and no socket. */
  authenticate(name: string): Promise<Session> {
    this.#ids += 1
    return this.client.authenticateCustom(`${name}-custom-id-${this.#ids}`, true, `${name}${this.#ids}`)
  }

  /** A new player, connected. */
  async enter(name: string, adapter = textAdapter, appearOnline = true): Promise<Player> {
    return this.connect(await this.authenticate(name), adapter, appearOnline)
  }

  async connect(session: Session, adapter: () => WebSocketAdapter, appearOnline = true): Promise<Player> {
    const socket = this.client.createSocket(false, false, adapter())
    const player = new Player(session, socket)
    this.#players.push(player)
    await socket.connect(session, appearOnline)
    return player
  }

  async close(): Promise<void> {
    for (const player of this.#players) player.socket.disconnect(false)
    await this.#close()
    vi.useRealTimers()
  }
}

/** A player: nakama-js's socket, and an inbox in place of its handlers. */
export class Player {
  readonly session: Session
  readonly socket: Socket
  readonly #inbox: { readonly name: EventName; readonly payload: unknown }[] = []
  #arrived: () => void = () => {}

  constructor(session: Session, socket: Socket) {
    this.session = session
    this.socket = socket
    for (const name of eventNames) {
      socket[name] = (payload: unknown) => {
        this.#inbox.push({ name, payload })
        this.#arrived()
      }
    }
  }

  get id(): string {
    return this.session.user_id ?? ''
  }

  /** The next event of that name: the oldest that has not been asked for, or the one that arrives next. */
  async next<Name extends EventName>(name: Name): Promise<EventOf<Name>> {
    for (;;) {
      const index = this.#inbox.findIndex((event) => event.name === name)
      const [event] = index < 0 ? [] : this.#inbox.splice(index, 1)
      if (event !== undefined) return event.payload as EventOf<Name>
      await new Promise<void>((resolve) => {
        this.#arrived = resolve
      })
    }
  }

  /** Names of the events that have arrived and were not asked for. A ping proves that nothing is on its way. */
  async unread(): Promise<EventName[]> {
    await this.ping()
    return this.#inbox.map((event) => event.name)
  }

  /** Forgets what has arrived. */
  async forget(): Promise<void> {
    await this.ping()
    this.#inbox.length = 0
  }

  /** `send` is public on the class, though not on the interface. */
  async ping(): Promise<void> {
    await (this.socket as DefaultSocket).send({ ping: {} })
  }
}

/** The user ids in a list of presences, which nakama-js leaves out when it is empty. */
export function usersOf(presences: readonly { readonly user_id: string }[] | undefined): string[] {
  return (presences ?? []).map((presence) => presence.user_id)
}
