import { recognizeHttpError, recognizeRealtimeError } from '@party/protocol'
import type { CallError, Reply } from '../adapter/messages.ts'
import type { JsonObject } from '../files/json.ts'

/** How a call has ended, if it has. */
export type CallOutcome =
  | { readonly kind: 'result'; readonly value: JsonObject | null }
  | { readonly kind: 'error'; readonly code: string; readonly error: CallError }
  | { readonly kind: 'unsupported' | 'fault' | 'hanging'; readonly message: string }

/** A call as the runner follows it. */
export interface Call {
  readonly name: string
  readonly actor: string
  readonly operation: string
  /** Id of its command. */
  readonly id: number
  /** Undefined while it is under way. */
  outcome: CallOutcome | undefined
  /** Where its end stands in the order of things. */
  settledAt: number
  /** Resolves when the call has ended, or has taken too long. */
  readonly done: Promise<CallOutcome>
}

/** What a reply says, with the error's stable code whether or not the SDK has such. */
export function outcomeOf(reply: Reply): CallOutcome {
  switch (reply.type) {
    case 'result':
      return { kind: 'result', value: reply.value ?? null }
    case 'error': {
      const { type: _, id: _1, ...error } = reply
      return { kind: 'error', code: codeOf(error), error }
    }
    case 'unsupported':
      return { kind: 'unsupported', message: reply.reason }
    case 'fault':
      return { kind: 'fault', message: reply.message }
  }
}

function codeOf({ code, realtimeCode, httpStatus, message }: CallError): string {
  if (code !== undefined) return code
  if (realtimeCode !== undefined) return recognizeRealtimeError(realtimeCode, message)
  return httpStatus === undefined ? 'unknown' : recognizeHttpError(httpStatus, message)
}
