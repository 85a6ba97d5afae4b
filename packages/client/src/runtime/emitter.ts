import mitt, { type Emitter as Mitt } from 'mitt'

/** Takes what an event carries. It may be async: a promise it returns is watched like a call that throws. */
export type Handler<Payload> = (payload: Payload) => unknown

/** Takes a handler back. Calling it again does nothing. */
export type Undo = () => void

/** Told when a handler throws, or returns a promise that rejects. */
export type HandlerFailure<Events> = (event: keyof Events, cause: unknown) => void

/**
 * Events to handlers, in the order of registration. One handler that throws neither stops the others nor
 * reaches whoever emits; a handler that was taken back is not called again, not even by an emit that is under
 * way; the same function registered twice is two registrations.
 */
export class Emitter<Events extends Record<string, unknown>> {
  readonly #mitt: Mitt<Events> = mitt<Events>()
  readonly #onFailure: HandlerFailure<Events>

  constructor(onFailure: HandlerFailure<Events>) {
    this.#onFailure = onFailure
  }

  on<Name extends keyof Events>(event: Name, handler: Handler<Events[Name]>): Undo {
    let active = true
    const guarded = (payload: Events[Name]) => {
      if (active) this.#call(event, handler, payload)
    }
    this.#mitt.on(event, guarded)
    return () => {
      active = false
      this.#mitt.off(event, guarded)
    }
  }

  emit<Name extends keyof Events>(event: Name, payload: Events[Name]): void {
    this.#mitt.emit(event, payload)
  }

  /** How many handlers an event has. */
  count(event: keyof Events): number {
    return this.#mitt.all.get(event)?.length ?? 0
  }

  #call<Name extends keyof Events>(event: Name, handler: Handler<Events[Name]>, payload: Events[Name]): void {
    const fail = (cause: unknown) => this.#onFailure(event, cause)
    try {
      const result = handler(payload)
      // An async handler that fails would otherwise end a Node process as an unhandled rejection.
      if (isThenable(result)) result.then(undefined, fail)
    } catch (cause) {
      fail(cause)
    }
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
