import type { Clock, TimerHandle } from '@party/protocol'

/** What bounds a wait: time, a signal, or both. */
export interface Bounds {
  readonly clock: Clock
  /** Milliseconds until `onTimeout`; no limit if absent. */
  readonly timeoutMs?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** The error a wait ends with when its time is up. */
  onTimeout(): Error
  /** The error a wait ends with when its signal is aborted. */
  onAbort(reason: unknown): Error
  /**
   * Called once, whichever way the wait ended, after its timer and its listener are gone. Not called for a wait
   * that its signal had ended before it began.
   */
  onSettled?(): void
}

/**
 * A promise that ends exactly once: by `resolve`, by `reject`, by its deadline or by its signal. From then on
 * it holds no timer and no listener, and everything that comes later is ignored.
 */
export class Pending<T> {
  readonly promise: Promise<T>
  readonly #settle: { resolve: (value: T) => void; reject: (error: Error) => void }
  readonly #bounds: Bounds
  #timer: TimerHandle | undefined
  #settled = false

  constructor(bounds: Bounds) {
    const { promise, ...settle } = withResolvers<T>()
    this.promise = promise
    this.#settle = settle
    this.#bounds = bounds
    const { clock, timeoutMs, signal } = bounds
    if (signal?.aborted) {
      this.#settled = true
      settle.reject(bounds.onAbort(signal.reason))
      return
    }
    signal?.addEventListener('abort', this.#abort)
    if (timeoutMs !== undefined) {
      this.#timer = clock.setTimeout(() => this.reject(bounds.onTimeout()), timeoutMs)
    }
  }

  get settled(): boolean {
    return this.#settled
  }

  resolve(value: T): void {
    if (this.#end()) this.#settle.resolve(value)
  }

  reject(error: Error): void {
    if (this.#end()) this.#settle.reject(error)
  }

  readonly #abort = () => {
    this.reject(this.#bounds.onAbort(this.#bounds.signal?.reason))
  }

  #end(): boolean {
    if (this.#settled) return false
    this.#settled = true
    if (this.#timer !== undefined) this.#bounds.clock.clearTimeout(this.#timer)
    this.#bounds.signal?.removeEventListener('abort', this.#abort)
    this.#bounds.onSettled?.()
    return true
  }
}

// `Promise.withResolvers` is younger than Node 20.
function withResolvers<T>() {
  let resolve: (value: T) => void = () => {}
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}
