import type { TimerHandle } from '@party/protocol'
import { abortedError, type ErrorContext, timeoutError, toError } from '../error.ts'
import type { Settings } from '../settings.ts'
import type { CallOptions } from './call-options.ts'
import type { Undo } from './emitter.ts'

/** A promise that ends exactly once; everything that comes later is ignored. */
export interface Wait<T> {
  readonly promise: Promise<T>
  readonly ended: boolean
  resolve(value: T): void
  reject(error: unknown): void
}

/**
 * Begins something and waits until it resolves or rejects, the time is up, or the signal is aborted. From then on it
 * holds no timer and no listener. Whatever it is rejected with becomes a `PartyError` of the call.
 *
 * @param settings whose `timeoutMs` counts where the options have none.
 * @param begin is not called if the signal is aborted before. It may end the wait at once, and what it throws does.
 * What it returns is called once when the wait has ended.
 */
export function wait<T>(
  { clock, timeoutMs: fallbackMs }: Pick<Settings, 'clock'> & Partial<Pick<Settings, 'timeoutMs'>>,
  { timeoutMs = fallbackMs, signal }: CallOptions = {},
  context: ErrorContext,
  begin: (waiting: Wait<T>) => Undo | undefined,
): Promise<T> {
  let timer: TimerHandle
  let undo: Undo | undefined
  const waiting = { ended: false } as { -readonly [Name in keyof Wait<T>]: Wait<T>[Name] }
  waiting.promise = new Promise((resolve, reject) => {
    const ending =
      <Value>(settle: (value: Value) => void) =>
      (value: Value) => {
        if (waiting.ended) return
        waiting.ended = true
        clock.clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
        undo?.()
        settle(value)
      }
    waiting.resolve = ending(resolve)
    waiting.reject = ending((cause) => reject(toError(cause).during(context)))
  })
  const abort = () => waiting.reject(abortedError(signal?.reason))
  if (signal?.aborted) abort()
  else {
    signal?.addEventListener('abort', abort)
    if (timeoutMs !== undefined)
      timer = clock.setTimeout(() => waiting.reject(timeoutError(timeoutMs)), timeoutMs)
    try {
      undo = begin(waiting)
      if (waiting.ended) undo?.()
    } catch (cause) {
      waiting.reject(cause)
    }
  }
  return waiting.promise
}
