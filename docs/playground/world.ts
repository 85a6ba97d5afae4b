import { PartyClient, type PartySnapshot } from '@party/client'
import { settled, VirtualClock } from '@party/protocol/virtual-clock'
import { memoryHost, PartyServer, ServerControl } from '@party/server'
import { type Action, isOfWorld, perform } from './actions.ts'
import { cast, type Name, usernameOf } from './cast.ts'
import { seededBytes, seededRandom } from './chance.ts'
import { type FeedEntry, Player } from './player.ts'
import { type Frame, Wire } from './wire.ts'

/** Everything there is to see, at one moment. */
export interface WorldView {
  /** Since the beginning, in ms. */
  readonly atMs: number
  readonly players: readonly PlayerView[]
  /** The parties on the server. */
  readonly parties: readonly ListedParty[]
  /** Every party there has been, in the order of creation. */
  readonly partyIds: readonly string[]
  readonly frames: readonly Frame[]
  readonly actions: readonly Action[]
}

export interface PlayerView {
  readonly name: Name
  readonly index: number
  readonly state: string
  readonly parties: readonly PartySnapshot[]
  readonly feed: readonly FeedEntry[]
  readonly statuses: ReadonlyMap<string, string>
  readonly soloTicket: string | undefined
  readonly delayMs: number
  readonly isOffline: boolean
}

/** A party as the server knows it. */
export interface ListedParty {
  readonly partyId: string
  readonly open: boolean
  readonly maxSize: number
  readonly memberCount: number
  readonly leader: string
}

const beginning = Date.UTC(2030, 0, 1, 12)
const seed = 7

/** Four players and a server in one page. Time stands still but for what an action lets go by. */
export class World {
  readonly players: readonly Player[]
  readonly clock: VirtualClock
  /** In the order of creation; those that have ended too. */
  readonly partyIds: string[] = []
  readonly #wire: Wire
  readonly #server: PartyServer
  readonly #control: ServerControl
  readonly #actions: Action[] = []
  #order = 0
  readonly #lifts = new Map<string, () => void>()
  readonly #delays = new Map<Name, number>()

  constructor() {
    this.clock = new VirtualClock(beginning, () => this.#quiet())
    const { clock } = this
    const dice = seededRandom(seed)
    this.#wire = new Wire(() => clock.now() - beginning)
    this.#server = new PartyServer({
      clock,
      random: seededBytes(seed),
      config: { session: { tokenExpirySec: 86_400 } },
    })
    this.#server.rpc.register('roll', (_context, sides) => String(1 + Math.floor(dice() * Number(sides))))
    this.#control = new ServerControl(this.#server, { clock, random: seededRandom(seed) })
    const host = memoryHost(this.#control)
    this.players = cast.map((name, index) => {
      const client = new PartyClient({
        ...this.#wire.line(name, host),
        clock,
        random: seededRandom(seed + index),
      })
      return new Player(name, client, () => ({ atMs: clock.now() - beginning, order: this.#order++ }))
    })
  }

  get faults(): ServerControl['faults'] {
    return this.#control.faults
  }

  /** A world in which these things have been done. */
  static async after(actions: readonly Action[]): Promise<World> {
    const world = new World()
    for (const player of world.players) {
      await player.connect()
      await world.#quiet()
    }
    for (const action of actions) await world.do(action)
    return world
  }

  /** Does something, and waits until everything has settled that needs no time to go by. */
  async do(action: Action): Promise<void> {
    this.#actions.push(action)
    const doing = Promise.resolve()
      .then(() => perform(this, action))
      .catch((error: unknown) => this.#refuse(action, error))
    // A call that is held up by a fault ends later, when time goes by; its player notes how.
    if (isOfWorld(action)) await doing
    await this.#quiet()
  }

  setDelay(name: Name, delayMs: number): void {
    this.#lift(`delay ${name}`)
    this.#delays.set(name, delayMs)
    if (delayMs > 0) {
      this.#lifts.set(`delay ${name}`, this.faults.delay(delayMs, { player: usernameOf(name) }))
    }
  }

  setOffline(name: Name, isOffline: boolean): void {
    const player = usernameOf(name)
    this.#lift(`offline ${name}`)
    if (!isOffline) return
    this.#lifts.set(`offline ${name}`, this.faults.refuseConnection({ player }))
    this.faults.drop({ player })
  }

  view(): WorldView {
    const { parties } = this.#server.inspect()
    return {
      atMs: this.clock.now() - beginning,
      players: this.players.map((player, index) => ({
        name: player.name,
        index,
        state: player.socket.state,
        parties: player.socket.parties.getSnapshot().map((party) => party.getSnapshot()),
        feed: [...player.feed],
        statuses: new Map(player.statuses),
        soloTicket: player.soloTicket,
        delayMs: this.#delays.get(player.name) ?? 0,
        isOffline: this.#lifts.has(`offline ${player.name}`),
      })),
      parties: parties.map(({ partyId, open, maxSize, members, leader }) => ({
        partyId,
        open,
        maxSize,
        memberCount: members.length,
        leader: leader?.username ?? '',
      })),
      partyIds: [...this.partyIds],
      frames: [...this.#wire.frames],
      actions: [...this.#actions],
    }
  }

  /** Ends everything. */
  async close(): Promise<void> {
    this.faults.liftAll()
    for (const player of this.players) player.socket.disconnect()
    await this.#control.close()
  }

  #lift(key: string): void {
    this.#lifts.get(key)?.()
    this.#lifts.delete(key)
  }

  #refuse({ player }: Action, error: unknown): void {
    void this.players[player]?.note('cannot', () => Promise.reject(error))
  }

  /** Resolves once nothing happens any more by itself. */
  async #quiet(): Promise<void> {
    for (let round = 0, calm = 0; calm < 3 && round < 300; round++) {
      const before = this.#wire.activity
      await settled()
      calm = this.#wire.activity === before && this.#wire.pending === 0 ? calm + 1 : 0
    }
  }
}
