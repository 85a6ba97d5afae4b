import { PartyClient, type PartyClientOptions, PartyError, type PartySocket } from '@party/client'
import { protobuf } from '@party/client/protobuf'
import { features } from './features.ts'
import { type Arguments, operations, type Player } from './operations.ts'
import { keepPast } from './past.ts'
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
  readonly reconnect?: boolean
  readonly operation: string
  readonly arguments: Arguments
  readonly timeoutMs?: number
  readonly call: number
}

/** Events that carry what the contract says they carry. */
const plainEvents = [
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
  'notifications',
  'streamData',
  'streamPresence',
  'disconnect',
] as const

/**
 * Lets the runner play with @party/client: it takes commands, calls the SDK, and sends replies and events. How the
 * messages travel is for whoever made it to know.
 */
export class Adapter {
  readonly #send: (message: object) => void
  readonly #platform: Pick<PartyClientOptions, 'fetch' | 'WebSocket'>
  readonly #players = new Map<string, Player>()
  readonly #calls = new Map<number, AbortController>()
  readonly #pending = new Set<Promise<void>>()

  /** @param platform stands in for `fetch` and `WebSocket`, for servers in the same process */
  constructor(
    send: (message: object) => void,
    platform: Pick<PartyClientOptions, 'fetch' | 'WebSocket'> = {},
  ) {
    this.#send = send
    this.#platform = platform
    send({
      type: 'hello',
      contract: 1,
      name: '@party/client',
      version: '0.1.0',
      language: 'TypeScript',
      features,
    })
  }

  receive(command: Command): void {
    const done = this.#obey(command).then(
      (value) => this.#send({ type: 'result', id: command.id, value: toContract(value) ?? null }),
      (error) => this.#send({ id: command.id, ...describe(error) }),
    )
    this.#pending.add(done)
    void done.finally(() => this.#pending.delete(done))
  }

  /** Resolves when every command has its reply, and disconnects everyone. */
  async drain(): Promise<void> {
    await Promise.allSettled(this.#pending)
    for (const { socket } of this.#players.values()) socket.disconnect()
  }

  async #obey(command: Command): Promise<unknown> {
    switch (command.type) {
      case 'open':
        return this.#open(command)
      case 'call':
        return this.#call(command)
      case 'abort':
        return this.#calls.get(command.call)?.abort()
      case 'barrier': {
        const { socket } = this.#player(command)
        return socket.state === 'open' ? socket.ping().then(() => undefined) : undefined
      }
      case 'close':
        this.#player(command).socket.disconnect()
        this.#players.delete(command.actor)
        return undefined
    }
  }

  #open({ actor, server, codec, reconnect = false }: Command): void {
    const client = new PartyClient({
      ...server,
      ...this.#platform,
      ...(codec === 'protobuf' && { codec: protobuf }),
      reconnect: reconnect && { baseMs: 20, capMs: 100 },
    })
    const socket = client.createSocket()
    this.#players.set(actor, { client, socket, past: keepPast(socket), session: undefined })
    let seq = 0
    listen(socket, (name, value) => this.#send({ type: 'event', actor, seq: ++seq, name, value }))
  }

  async #call(command: Command): Promise<unknown> {
    const player = this.#player(command)
    const operation = operations[command.operation]
    if (operation === undefined) throw new Error(`${command.operation} is not an operation`)
    const abort = new AbortController()
    this.#calls.set(command.id, abort)
    const { timeoutMs } = command
    try {
      return await operation(player, command.arguments, {
        signal: abort.signal,
        ...(timeoutMs !== undefined && { timeoutMs }),
      })
    } finally {
      this.#calls.delete(command.id)
    }
  }

  #player({ actor }: Command): Player {
    const player = this.#players.get(actor)
    if (player === undefined) throw new Error(`there is no actor ${actor}`)
    return player
  }
}

function listen(socket: PartySocket, tell: (name: string, value: unknown) => void): void {
  for (const name of plainEvents) socket.on(name, (payload) => tell(name, toContract(payload)))
  socket.on('error', (error) => tell('error', told(error)))
  socket.on('partyRejoin', ({ partyId, outcome }) => tell('partyRejoin', { partyId, outcome }))
  socket.on('transition', ({ from, to }) => {
    if (from === 'reconnecting' && to === 'open') tell('reconnected', {})
  })
}

/** An error of the SDK as such; whatever else is thrown is a fault of this program. */
function describe(error: unknown): object {
  return PartyError.is(error) ? { type: 'error', ...told(error) } : { type: 'fault', message: String(error) }
}

function told({ code, message, realtimeCode, httpStatus }: PartyError): object {
  return {
    code,
    message,
    ...(realtimeCode !== undefined && { realtimeCode }),
    ...(httpStatus !== undefined && { httpStatus }),
  }
}
