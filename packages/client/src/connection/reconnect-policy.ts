import type { DisconnectCode } from './state.ts'

/** What there is to know when it has to be decided whether to connect again, and when. */
export interface ReconnectAttempt {
  /** How many attempts came before this one since the connection last held for 10 seconds. */
  readonly retryCount: number
  /** Milliseconds since the connection was lost, or since `reconnectNow`. */
  readonly elapsedMs: number
  /** Why the connection was lost, or why the attempt before has failed. */
  readonly code: DisconnectCode
  /** The same in words. */
  readonly reason: string
  /** A number from 0 up to 1, drawn anew for every decision. */
  readonly random: number
}

/**
 * Decides when to connect again: milliseconds to wait, or `null` to give up. It is not asked where another attempt
 * makes no sense: after `disconnect()`, when the player was disconnected on purpose, when the token is refused.
 */
export type ReconnectPolicy = (attempt: ReconnectAttempt) => number | null

/** How long to wait between attempts, and for how long to make any. */
export interface ReconnectOptions {
  /** Longest wait before the first attempt, in milliseconds; it doubles with each that fails. Default 500. */
  readonly baseMs?: number
  /** Longest wait of all, in milliseconds. Default 15,000. */
  readonly capMs?: number
  /** After how many milliseconds without a connection no further attempt is made. Default 300,000: five minutes. */
  readonly giveUpAfterMs?: number
}

/**
 * The default policy, exponential backoff with full jitter: each wait is drawn anew from the whole range between
 * nothing and the longest wait, so that clients that lost a server together do not come back together.
 */
export function fullJitter(options: ReconnectOptions = {}): ReconnectPolicy {
  const { baseMs = 500, capMs = 15_000, giveUpAfterMs = 300_000 } = options
  return ({ retryCount, elapsedMs, random }) =>
    elapsedMs < giveUpAfterMs ? random * Math.min(capMs, baseMs * 2 ** retryCount) : null
}
