import type { Clock, EnvelopeMessage } from '@party/protocol'
import {
  disconnectedError,
  type ErrorContext,
  type OperationName,
  type PartyError,
  toError,
} from '../error.ts'
import { type Wait, wait } from '../runtime/wait.ts'

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

/**
 * The requests that wait for their replies, by `cid`. Each ends exactly once: by its reply, the server's error,
 * its deadline, its signal or the end of the connection.
 */
export interface RequestTable {
  /** How many requests wait. */
  readonly size: number
  /** Sends a request under a new `cid` and waits for its reply. A `send` that throws ends it at once. */
  start(call: Call, send: (cid: string) => void): Promise<Reply>
  /** Ends the request of this `cid` by its reply, or by an error. Returns false if none waits (any more). */
  settle(cid: string, reply: Reply, error?: PartyError): boolean
  /** Ends all that wait, each with an error of its own. */
  failAll(why: { readonly reason: string }): void
}

export function requestTable(clock: Clock): RequestTable {
  const entries = new Map<string, [call: Call, waiting: Wait<Reply>]>()
  let lastCid = 0
  return {
    get size() {
      return [...entries.values()].filter(([, { ended }]) => !ended).length
    },

    start(call, send) {
      const cid = String(++lastCid)
      const waiting = wait<Reply>({ clock }, call, contextOf(call))
      if (!waiting.ended) {
        entries.set(cid, [call, waiting])
        try {
          send(cid)
        } catch (cause) {
          entries.delete(cid)
          waiting.reject(toError(cause).during(contextOf(call)))
        }
      }
      return waiting.promise
    },

    settle(cid, reply, error) {
      const [call, waiting] = entries.get(cid) ?? []
      if (!call || !waiting) return false
      const isWaiting = !waiting.ended
      entries.delete(cid)
      if (error) {
        const own = error.during(contextOf(call))
        call.onRefused?.(own)
        waiting.reject(own)
      } else {
        call.onReply?.(reply)
        waiting.resolve(reply)
      }
      return isWaiting
    },

    failAll(why) {
      const ended = [...entries.values()]
      entries.clear()
      for (const [call, waiting] of ended) waiting.reject(disconnectedError(why, contextOf(call)))
    },
  }
}

/** What an error says of a call. It must not keep the message. */
export function contextOf({ operation, partyId }: Call): ErrorContext {
  return { operation, partyId }
}
