/** Takes what an event carries. It may be async: a promise it returns is watched like a call that throws. */
export type Handler<Payload> = (payload: Payload) => unknown

/** Takes a handler back. Calling it again does nothing. */
export type Undo = () => void

/** Told when a handler throws, or returns a promise that rejects. */
export type HandlerFailure<Events> = (event: keyof Events, cause: unknown) => void

/** One registration; without a handler once it was taken back. */
interface Entry {
  handler: Handler<never> | undefined
}

/**
 * Events to handlers, in the order of registration. One handler that throws neither stops the others nor
 * reaches whoever emits; a handler that was taken back is not called again, not even by an emit that is under
 * way; one that is registered meanwhile is not called by it; the same function registered twice is two
 * registrations.
 */
export class Emitter<Events extends Record<string, unknown>> {
  /** A list is replaced and never changed, so that an emit that is under way goes on with its own. */
  readonly #entries = new Map<keyof Events, readonly Entry[]>()
  readonly #onFailure: HandlerFailure<Events>

  constructor(onFailure: HandlerFailure<Events>) {
    this.#onFailure = onFailure
  }

  on<Name extends keyof Events>(event: Name, handler: Handler<Events[Name]>): Undo {
    const entry: Entry = { handler }
    this.#entries.set(event, [...this.#of(event), entry])
    return () => {
      entry.handler = undefined
      this.#entries.set(
        event,
        this.#of(event).filter((other) => other !== entry),
      )
    }
  }

  emit<Name extends keyof Events>(event: Name, payload: Events[Name]): void {
    for (const { handler } of this.#of(event)) {
      try {
        const result = handler?.(payload as never) as Partial<PromiseLike<unknown>> | undefined
        // An async handler that fails would otherwise end a Node process as an unhandled rejection.
        result?.then?.(undefined, (cause) => this.#onFailure(event, cause))
      } catch (cause) {
        this.#onFailure(event, cause)
      }
    }
  }

  /** How many handlers an event has. */
  count(event: keyof Events): number {
    return this.#of(event).length
  }

  #of(event: keyof Events): readonly Entry[] {
    return this.#entries.get(event) ?? []
  }
}
