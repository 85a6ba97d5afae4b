/** What `Clock.setTimeout` returns; only its own clock can read it. */
export type TimerHandle = unknown

/**
 * The one source of time and timers for client and server. Injected everywhere, so that a test can hold,
 * advance and replay time, and so that whoever owns a clock can see that no timer is left on it.
 */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number
  /** Calls `callback` once, `delayMs` milliseconds from now, unless cleared before. */
  setTimeout(callback: () => void, delayMs: number): TimerHandle
  /** Forgets a timer. A handle that has fired or was cleared before is ignored. */
  clearTimeout(handle: TimerHandle): void
}

/** Real time, on the platform's own timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
}
