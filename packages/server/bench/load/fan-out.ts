import { setImmediate } from 'node:timers/promises'
import { cpuUs } from '../machine/usage.ts'
import { closeParties, openParties, type Party } from './parties.ts'
import type { RawSocket } from './raw-socket.ts'
import type { Target } from './target.ts'

export interface FanOutOptions {
  readonly partySize: number
  /** Members of all parties together. */
  readonly members: number
  /** Who sends in each round of a party: every member one message, or the first member two. */
  readonly senders: 'all' | 'one'
  readonly warmUpMs: number
  readonly measureMs: number
}

/** Messages of a round in which only one member sends. They go out in one piece, so that a server reads them together. */
const burst = 2

/**
 * Parties in which messages go round as fast as they arrive. As soon as all of a round have reached all the others,
 * the next round of that party begins. Gives the server CPU for each message that reached a member, in microseconds.
 */
export async function fanOut(target: Target, options: FanOutOptions): Promise<number> {
  const parties = await openParties(target, options.members / options.partySize, options.partySize)
  const rounds = parties.map((party) => new Rounds(party, options.senders))
  try {
    for (const round of rounds) round.begin()
    await pass(options.warmUpMs, rounds)
    const before = { cpuUs: cpuUs(target.pid), deliveries: total(rounds) }
    await pass(options.measureMs, rounds)
    return (cpuUs(target.pid) - before.cpuUs) / (total(rounds) - before.deliveries)
  } finally {
    for (const round of rounds) round.stop()
    closeParties(parties)
  }
}

/** The messages of one party. */
class Rounds {
  readonly #members: readonly RawSocket[]
  readonly #senders: readonly RawSocket[]
  /** What each of them sends. */
  readonly #piece: Buffer
  readonly #deliveriesPerRound: number
  #wanted = 0
  #isRunning = true

  constructor({ members, message }: Party, senders: FanOutOptions['senders']) {
    this.#members = members
    this.#senders = senders === 'all' ? members : members.slice(0, 1)
    this.#piece = senders === 'all' ? message : Buffer.concat(Array(burst).fill(message))
    const messages = senders === 'all' ? members.length : burst
    this.#deliveriesPerRound = messages * (members.length - 1)
    for (const member of members) {
      member.deliveries = 0
      member.onReceived = () => this.#next()
    }
  }

  get deliveries(): number {
    let sum = 0
    for (const member of this.#members) sum += member.deliveries
    return sum
  }

  get isWhole(): boolean {
    return this.#members.every((member) => member.isOpen)
  }

  begin(): void {
    this.#wanted += this.#deliveriesPerRound
    for (const sender of this.#senders) sender.send(this.#piece)
  }

  stop(): void {
    this.#isRunning = false
  }

  #next(): void {
    if (this.#isRunning && this.deliveries >= this.#wanted) this.begin()
  }
}

/**
 * Lets time pass without ever sleeping: waking the load would be on the server's account, and how often that happens
 * says more about which of the two is quicker than about the server.
 */
async function pass(ms: number, rounds: readonly Rounds[]): Promise<void> {
  const end = performance.now() + ms
  while (performance.now() < end) await setImmediate()
  if (!rounds.every((round) => round.isWhole)) throw new Error('the server closed a connection under load')
}

function total(rounds: readonly Rounds[]): number {
  return rounds.reduce((sum, round) => sum + round.deliveries, 0)
}
