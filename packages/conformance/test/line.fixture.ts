import { PartyClient, type PartyClientOptions, type PartySocket, type Session } from '@party/client'
import { VirtualClock } from '@party/protocol/virtual-clock'
import { type MemoryHost, memoryHost, PartyServer, type PartyServerOptions } from '@party/server'

/** The line of one player: what goes over it, and a way to say or withhold something on it. */
export interface Line {
  /** Every request, in order, as the server reads it. */
  readonly sent: Record<string, Record<string, unknown>>[]
  /** Says something to the player that the server did not say. */
  say(frame: object): void
  /** From now on nothing arrives any more, in either direction; nothing is closed. */
  silence(): void
  /** The server's end closes, as for a reason of its own. */
  close(code: number, reason: string): void
}

/** A player of ours on a server of ours, in one process and on one virtual clock. */
export interface Player {
  readonly client: PartyClient
  readonly socket: PartySocket
  readonly session: Session
  readonly line: Line
  /** Everything this player was told, by event, in order. */
  readonly told: string[]
}

export interface House {
  readonly server: PartyServer
  readonly host: MemoryHost
  readonly clock: VirtualClock
  enter(name: string, options?: PartyClientOptions, appearOnline?: boolean): Promise<Player>
  close(): Promise<void>
}

const events = [
  'party',
  'partyPresence',
  'partyJoinRequest',
  'partyLeader',
  'partyData',
  'partyClose',
  'partyUpdate',
  'partyMatchmakerTicket',
  'matchmakerMatched',
  'statusPresence',
  'disconnect',
  'error',
] as const

export function openHouse(serverOptions: PartyServerOptions = {}): House {
  const clock = new VirtualClock()
  const server = new PartyServer({ clock, ...serverOptions })
  const host = memoryHost(server)
  const players: Player[] = []

  async function enter(
    name: string,
    options: PartyClientOptions = {},
    appearOnline = false,
  ): Promise<Player> {
    const { WebSocket, line } = tapped(host.WebSocket)
    const client = new PartyClient({
      ...host,
      clock,
      heartbeat: false,
      reconnect: false,
      ...options,
      WebSocket,
    })
    const session = await client.authenticateCustom(`checklist-${name}`, { username: name })
    const socket = client.createSocket()
    const told: string[] = []
    for (const event of events) socket.on(event, () => told.push(event))
    await socket.connect(session, { appearOnline })
    const player = { client, socket, session, line, told }
    players.push(player)
    return player
  }

  async function close(): Promise<void> {
    for (const { socket } of players) socket.disconnect()
    await server.close()
  }

  return { server, host, clock, enter, close }
}

/** A WebSocket class like the given one, and the line of the socket that was made with it last. */
function tapped(Base: typeof WebSocket) {
  let last: WebSocket | undefined
  let isSilent = false
  const sent: Line['sent'] = []
  class TappedSocket extends Base {
    constructor(url: string | URL) {
      super(url)
      last = this
      isSilent = false
    }

    override send(data: string): void {
      if (isSilent) return
      sent.push(JSON.parse(data))
      super.send(data)
    }
  }
  const line: Line = {
    sent,
    say: (frame) => last?.onmessage?.(new MessageEvent('message', { data: JSON.stringify(frame) })),
    silence() {
      isSilent = true
      if (last) last.onmessage = null
    },
    close: (code, reason) => last?.onclose?.(new CloseEvent('close', { code, reason })),
  }
  return { WebSocket: TappedSocket, line }
}
