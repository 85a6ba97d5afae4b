import type { Clock, TimerHandle } from '@party/protocol'

/**
 * Calls back for each of many items a constant time after its last touch, on a single timer. Because the delay
 * is the same for all, the order of touching is the order of falling due, and a Map keeps it for free.
 */
export class DeadlineQueue<Item> {
  readonly #clock: Clock
  readonly #delayMs: number
  readonly #onDue: (item: Item) => void
  readonly #dueAt = new Map<Item, number>()
  #timer: TimerHandle | undefined

  constructor(clock: Clock, delayMs: number, onDue: (item: Item) => void) {
    this.#clock = clock
    this.#delayMs = delayMs
    this.#onDue = onDue
  }

  /** Starts the item's time anew. */
  touch(item: Item): void {
    this.#dueAt.delete(item)
    this.#dueAt.set(item, this.#clock.now() + this.#delayMs)
    if (this.#timer === undefined) this.#schedule()
  }

  forget(item: Item): void {
    this.#dueAt.delete(item)
    if (this.#dueAt.size === 0) this.#stop()
  }

  #schedule(): void {
    const [head] = this.#dueAt.values()
    if (head === undefined) return
    this.#timer = this.#clock.setTimeout(() => this.#run(), Math.max(0, head - this.#clock.now()))
  }

  #run(): void {
    this.#timer = undefined
    const now = this.#clock.now()
    for (const [item, dueAt] of this.#dueAt) {
      if (dueAt > now) break
      this.#dueAt.delete(item)
      this.#onDue(item)
    }
    if (this.#timer === undefined) this.#schedule()
  }

  #stop(): void {
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
