import type { Undo } from './emitter.ts'

const done: IteratorReturnResult<undefined> = { done: true, value: undefined }

/**
 * Events to be iterated over: kept in order until they are asked for.
 *
 * @param listen takes what is to be called with each event, and when there are no more, and says how to take it back.
 */
export function eventStream<T>(
  signal: AbortSignal | undefined,
  listen: (push: (event: T) => void, end: () => void) => Undo[],
): AsyncIterableIterator<T, undefined> {
  const queue: T[] = []
  const waiting: ((result: IteratorResult<T, undefined>) => void)[] = []
  let undo: Undo[] | undefined

  const push = (event: T) => {
    const waiter = waiting.shift()
    if (waiter) waiter({ done: false, value: event })
    else queue.push(event)
  }
  /** What has arrived before is still given out. */
  const end = () => {
    for (const takeBack of undo ?? []) takeBack()
    undo = undefined
    signal?.removeEventListener('abort', abandon)
    for (const waiter of waiting.splice(0)) waiter(done)
  }
  const abandon = () => {
    end()
    queue.length = 0
  }
  if (!signal?.aborted) {
    signal?.addEventListener('abort', abandon)
    undo = listen(push, end)
  }
  return {
    next: () =>
      new Promise((resolve) => {
        if (queue.length > 0) resolve({ done: false, value: queue.shift() as T })
        else if (undo) waiting.push(resolve)
        else resolve(done)
      }),
    /** Called by a loop that is left. */
    async return() {
      abandon()
      return done
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
