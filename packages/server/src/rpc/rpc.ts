import { ApiError } from '../api-error.ts'

/** Who calls an RPC function, when it is a player. */
export interface RpcUser {
  readonly userId: string
  readonly username: string
  readonly vars: Readonly<Record<string, string>>
  /** When the player's token ends, in seconds since the Unix epoch. */
  readonly expiresAtSec: number
}

/** What an RPC function is told beside its payload. */
export interface RpcContext {
  /** Undefined when a game's backend calls, with the HTTP key. */
  readonly user: RpcUser | undefined
  /** The session that calls over a socket; undefined over HTTP. */
  readonly sessionId: string | undefined
  /** Parameters of the URL, without `http_key`; empty over a socket. */
  readonly query: Readonly<Record<string, readonly string[]>>
}

/**
 * A function of the game's own backend. What it returns is the answer's payload; nothing is the empty text. What it
 * throws is told to the caller: its message, and its `code` when that is a gRPC code.
 */
export type RpcFunction = (
  context: RpcContext,
  payload: string,
) => string | undefined | Promise<string | undefined>

/** How a call ended. `error` has the gRPC code of what the function threw, 13 by default. */
export type RpcOutcome =
  | { readonly kind: 'result'; readonly payload: string }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'error'; readonly error: ApiError }

/** The functions that clients can call by name, over a socket or over HTTP. Letter case does not matter. */
export class RpcRegistry {
  readonly #functions = new Map<string, RpcFunction>()

  /** Makes a function callable, in place of one with the same id. Returns the undo, which brings none back. */
  register(id: string, run: RpcFunction): () => void {
    if (id === '') throw new RangeError('an RPC function needs an id')
    const key = id.toLowerCase()
    this.#functions.set(key, run)
    return () => {
      if (this.#functions.get(key) === run) this.#functions.delete(key)
    }
  }

  has(id: string): boolean {
    return this.#functions.has(id.toLowerCase())
  }

  /** Calls a function. Never rejects: whatever happens is an outcome. */
  async call(id: string, context: RpcContext, payload: string): Promise<RpcOutcome> {
    const run = this.#functions.get(id.toLowerCase())
    if (run === undefined) return { kind: 'notFound' }
    try {
      return { kind: 'result', payload: (await run(context, payload)) ?? '' }
    } catch (thrown) {
      return { kind: 'error', error: ApiError.fromFunction(thrown) }
    }
  }
}
