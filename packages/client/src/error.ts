import {
  type ErrorCode,
  type HttpOperation,
  type Operation,
  type RealtimeError,
  recognizeHttpError,
  recognizeRealtimeError,
} from '@party/protocol'

/** What was called: a method of the socket or the client, as the contract names it. */
export type OperationName = Operation | HttpOperation | 'connect' | 'once'

/** What a call was about, for the error it ends with. */
export interface ErrorContext {
  readonly operation?: OperationName | undefined
  readonly partyId?: string | undefined
}

interface ErrorDetails extends ErrorContext {
  readonly argument?: string | undefined
  readonly realtimeCode?: number | undefined
  readonly httpStatus?: number | undefined
  readonly cause?: unknown
}

/** Marks errors of this class also when they come from another copy of it, or from another frame or worker. */
const brand = Symbol.for('@party/client/PartyError')

/**
 * The one error of this SDK: what every call ends with that has no result, and what `onError` tells.
 * Decide by `code`; the message is for developers.
 */
export class PartyError extends Error {
  /** Stable name of what went wrong. */
  declare readonly code: ErrorCode
  /** What was called; unset if the error belongs to no call. */
  declare readonly operation: OperationName | undefined
  /** The party the call was about. */
  declare readonly partyId: string | undefined
  /** With `invalid_argument` and `message_too_large`: name of the argument. */
  declare readonly argument: string | undefined
  /** The number the server gave to an error on the socket (3: bad input), 0 included. */
  declare readonly realtimeCode: number | undefined
  /** The status of an HTTP answer. */
  declare readonly httpStatus: number | undefined

  constructor(code: ErrorCode, message: string, { cause, ...details }: ErrorDetails = {}) {
    super(message, cause === undefined ? cause : { cause })
    Object.assign(this, details, { code })
  }

  get [brand](): boolean {
    return true
  }

  /** Whether a value is a `PartyError`. Unlike `instanceof` it also knows those of another copy of the SDK. */
  static is(value: unknown): value is PartyError {
    return isPartyError(value)
  }

  /** The value itself if it is a `PartyError`, else one with the code `unknown` and the value as its cause. */
  static from(value: unknown, context?: ErrorContext): PartyError {
    return toError(value, context)
  }

  /** The same error, as one of this call. */
  during(context: ErrorContext): PartyError {
    return make(this.code, this.message, { ...this, ...context, cause: this.cause })
  }
}

// On the prototype, because the stack is written before any property of the instance is there.
PartyError.prototype.name = 'PartyError'

// A class that names itself in its own body is renamed by bundlers, and then shows under that name.
function make(code: ErrorCode, message: string, details?: ErrorDetails): PartyError {
  return new PartyError(code, message, details)
}

function isPartyError(value: unknown): value is PartyError {
  return brand in Object(value)
}

export function toError(value: unknown, context?: ErrorContext): PartyError {
  return isPartyError(value) ? value : make('unknown', messageOf(value), { ...context, cause: value })
}

export function invalidArgument(argument: string, why: string, cause?: unknown): PartyError {
  return make('invalid_argument', `${argument} ${why}`, { argument, cause })
}

/** Refuses an argument. */
export function refuse(argument: string, why: string): never {
  throw invalidArgument(argument, why)
}

export function timeoutError(timeoutMs: number): PartyError {
  return make('timeout', `nothing within ${timeoutMs} ms`)
}

export function abortedError(cause: unknown): PartyError {
  return make('aborted', 'aborted', { cause })
}

/** What the server answered on the socket. */
export function realtimeError({ code: realtimeCode, message }: RealtimeError): PartyError {
  return make(recognizeRealtimeError(realtimeCode, message), message, { realtimeCode })
}

/** What the server answered over HTTP: Nakama's `{ code, message }`, or what something before it made up. */
export function httpError(httpStatus: number, text: string): PartyError {
  const message = messageIn(text)
  return make(recognizeHttpError(httpStatus, message), message || `HTTP ${httpStatus}`, { httpStatus })
}

export function notConnected(state: string, context: ErrorContext): PartyError {
  return make('not_connected', `the socket is ${state}`, context)
}

/** The connection ended before what was waited for came. */
export function disconnectedError(cause: { readonly reason: string }): PartyError {
  return make('disconnected', cause.reason, { cause })
}

export function messageTooLarge(argument: string, size: number, limit: number): PartyError {
  return make('message_too_large', `${argument}: ${size} bytes; the server takes ${limit}`, { argument })
}

/** Runs what checks the arguments of a call, so that whatever it throws is a `PartyError` of that call. */
export function checked<T>(context: ErrorContext, check: () => T): T {
  try {
    return check()
  } catch (cause) {
    // What is no error of ours comes from an argument that is not even of the right kind.
    const error = isPartyError(cause) ? cause : invalidArgument('an argument', messageOf(cause), cause)
    throw error.during(context)
  }
}

/** What a code says, for people. */
export function inWords(code: string): string {
  return code.replaceAll('_', ' ')
}

/** An error that stands for another one, or for whatever was thrown: with its message, after what it is about. */
export function causedBy(cause: unknown, code: ErrorCode, about = ''): PartyError {
  return make(code, about + messageOf(cause), { cause })
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

function messageIn(text: string): string {
  try {
    return String(JSON.parse(text)?.message ?? '')
  } catch {
    // A proxy's page, or the plain text that the socket's address answers with.
    return text.length <= 200 ? text.trim() : ''
  }
}
