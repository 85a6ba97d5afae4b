import type { Clock, EnvelopeMessage } from '@party/protocol'
import { type ErrorContext, type OperationName, PartyError } from '../error.ts'
import { Pending } from '../runtime/pending.ts'

/** A request on its way: what is sent, for whom, and for how long its caller waits. */
export interface Call {
  /** What was called, for errors. */
  readonly operation: OperationName
  /** The party it is about, for errors. */
  readonly partyId?: string | undefined
  /** The argument to blame when the message is too large to be sent. */
  readonly largest?: string | undefined
  readonly message: EnvelopeMessage
  /** Milliseconds. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
  /**
   * Called with the reply as it arrives, before the messages behind it; also when the caller has given up waiting,
   * because the server has done what was asked all the same. Not called for an error.
   */
  readonly onReply?: ((reply: Reply) => void) | undefined
  /** The same for an error that the server answers with. */
  readonly onRefused?: ((error: PartyError) => void) | undefined
}

/** What a reply carries; `undefined` for an empty one, with which the server only says yes. */
export type Reply = EnvelopeMessage | undefined

interface Entry {
  readonly call: Call
  readonly pending: Pending<Reply>
}

/**
 * The requests that wait for their replies, by `cid`. Each ends exactly once: by its reply, the server's error,
 * its deadline, its signal or the end of the connection.
 */
export class RequestTable {
  readonly #clock: Clock
  readonly #entries = new Map<string, Entry>()
  #lastCid = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** How many requests wait. */
  get size(): number {
    return [...this.#entries.values()].filter(({ pending }) => !pending.settled).length
  }

  /** Sends a request under a new `cid` and waits for its reply. A `send` that throws ends it at once. */
  start(call: Call, send: (cid: string) => void): Promise<Reply> {
    const cid = String(++this.#lastCid)
    const { timeoutMs, signal } = call
    const pending = new Pending<Reply>({
      clock: this.#clock,
      timeoutMs,
      signal,
      onTimeout: () => PartyError.timeout(timeoutMs, contextOf(call)),
      onAbort: (reason) => PartyError.aborted(reason, contextOf(call)),
    })
    if (pending.settled) return pending.promise
    this.#entries.set(cid, { call, pending })
    try {
      send(cid)
    } catch (cause) {
      this.#entries.delete(cid)
      pending.reject(PartyError.from(cause, contextOf(call)))
    }
    return pending.promise
  }

  /** Ends the request that waits under `cid`. Returns false if none does (any more). */
  settle(cid: string, reply: Reply): boolean {
    const entry = this.#entries.get(cid)
    if (!entry) return false
    const { call, pending } = entry
    const isWaiting = !pending.settled
    this.#entries.delete(cid)
    if (reply?.case === 'error') {
      const error = PartyError.fromRealtime(reply.value, contextOf(call))
      call.onRefused?.(error)
      pending.reject(error)
    } else {
      call.onReply?.(reply)
      pending.resolve(reply)
    }
    return isWaiting
  }

  /** Ends the request whose reply cannot be read. Returns false if nobody waits for it (any more). */
  garbled(cid: string, cause: unknown): boolean {
    const entry = this.#entries.get(cid)
    if (!entry || entry.pending.settled) return false
    this.#entries.delete(cid)
    entry.pending.reject(PartyError.malformedMessage(cause, contextOf(entry.call)))
    return true
  }

  /** Ends all that wait, each with an error of its own. */
  failAll(error: (context: ErrorContext) => PartyError): void {
    const entries = [...this.#entries.values()]
    this.#entries.clear()
    for (const { call, pending } of entries) pending.reject(error(contextOf(call)))
  }
}

/** What an error says of a call. It must not keep the message. */
export function contextOf({ operation, partyId }: Call): ErrorContext {
  return { operation, partyId }
}
