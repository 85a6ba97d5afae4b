import type { Clock } from '@party/protocol'
import type { Logger } from '../runtime/logger.ts'
import type { ReconnectPolicy } from './reconnect-policy.ts'
import { type DisconnectCode, mayRetry } from './state.ts'

interface RetriesParts {
  readonly clock: Clock
  readonly random: () => number
  readonly logger: Logger
  /** Absent: never again. */
  readonly reconnect: ReconnectPolicy | undefined
}

/** How long a connection has to hold before the next loss counts as a first one, in milliseconds. */
const steadyMs = 10_000

/** Counts the attempts to get a lost connection back, and asks the policy about the next one. */
export class Retries {
  readonly #parts: RetriesParts
  #count = 0
  #openedAt = 0
  #lostAt = 0

  constructor(parts: RetriesParts) {
    this.#parts = parts
  }

  /** The connection is open. Only if it holds does the count begin anew: a server may let in and throw out. */
  opened(): void {
    this.#openedAt = this.#parts.clock.now()
  }

  /** An open connection was lost. */
  lost(): void {
    const now = this.#parts.clock.now()
    this.#lostAt = now
    if (now - this.#openedAt >= steadyMs) this.#count = 0
  }

  /** Counts from here on: there is a new reason to try. */
  restart(): void {
    this.#count = 0
    this.#lostAt = this.#parts.clock.now()
  }

  /** Milliseconds until the next attempt; `undefined` if there is to be none. */
  next(code: DisconnectCode, reason: string): number | undefined {
    if (!mayRetry(code)) return undefined
    const { clock, random, reconnect, logger } = this.#parts
    const elapsedMs = clock.now() - this.#lostAt
    try {
      return (
        reconnect?.({ retryCount: this.#count++, elapsedMs, code, reason, random: random() }) ?? undefined
      )
    } catch (cause) {
      logger.error('the reconnect policy failed', cause)
      return undefined
    }
  }
}
