import { systemClock } from '@party/protocol'
import type { TestClock } from './time/clock.ts'
import type { Journal } from './wire/journal.ts'

/** How long to wait. */
export interface WaitOptions {
  /**
   * In virtual time: how many ms the clock may be advanced for it, step by step; default 0, so that time goes on only
   * where a test says so. In real time: how many ms to wait; default 5,000.
   */
  readonly timeoutMs?: number
}

/** What was waited for did not come. Its message ends with the timeline. */
export class WaitError extends Error {
  override readonly name = 'WaitError'
  /** What had happened by then. */
  readonly timeline: string

  constructor(what: string, timeline: string, options?: ErrorOptions) {
    super(`${what}\n\n${timeline}\n`, options)
    this.timeline = timeline
  }
}

export interface WaitParts {
  readonly clock: TestClock
  readonly journal: Journal
  settled(): Promise<void>
}

const defaultRealTimeoutMs = 5_000

const mostSteps = 100_000

/** How often a condition is looked at in real time, beside each time that something happens. */
const pollMs = 20

/**
 * Waits until `check` finds something. Resolves with undefined when it did not in time.
 */
export async function waitUntil<Found>(
  parts: WaitParts,
  check: () => Found | undefined | Promise<Found | undefined>,
  { timeoutMs }: WaitOptions,
): Promise<Found | undefined> {
  const found = await check()
  if (found !== undefined) return found
  return parts.clock.isVirtual
    ? waitInVirtualTime(parts, check, timeoutMs ?? 0)
    : waitInRealTime(parts, check, timeoutMs ?? defaultRealTimeoutMs)
}

async function waitInVirtualTime<Found>(
  { clock, settled }: WaitParts,
  check: () => Found | undefined | Promise<Found | undefined>,
  timeoutMs: number,
): Promise<Found | undefined> {
  const end = clock.now() + timeoutMs
  await settled()
  // The number of steps is bounded too, lest something that takes no time repeats itself for ever.
  for (let step = 0; ; step++) {
    const found = await check()
    if (found !== undefined || clock.now() >= end || step === mostSteps) return found
    await clock.advance(Math.min(clock.nextAt ?? end, end) - clock.now())
  }
}

async function waitInRealTime<Found>(
  { journal, settled }: WaitParts,
  check: () => Found | undefined | Promise<Found | undefined>,
  timeoutMs: number,
): Promise<Found | undefined> {
  const end = systemClock.now() + timeoutMs
  for (;;) {
    await settled()
    const found = await check()
    if (found !== undefined || systemClock.now() >= end) return found
    await newEntryOr(pollMs, journal)
  }
}

/** Resolves when something happens, at the latest after that many ms. */
function newEntryOr(delayMs: number, journal: Journal): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      undo()
      systemClock.clearTimeout(timer)
      resolve()
    }
    const undo = journal.onEntry(wake)
    const timer = systemClock.setTimeout(wake, delayMs)
  })
}
