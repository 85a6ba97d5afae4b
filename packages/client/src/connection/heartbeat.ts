import type { Clock, TimerHandle } from '@party/protocol'
import { PartyError } from '../error.ts'

/** How often a connection is tested, and when it counts as dead. */
export interface HeartbeatOptions {
  /** Milliseconds between the answer to one ping and the next ping. Default 10,000. */
  readonly intervalMs?: number
  /** Milliseconds a ping may stay unanswered. Default 10,000. */
  readonly timeoutMs?: number
}

interface HeartbeatParts extends Required<HeartbeatOptions> {
  readonly clock: Clock
  readonly random: () => number
  /** Sends a ping; ends with its pong, or with `timeout` after `timeoutMs`. */
  ping(timeoutMs: number): Promise<unknown>
  /** The peer has not answered in time. */
  onDead(): void
}

/**
 * Finds out that a peer is gone long before the platform does: a network that vanished sends no close frame.
 * One ping is under way at a time; any answer but silence counts as life.
 */
export class Heartbeat {
  readonly #parts: HeartbeatParts
  #timer: TimerHandle | undefined
  #run = 0

  constructor(parts: HeartbeatParts) {
    this.#parts = parts
  }

  start(): void {
    this.stop()
    this.#wait(this.#run)
  }

  stop(): void {
    this.#run++
    if (this.#timer !== undefined) this.#parts.clock.clearTimeout(this.#timer)
    this.#timer = undefined
  }

  /** Sends the next ping now, unless one is under way. Does nothing while it is stopped. */
  hurry(): void {
    if (this.#timer === undefined) return
    this.stop()
    this.#ping(this.#run).catch(() => {})
  }

  #wait(run: number): void {
    const { clock, intervalMs, random } = this.#parts
    // Up to a tenth earlier: clients that came back together after a server restart do not ping together.
    const delayMs = intervalMs * (1 - random() / 10)
    this.#timer = clock.setTimeout(() => {
      this.#timer = undefined
      this.#ping(run).catch(() => {})
    }, delayMs)
  }

  async #ping(run: number): Promise<void> {
    const silent = await this.#parts.ping(this.#parts.timeoutMs).then(
      () => false,
      (cause) => PartyError.is(cause) && cause.code === 'timeout',
    )
    if (run !== this.#run) return
    if (silent) this.#parts.onDead()
    else this.#wait(run)
  }
}
