import { VirtualClock } from '@party/protocol/virtual-clock'
import type { Offload } from '@party/server'

/**
 * Time for one server that stands still unless it is passed on. Signing and hashing are done by other threads, which
 * no clock and no ping knows of; so they are counted, and time has passed only when they are over too.
 */
export class VirtualTime {
  readonly clock: VirtualClock
  readonly #underWay = new Set<Promise<unknown>>()

  constructor(now?: number) {
    this.clock = new VirtualClock(now)
  }

  /** To be given to the server. */
  readonly offload: Offload = (work) => {
    const result = work()
    const ended: Promise<unknown> = result.then(
      () => this.#underWay.delete(ended),
      () => this.#underWay.delete(ended),
    )
    this.#underWay.add(ended)
    return result
  }

  /** Lets time pass, in ms, and waits for what it has set going. */
  readonly pass = async (ms: number): Promise<void> => {
    await this.clock.advance(ms)
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
    await this.clock.advance(0)
  }
}
