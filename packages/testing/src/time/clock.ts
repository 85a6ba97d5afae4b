import { type Clock, systemClock, type TimerHandle } from '@party/protocol'
import { VirtualClock } from '@party/protocol/virtual-clock'
import { CapabilityError } from '../capabilities.ts'

/** The time of an environment, for its server and all its players. */
export interface TestClock extends Clock {
  /** Whether time stands still until it is advanced. */
  readonly isVirtual: boolean
  /** Milliseconds since the environment was made, or was reset. */
  readonly elapsed: number
  /** When the next timer is due, in ms since the Unix epoch; undefined when there is none, or time is real. */
  readonly nextAt: number | undefined
  /**
   * Lets that many milliseconds pass: everything that falls due happens, in order, and what follows from it is over
   * before the next. Calls wait for each other.
   *
   * @throws RangeError (rejects) for a number below 0 or none; {@link CapabilityError} where time is real
   */
  advance(ms: number): Promise<void>
  /** Puts the clock to a time without anything happening; what was due in 5 ms still is. Does nothing to real time. */
  set(now: number): void
  /** From now on `elapsed` counts anew. */
  begin(): void
}

/** Time that stands still until it is advanced. */
export class HeldClock extends VirtualClock implements TestClock {
  readonly isVirtual = true
  #began: number
  #advancing: Promise<void> = Promise.resolve()

  constructor(now: number, settle: () => Promise<void>) {
    super(now, settle)
    this.#began = now
  }

  get elapsed(): number {
    return this.now() - this.#began
  }

  begin(): void {
    this.#began = this.now()
  }

  override advance(ms: number): Promise<void> {
    if (!(ms >= 0 && Number.isFinite(ms))) {
      return Promise.reject(new RangeError(`time goes on by 0 ms or more, not by ${ms}`))
    }
    const advanced = this.#advancing.then(() => super.advance(ms))
    this.#advancing = advanced.catch(() => {})
    return advanced
  }
}

/** Time as it is. Follows a test runner's fake timers while they are on, because the system's own are looked up late. */
export class RealClock implements TestClock {
  readonly isVirtual = false
  readonly nextAt = undefined
  #began = this.now()

  get elapsed(): number {
    return this.now() - this.#began
  }

  begin(): void {
    this.#began = this.now()
  }

  now(): number {
    return systemClock.now()
  }

  setTimeout(callback: () => void, delayMs: number): TimerHandle {
    return systemClock.setTimeout(callback, delayMs)
  }

  clearTimeout(handle: TimerHandle): void {
    systemClock.clearTimeout(handle)
  }

  set(): void {}

  async advance(): Promise<void> {
    throw new CapabilityError(
      'virtualTime',
      'time is real here and cannot be advanced; wait with until() or waitFor()',
    )
  }
}
