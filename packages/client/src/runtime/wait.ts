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
  { clock, timeoutMs: fallbackMs }: Pick<Settings, 'clock'> & Partial<Settings>,
  { timeoutMs = fallbackMs, signal }: CallOptions = {},
  context: ErrorContext,
  begin: (waiting: Wait<T>) => Undo | undefined,
): Promise<T> {
  let ended = false
  let timer: TimerHandle
  let undo: Undo | undefined
  let settle: [resolve: (value: T) => void, reject: (error: unknown) => void]
  const promise = new Promise<T>((...both) => {
    settle = both
  })
  const end = (index: 0 | 1, value: unknown) => {
    if (ended) return
    ended = true
    clock.clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
    undo?.()
    settle[index](value as T)
  }
  const reject = (cause: unknown) => end(1, toError(cause).during(context))
  const abort = () => reject(abortedError(signal?.reason))
  const waiting: Wait<T> = {
    promise,
    get ended() {
      return ended
    },
    resolve: (value) => end(0, value),
    reject,
  }
  if (signal?.aborted) abort()
  else {
    signal?.addEventListener('abort', abort)
    if (timeoutMs !== undefined) timer = clock.setTimeout(() => reject(timeoutError(timeoutMs)), timeoutMs)
    try {
      undo = begin(waiting)
      if (ended) undo?.()
    } catch (cause) {
      reject(cause)
    }
  }
  return promise
}
