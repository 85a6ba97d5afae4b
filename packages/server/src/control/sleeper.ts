import type { Clock, TimerHandle } from '@party/protocol'

/** Waits for time to pass, and can be woken before. */
export class Sleeper {
  readonly #clock: Clock
  readonly #asleep = new Map<() => void, TimerHandle>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Resolves in that many ms; at once for 0. */
  async sleep(delayMs: number): Promise<void> {
    if (delayMs <= 0) return
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        this.#asleep.delete(wake)
        resolve()
      }
      this.#asleep.set(wake, this.#clock.setTimeout(wake, delayMs))
    })
  }

  /** Wakes everybody now. */
  wake(): void {
    for (const [wake, timer] of [...this.#asleep]) {
      this.#clock.clearTimeout(timer)
      wake()
    }
  }
}
