import { setImmediate, setTimeout } from 'node:timers/promises'
import { quantile } from '../statistics.ts'
import { closeParties, openParties, type Party } from './parties.ts'
import type { Target } from './target.ts'

export interface LatencyOptions {
  readonly partySize: number
  readonly parties: number
  /** Messages per second, all parties together; undefined to find out how many there can be. */
  readonly sendsPerSec: number | undefined
  readonly measureMs: number
}

export interface LatencyResult {
  readonly sendsPerSec: number
  /** From sending to arriving at one of the other members, in milliseconds. */
  readonly p50Ms: number
  readonly p99Ms: number
}

/** At most so many messages of one party are under way while the most there can be is looked for. */
const window = 4

/**
 * The first member of each party sends; the second one's socket tells when a message arrives. Messages of one sender
 * keep their order, so the time belongs to the oldest one under way and nothing has to be read.
 */
export async function latency(target: Target, options: LatencyOptions): Promise<LatencyResult> {
  const parties = await openParties(target, options.parties, options.partySize)
  const lanes = parties.map((party) => new Lane(party))
  try {
    await drive(lanes, options, options.measureMs / 2)
    for (const lane of lanes) lane.startMeasuring()
    const seconds = (await drive(lanes, options, options.measureMs)) / 1000
    const times = lanes.flatMap((lane) => lane.latencies)
    return {
      sendsPerSec: times.length / seconds,
      p50Ms: quantile(times, 0.5),
      p99Ms: quantile(times, 0.99),
    }
  } finally {
    closeParties(parties)
  }
}

class Lane {
  latencies: number[] = []
  readonly #party: Party
  readonly #sentAt: number[] = []
  #arrived = 0

  constructor(party: Party) {
    this.#party = party
    const observer = party.members[1]
    if (observer === undefined) throw new Error('a party of one has no latency')
    observer.deliveries = 0
    observer.onReceived = () => {
      for (; this.#arrived < observer.deliveries; this.#arrived++) {
        this.latencies.push(performance.now() - (this.#sentAt[this.#arrived] ?? Number.NaN))
      }
    }
  }

  get underWay(): number {
    return this.#sentAt.length - this.#arrived
  }

  startMeasuring(): void {
    this.latencies = []
  }

  send(): void {
    this.#sentAt.push(performance.now())
    this.#party.members[0]?.send(this.#party.message)
  }
}

/** Sends for a while, in turns, and gives how long it was, in milliseconds. */
async function drive(lanes: readonly Lane[], { sendsPerSec }: LatencyOptions, ms: number): Promise<number> {
  const start = performance.now()
  let sent = 0
  let elapsed = 0
  while (elapsed < ms) {
    if (sendsPerSec === undefined) {
      for (const lane of lanes) while (lane.underWay < window) lane.send()
      await setImmediate()
    } else {
      for (; sent < (elapsed / 1000) * sendsPerSec; sent++) lanes[sent % lanes.length]?.send()
      await setTimeout(1)
    }
    elapsed = performance.now() - start
  }
  return elapsed
}
