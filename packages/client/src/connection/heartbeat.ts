import type { Clock, TimerHandle } from '@party/protocol'

/** How often a connection is tested, and when it counts as dead. */
export interface HeartbeatOptions {
  /** Milliseconds between the answer to one ping and the next ping. Default 10,000. */
  readonly intervalMs?: number
  /** Milliseconds a ping may stay unanswered. Default 10,000. */
  readonly timeoutMs?: number
}

/**
 * Finds out that a peer is gone long before the platform does: a network that vanished sends no close frame.
 * One ping is under way at a time; any answer but silence counts as life.
 */
export interface Heartbeat {
  start(): void
  stop(): void
  /** Sends the next ping now, unless one is under way. Does nothing while it is stopped. */
  hurry(): void
}

interface HeartbeatParts {
  readonly clock: Clock
  readonly random: () => number
  readonly intervalMs: number
  /** Sends a ping; ends with its pong, or with `timeout`. */
  ping(): Promise<unknown>
  /** The peer has not answered in time. */
  onDead(): void
}

export function createHeartbeat({ clock, random, intervalMs, ping, onDead }: HeartbeatParts): Heartbeat {
  let timer: TimerHandle
  let run = 0

  const stop = () => {
    run++
    clock.clearTimeout(timer)
    timer = undefined
  }

  const start = () => {
    stop()
    // Up to a tenth earlier: clients that came back together after a server restart do not ping together.
    timer = clock.setTimeout(beat, intervalMs * (1 - random() / 10))
  }

  const beat = () => {
    stop()
    const current = run
    ping().then(
      () => current === run && start(),
      ({ code }) => current === run && (code === 'timeout' ? onDead() : start()),
    )
  }

  return { start, stop, hurry: () => timer && beat() }
}
