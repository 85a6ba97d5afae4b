import type { EnvelopeMessage } from '@party/protocol'
import { disconnectedError, type ErrorContext, type PartyError } from '../error.ts'
import type { CallOptions } from '../runtime/call-options.ts'
import { type Wait, wait } from '../runtime/wait.ts'
import type { Settings } from '../settings.ts'

/** A request on its way. */
export interface Call {
  /** What was called, for errors. */
  readonly context: ErrorContext
  readonly message: EnvelopeMessage
  /** For how long its caller waits. */
  readonly options?: CallOptions | undefined
  /** The argument to blame when the message is too large to be sent. */
  readonly largest?: string | undefined
}

/** What a reply carries; `undefined` for an empty one, with which the server only says yes. */
export type Reply = EnvelopeMessage | undefined

/** Told what the server answers, before the call ends; also when its caller has given up waiting. */
export interface ReplyListener {
  /** The server has done what was asked. Called as the reply arrives, before the messages behind it. */
  replied(request: EnvelopeMessage, reply: Reply): void
  /** The server has refused it. */
  refused(error: PartyError): void
}

/**
 * The requests that have no reply yet, by `cid`; nobody may wait for it any more. Each ends exactly once: by its
 * reply, the server's error, its deadline, its signal or the end of the connection.
 */
export interface RequestTable {
  /** Sends a request under a new `cid` and waits for its reply. A `send` that throws ends it at once. */
  start(call: Call, send: (cid: string) => void): Promise<Reply>
  /** Ends the request of this `cid` by its reply, or by an error. Returns false if none waits (any more). */
  settle(cid: string, reply: Reply, error?: PartyError): boolean
  /** Ends all that wait, each with an error of its own. */
  failAll(why: { readonly reason: string }): void
}

export function requestTable(
  settings: Pick<Settings, 'clock' | 'timeoutMs'>,
  listener: ReplyListener,
): RequestTable {
  const requests = new Map<string, { call: Call; waiting: Wait<Reply> }>()
  let lastCid = 0
  return {
    start: (call, send) =>
      wait<Reply>(settings, call.options, call.context, (waiting) => {
        const cid = String(++lastCid)
        requests.set(cid, { call, waiting })
        try {
          send(cid)
        } catch (cause) {
          requests.delete(cid)
          throw cause
        }
      }),

    settle(cid, reply, error) {
      const { call, waiting } = requests.get(cid) ?? {}
      if (!call || !waiting) return false
      const isWaiting = !waiting.ended
      requests.delete(cid)
      if (error) {
        listener.refused(error.during(call.context))
        waiting.reject(error)
      } else {
        listener.replied(call.message, reply)
        waiting.resolve(reply)
      }
      return isWaiting
    },

    failAll(why) {
      for (const { waiting } of requests.values()) waiting.reject(disconnectedError(why))
      requests.clear()
    },
  }
}
