import type { Offload } from '@party/server'
import { Turns } from './turns.ts'

/** More rounds than anything takes that comes to rest at all. */
const manyRounds = 10_000

/**
 * The work that leaves the event loop: signing and hashing, which other threads do. One piece at a time, in the order
 * of asking, so that what follows from it happens in the same order in every run.
 */
export class Work {
  readonly #turns = new Turns()
  #last: Promise<unknown> = Promise.resolve()
  #count = 0

  readonly offload: Offload = (work) => {
    const result = this.#last.then(work)
    this.#count++
    this.#last = result.then(done, done).then(() => {
      this.#count--
    })
    return result
  }

  /**
   * Waits for other work of which no turn of the event loop tells when it ends.
   *
   * @returns the same promise
   */
  track<Result>(work: Promise<Result>): Promise<Result> {
    this.#count++
    const end = (): void => {
      this.#count--
    }
    const before = this.#last
    this.#last = work.then(end, end).then(() => before)
    return work
  }

  /** Resolves once nothing goes on any more that would go on by itself. */
  async settled(): Promise<void> {
    await this.#turns.next()
    for (let round = 0; this.#count > 0; round++) {
      if (round > manyRounds)
        throw new Error('the environment does not come to rest: work goes on without end')
      await this.#last
      // What waited for the work goes on now, and may ask for more of it.
      await this.#turns.next()
    }
  }

  close(): void {
    this.#turns.close()
  }
}

function done(): void {}
