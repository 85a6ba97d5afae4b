import { createTestEnvironment, type TestEnvironment } from '@party/testing'
import type { OpenLink } from '../../src/adapter/link.ts'
import { Program } from '../../src/adapter/program.ts'
import type { JsonObject } from '../../src/files/json.ts'
import { seeded } from './chance.ts'
import { differencesOf } from './differences.ts'
import type { Home } from './player.ts'
import { ProgramPlayer } from './program-player.ts'
import type { SoakReport } from './soak.ts'

/** How much goes wrong, and how long. */
export interface ProgramSoakOptions {
  readonly parties: number
  /** How many things go wrong before there is calm. */
  readonly events: number
  readonly seed: number
}

const playersEach = 4
/** Between one event and the next, in ms. Over a real network it would be seconds: the time is compressed. */
const stepMs = 30
/**
 * How long players may take to find back once there is calm, in ms. Most need a retry of 5 s; whoever waits for the
 * leader of a party that has ended meanwhile looks after 30 s.
 */
const calmMs = 60_000

/**
 * Plays with an SDK in any language, by its adapter: players in parties on a real port, whose connections, server and
 * tokens fail in every way that a network shows. The server notices who is gone within half a second, so that minutes
 * of real life fit into seconds.
 */
export async function soakProgram(
  open: OpenLink,
  { parties, events, seed }: ProgramSoakOptions,
): Promise<Omit<SoakReport, 'ends'>> {
  const config = { socket: { pingPeriodMs: 300, pongWaitMs: 500 } }
  const env = await createTestEnvironment({ backend: 'node', seed, config })
  const program = await Program.start(open)
  try {
    const players = await enter(program, env, parties)
    const turmoil = new Turmoil(env, players, seeded(seed))
    for (let nth = 0; nth < events; nth++) {
      turmoil.happen()
      // Twice, so that players find each other again who had already done so once.
      if (nth > 0 && nth % Math.ceil(events / 3) === 0) env.faults.restart()
      for (const player of players) player.tick()
      await sleep(stepMs)
    }
    env.faults.liftAll()
    await calm(players)
    return await report(env, players)
  } finally {
    await program.close()
    await env.close()
  }
}

async function enter(program: Program, env: TestEnvironment, parties: number): Promise<ProgramPlayer[]> {
  const { hostname: host, port } = new URL(env.url)
  const server = { host, port: Number(port), ssl: false, serverKey: 'defaultkey' }
  const homes: Home[] = Array.from({ length: parties }, (_, index) => ({
    open: index % 2 === 0,
    partyId: undefined,
  }))
  const players = homes.flatMap((home, index) =>
    Array.from(
      { length: playersEach },
      (_, nth) => new ProgramPlayer(program, `player-${index}-${nth}`, home),
    ),
  )
  for (const player of players) await player.enter(server)
  return players
}

/** Waits until everyone is where it wants to be, twice in a row: what somebody does next may move another one. */
async function calm(players: readonly ProgramPlayer[]): Promise<void> {
  const until = Date.now() + calmMs
  for (let quiet = 0; quiet < 2 && Date.now() < until; ) {
    for (const player of players) player.tick()
    await sleep(stepMs * 10)
    quiet = players.every(({ isHome, pending }) => isHome && pending === 0) ? quiet + 1 : 0
  }
}

/** Everything that goes wrong, drawn from one stream of chance. */
class Turmoil {
  readonly #env: TestEnvironment
  readonly #players: readonly ProgramPlayer[]
  readonly #random: () => number
  /** Faults that lift later, each with how many events it still lasts. */
  #lasting: { left: number; readonly lift: () => void }[] = []

  constructor(env: TestEnvironment, players: readonly ProgramPlayer[], random: () => number) {
    this.#env = env
    this.#players = players
    this.#random = random
  }

  happen(): void {
    this.#lasting = this.#lasting.filter((fault) => {
      if (fault.left === 0) fault.lift()
      return fault.left-- > 0
    })
    const { faults } = this.#env
    const one = this.#pick(this.#players)
    const player = one.name
    const isConnected = this.#env.server.inspect().sessions.some(({ username }) => username === player)
    const last = (events: number, lift: () => void) => this.#lasting.push({ left: events, lift })
    const things: readonly (readonly [weight: number, thing: () => unknown])[] = [
      [20, () => isConnected && faults.drop({ player })],
      [6, () => isConnected && faults.drop({ player, unnoticed: true })],
      [3, () => isConnected && faults.close(1000, 'session outgoing queue full', { player })],
      [3, () => one.disconnect()],
      [4, () => faults.refuseToken({ player, times: 1 })],
      [3, () => last(15, faults.refuseConnection({ player }))],
      [3, () => last(10, faults.stopReading({ player }))],
      [4, () => last(10, faults.delay(50, { player }))],
      [1, () => last(8, faults.refuseConnection())],
      [14, () => this.#act(one)],
    ]
    let at = this.#random() * things.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, thing] of things) {
      at -= weight
      if (at < 0) return void thing()
    }
  }

  /** What players do besides. */
  #act(player: ProgramPlayer): void {
    const other = player.parties[0]?.members[0]
    const acts: readonly (readonly [operation: string, args: JsonObject])[] = [
      ['sendPartyData', { opCode: '1', data: 'aGVsbG8=' }],
      ['leaveParty', {}],
      ['updateParty', { open: player.home.open, label: '{"mode":"duo"}' }],
      ['addMatchmakerParty', { query: '*', minCount: 8, maxCount: 8 }],
      ['closeParty', {}],
    ]
    const { userId, sessionId, username } = other ?? {}
    const ofMember: typeof acts =
      userId && sessionId && username
        ? [
            ['promotePartyMember', { presence: { userId, sessionId, username } }],
            ['removePartyMember', { presence: { userId, sessionId, username } }],
          ]
        : []
    player.act(...this.#pick([...acts, ...ofMember]))
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T
  }
}

async function report(
  env: TestEnvironment,
  players: readonly ProgramPlayer[],
): Promise<Omit<SoakReport, 'ends'>> {
  const isSettled = players.every(({ isHome }) => isHome)
  for (const player of players) await player.attempt(player.barrier().then(() => player.look()))
  const inspection = env.server.inspect()
  const outcomes: Record<string, number> = {}
  for (const player of players) {
    for (const [what, count] of player.outcomes) outcomes[what] = (outcomes[what] ?? 0) + count
  }
  const differences = players.flatMap(({ name, parties }) => differencesOf(name, parties, inspection))
  for (const player of players) await player.attempt(player.leave())
  return {
    outcomes,
    surprises: players.flatMap(({ surprises }) => surprises),
    pending: players.reduce((sum, { pending }) => sum + pending, 0),
    isSettled,
    differences,
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
