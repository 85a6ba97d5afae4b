import { Client, type DefaultSocket, type Socket, WebSocketAdapterText } from '@heroiclabs/nakama-js'
import { WebSocketAdapterPb } from '@heroiclabs/nakama-js-protobuf'
import { describe } from './errors.ts'
import { features } from './features.ts'
import { type Arguments, operations, type Player, withTextContent } from './operations.ts'
import { toContract } from './values.ts'

/** What the runner sends; see adapter.schema.json. */
export interface Command {
  readonly type: 'open' | 'call' | 'abort' | 'barrier' | 'close'
  readonly id: number
  readonly actor: string
  readonly server: {
    readonly host: string
    readonly port: number
    readonly ssl: boolean
    readonly serverKey: string
  }
  readonly codec: 'json' | 'protobuf'
  readonly operation: string
  readonly arguments: Arguments
}

/** Lets the runner play with nakama-js as it is published. */
export class Adapter {
  readonly #send: (message: object) => void
  readonly #players = new Map<string, Player>()
  readonly #pending = new Set<Promise<void>>()

  constructor(send: (message: object) => void) {
    this.#send = send
    send({
      type: 'hello',
      contract: 1,
      name: 'nakama-js',
      version: '2.8.0',
      language: 'JavaScript',
      features,
    })
  }

  receive(command: Command): void {
    const done = this.#answer(command)
    this.#pending.add(done)
    void done.finally(() => this.#pending.delete(done))
  }

  async drain(): Promise<void> {
    await Promise.allSettled(this.#pending)
  }

  async #answer(command: Command): Promise<void> {
    const { id } = command
    try {
      const value = await this.#obey(command)
      this.#send({ type: 'result', id, value: toContract(value) ?? null })
    } catch (error) {
      if (error instanceof Fault) this.#send({ type: 'fault', id, message: error.message })
      else this.#send({ type: 'error', id, ...(await describe(error)) })
    }
  }

  async #obey(command: Command): Promise<unknown> {
    const { type, actor, operation } = command
    if (type === 'open') return this.#open(command)
    const player = this.#players.get(actor)
    if (player === undefined) throw new Fault(`there is no actor ${actor}`)
    if (type === 'barrier') {
      // `send` is public on the class, though not on the interface; the SDK has no ping of its own to call.
      await (player.socket as DefaultSocket).send({ ping: {} })
      return undefined
    }
    if (type === 'close') {
      player.socket.disconnect(false)
      this.#players.delete(actor)
      return undefined
    }
    const perform = operations[operation]
    if (type !== 'call' || perform === undefined) throw new Fault(`${operation ?? type} is not supported`)
    return perform(player, command.arguments)
  }

  #open({ actor, server, codec }: Command): void {
    const client = new Client(server.serverKey, server.host, String(server.port), server.ssl)
    const adapter = codec === 'protobuf' ? new WebSocketAdapterPb() : new WebSocketAdapterText()
    const socket = client.createSocket(server.ssl, false, adapter)
    this.#players.set(actor, { client, socket, session: undefined })
    let seq = 0
    const tell = (name: string, value: unknown) =>
      this.#send({ type: 'event', actor, seq: ++seq, name, value: toContract(value) ?? {} })
    listen(socket, tell)
  }
}

/** Something that says nothing about nakama-js. */
class Fault extends Error {}

/** Gives every handler a function that reports what it is called with. */
function listen(socket: Socket, tell: (name: string, value: unknown) => void): void {
  socket.onparty = (party) => tell('party', party)
  socket.onpartypresence = (presence) => tell('partyPresence', presence)
  socket.onpartyjoinrequest = (request) => tell('partyJoinRequest', request)
  socket.onpartyleader = (leader) => tell('partyLeader', leader)
  socket.onpartydata = (data) => tell('partyData', data)
  socket.onpartyclose = (close) => tell('partyClose', close)
  socket.onpartymatchmakerticket = (ticket) => tell('partyMatchmakerTicket', ticket)
  socket.onmatchmakermatched = (matched) => tell('matchmakerMatched', matched)
  socket.onstatuspresence = (presence) => tell('statusPresence', presence)
  socket.onnotification = (notification) =>
    tell('notifications', { notifications: [withTextContent(notification)] })
  socket.onstreamdata = (data) => tell('streamData', data)
  socket.onstreampresence = (presence) => tell('streamPresence', presence)
  socket.ondisconnect = (event) => tell('disconnect', { reason: (event as CloseEvent).reason })
  socket.onerror = (event) => tell('error', { message: event.type })
}
