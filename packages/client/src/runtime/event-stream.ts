import type { Undo } from './emitter.ts'

type Waiter<T> = (result: IteratorResult<T, undefined>) => void

/** Events to be iterated over: kept in order until they are asked for. */
export class EventStream<T> implements AsyncIterableIterator<T, undefined> {
  readonly #signal: AbortSignal | undefined
  readonly #queue: T[] = []
  readonly #waiting: Waiter<T>[] = []
  readonly #undo: Undo[] = []
  #ended = false

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal
    if (signal?.aborted) this.#ended = true
    else signal?.addEventListener('abort', this.#abandon)
  }

  /** Has something taken back when the stream ends. */
  endWith(undo: Undo): void {
    if (this.#ended) undo()
    else this.#undo.push(undo)
  }

  push(event: T): void {
    const waiter = this.#waiting.shift()
    if (waiter) waiter({ done: false, value: event })
    else if (!this.#ended) this.#queue.push(event)
  }

  /** Takes nothing more in. What has arrived before is still given out. */
  end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#signal?.removeEventListener('abort', this.#abandon)
    for (const undo of this.#undo.splice(0)) undo()
    for (const waiter of this.#waiting.splice(0)) waiter(done)
  }

  next(): Promise<IteratorResult<T, undefined>> {
    const event = this.#queue.shift()
    if (event !== undefined) return Promise.resolve({ done: false, value: event })
    if (this.#ended) return Promise.resolve(done)
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** Called by a loop that is left. */
  return(): Promise<IteratorResult<T, undefined>> {
    this.#abandon()
    return Promise.resolve(done)
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  readonly #abandon = (): void => {
    this.end()
    this.#queue.length = 0
  }
}

const done: IteratorReturnResult<undefined> = { done: true, value: undefined }
