import type { Environment } from '@party/client'
import type { TestEnvironment } from '@party/testing'
import { differencesOf } from './differences.ts'
import { type Home, SoakPlayer } from './player.ts'

/** How much, and how long. */
export interface SoakOptions {
  readonly parties: number
  /** For how long things go wrong, in ms. */
  readonly turmoilMs: number
  /** A number from 0 up to 1, for everything that happens. */
  readonly random: () => number
  /** Lets time pass. */
  pass(ms: number): Promise<void>
}

/** What a soak has come to. */
export interface SoakReport {
  /** How often each thing has happened. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Connections that ended for good. */
  readonly ends: number
  /** What should not have happened. */
  readonly surprises: readonly unknown[]
  /** Calls that have not ended. */
  readonly pending: number
  /** Whether everyone is back in its party. */
  readonly isSettled: boolean
  /** Live parties that are not as the server has them. */
  readonly differences: readonly string[]
}

const playersEach = 4
/** How often something happens, in ms. */
const stepMs = 250
/** Time for the server to notice who is gone (25 s), for the longest wait before a reconnect (15 s), and to join. */
const calmMs = 60_000

/** Counts who listens to the platform. */
export class CountedEvents implements Environment {
  listeners = 0

  addEventListener(): void {
    this.listeners++
  }

  removeEventListener(): void {
    this.listeners--
  }
}

/** Plays: players in parties, whose connections, server and tokens fail in every way there is. */
export async function soak(env: TestEnvironment, options: SoakOptions): Promise<SoakReport> {
  const { parties, turmoilMs, pass } = options
  const players = await enter(env, parties)
  const turmoil = new Turmoil(env, players, options)
  const tick = async (): Promise<void> => {
    for (const player of players) player.tick()
    await pass(stepMs)
  }
  for (let atMs = 0; atMs < turmoilMs; atMs += stepMs) {
    turmoil.step(atMs)
    await tick()
  }
  turmoil.end()
  for (let atMs = 0; atMs < calmMs; atMs += stepMs) {
    await tick()
    if (atMs > calmMs / 2 && players.every(({ isHome, pending }) => isHome && pending === 0)) break
  }
  return report(env, players)
}

async function enter(env: TestEnvironment, parties: number): Promise<SoakPlayer[]> {
  const homes: Home[] = Array.from({ length: parties }, (_, index) => ({
    open: index % 2 === 0,
    partyId: undefined,
  }))
  const players: SoakPlayer[] = []
  for (const [index, home] of homes.entries()) {
    for (let nth = 0; nth < playersEach; nth++) {
      const socket = await env.player(`player-${index}-${nth}`)
      const { session } = socket
      if (session) players.push(new SoakPlayer(socket, session, home))
    }
  }
  return players
}

/** Everything that goes wrong, drawn from one stream of chance. */
class Turmoil {
  readonly #env: TestEnvironment
  readonly #players: readonly SoakPlayer[]
  readonly #random: () => number
  readonly #turmoilMs: number
  /** Faults that lift later. */
  #lasting: { readonly untilMs: number; readonly lift: () => void }[] = []

  constructor(env: TestEnvironment, players: readonly SoakPlayer[], { random, turmoilMs }: SoakOptions) {
    this.#env = env
    this.#players = players
    this.#random = random
    this.#turmoilMs = turmoilMs
  }

  /** One moment of it. */
  step(atMs: number): void {
    this.#lasting = this.#lasting.filter(({ untilMs, lift }) => {
      if (untilMs <= atMs) lift()
      return untilMs > atMs
    })
    for (let count = 0; count < 3; count++) this.#happen(atMs)
    // Twice, so that players find each other again who had already done so once.
    const third = Math.floor(this.#turmoilMs / 3 / stepMs) * stepMs
    if (atMs > 0 && atMs % third === 0 && atMs < this.#turmoilMs - stepMs) this.#env.faults.restart()
  }

  /** Nothing goes wrong any more. */
  end(): void {
    this.#env.faults.liftAll()
  }

  #happen(atMs: number): void {
    const { faults } = this.#env
    const one = this.#pick(this.#players)
    const player = one.name
    const isConnected = this.#env.server.inspect().sessions.some(({ username }) => username === player)
    const last = (ms: number, lift: () => void) => this.#lasting.push({ untilMs: atMs + ms, lift })
    const events: readonly (readonly [weight: number, event: () => unknown])[] = [
      [20, () => isConnected && faults.drop({ player })],
      [8, () => isConnected && faults.drop({ player, unnoticed: true })],
      [3, () => isConnected && faults.close(1000, 'session outgoing queue full', { player })],
      [3, () => isConnected && faults.kick({ player })],
      [3, () => one.socket.disconnect()],
      [3, () => one.socket.reconnectNow()],
      [4, () => faults.refuseToken({ player, times: 1 })],
      [3, () => last(4_000, faults.refuseConnection({ player }))],
      [2, () => last(15_000, faults.ignoreHandshake({ player }))],
      [3, () => last(3_000, faults.stopReading({ player }))],
      [2, () => last(30_000, faults.ignorePings({ player }))],
      [3, () => faults.neverAnswer({ player, times: 1 })],
      [4, () => last(2_000, faults.delay(300, { player }))],
      [1, () => last(1_500, faults.refuseConnection())],
      [12, () => this.#act(one)],
    ]
    let at = this.#random() * events.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, event] of events) {
      at -= weight
      if (at < 0) return void event()
    }
  }

  /** What players do besides. */
  #act(player: SoakPlayer): void {
    const party = player.socket.parties.get(player.home.partyId ?? '')
    if (!party) return
    const other = this.#pick(party.members)
    const acts = [
      () => party.send(1, 'hello'),
      () => party.leave(),
      () => party.promote(other),
      () => party.remove(other),
      () => party.update({ open: player.home.open, label: '{"mode":"duo"}' }),
      () => party.matchmake({ minCount: 8 }),
      () => party.close(),
    ]
    void player.call(this.#pick(acts)())
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T
  }
}

async function report(env: TestEnvironment, players: readonly SoakPlayer[]): Promise<SoakReport> {
  // A round trip on every line: whatever was on its way has arrived.
  const arrived = Promise.all(players.map((player) => player.call(player.socket.ping())))
  await env.settled()
  await arrived
  const outcomes: Record<string, number> = {}
  for (const player of players) {
    for (const [what, count] of player.outcomes) outcomes[what] = (outcomes[what] ?? 0) + count
  }
  return {
    outcomes,
    ends: players.reduce((sum, { ends }) => sum + ends, 0),
    surprises: players.flatMap(({ surprises }) => surprises),
    pending: players.reduce((sum, { pending }) => sum + pending, 0),
    isSettled: players.every(({ isHome }) => isHome),
    differences: differences(env, players),
  }
}

function differences(env: TestEnvironment, players: readonly SoakPlayer[]): string[] {
  const inspection = env.server.inspect()
  return players.flatMap(({ name, socket }) => differencesOf(name, [...socket.parties], inspection))
}
