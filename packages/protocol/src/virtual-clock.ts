import type { Clock, TimerHandle } from './clock.ts'

interface Timer {
  at: number
  readonly order: number
  readonly callback: () => void
}

/** Time that stands still until it is advanced, and that knows which timers are left on it. */
export class VirtualClock implements Clock {
  #now: number
  #order = 0
  readonly #timers = new Set<Timer>()
  readonly #settle: () => Promise<void>

  /**
   * @param now where time begins, in ms since the Unix epoch
   * @param settle waits until nothing goes on any more that does not need time
   */
  constructor(now: number = Date.UTC(2030, 0, 1), settle: () => Promise<void> = settled) {
    this.#now = now
    this.#settle = settle
  }

  now(): number {
    return this.#now
  }

  setTimeout(callback: () => void, delayMs: number): TimerHandle {
    const timer = { at: this.#now + Math.max(0, delayMs), order: this.#order++, callback }
    this.#timers.add(timer)
    return timer
  }

  clearTimeout(handle: TimerHandle): void {
    this.#timers.delete(handle as Timer)
  }

  /** How many timers have neither fired nor been cleared. */
  get pending(): number {
    return this.#timers.size
  }

  /** When the next timer is due, in ms since the Unix epoch; undefined when there is none. */
  get nextAt(): number | undefined {
    return this.#next(Number.POSITIVE_INFINITY)?.at
  }

  /** Puts the clock to another time, later or earlier, without firing anything: every timer is as far off as before. */
  set(now: number): void {
    for (const timer of this.#timers) timer.at += now - this.#now
    this.#now = now
  }

  /** Fires what falls due within the next `ms` milliseconds, in order, and lets promises settle in between. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    await this.#settle()
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#now = next.at
      this.#timers.delete(next)
      next.callback()
      await this.#settle()
    }
    this.#now = end
  }

  #next(end: number): Timer | undefined {
    let first: Timer | undefined
    for (const timer of this.#timers) {
      if (timer.at > end) continue
      if (
        first === undefined ||
        timer.at < first.at ||
        (timer.at === first.at && timer.order < first.order)
      ) {
        first = timer
      }
    }
    return first
  }
}

/** Resolves once every promise that could settle by itself has done so. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
