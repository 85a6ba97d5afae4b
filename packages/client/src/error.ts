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
  readonly code: ErrorCode
  /** What was called; unset if the error belongs to no call. */
  readonly operation: OperationName | undefined
  /** The party the call was about. */
  readonly partyId: string | undefined
  /** With `invalid_argument` and `message_too_large`: name of the argument. */
  readonly argument: string | undefined
  /** The number the server gave to an error on the socket (3: bad input), 0 included. */
  readonly realtimeCode: number | undefined
  /** The status of an HTTP answer. */
  readonly httpStatus: number | undefined

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.operation = details.operation
    this.partyId = details.partyId
    this.argument = details.argument
    this.realtimeCode = details.realtimeCode
    this.httpStatus = details.httpStatus
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is a `PartyError`. Unlike `instanceof` it also knows those of another copy of the SDK. */
  static is(value: unknown): value is PartyError {
    return isPartyError(value)
  }

  /** The value itself if it is a `PartyError`, else one with the code `unknown` and the value as its cause. */
  static from(value: unknown, context: ErrorContext = {}): PartyError {
    if (isPartyError(value)) return value
    return make('unknown', messageOf(value), { ...context, cause: value })
  }

  /** The same error, as one of this call. */
  during(context: ErrorContext): PartyError {
    return make(this.code, this.message, { ...this, ...context, cause: this.cause })
  }

  static invalidArgument(argument: string, why: string, cause?: unknown): PartyError {
    return make('invalid_argument', `${argument} ${why}`, { argument, cause })
  }

  static messageTooLarge(argument: string, size: number, limit: number, context: ErrorContext): PartyError {
    const message = `${argument} makes a message of ${size} bytes; the server takes at most ${limit}`
    return make('message_too_large', message, { ...context, argument })
  }

  static timeout(timeoutMs: number, context: ErrorContext): PartyError {
    return make('timeout', `nothing came within ${timeoutMs} ms`, context)
  }

  static aborted(reason: unknown, context: ErrorContext): PartyError {
    return make('aborted', 'aborted by its signal', { ...context, cause: reason })
  }

  static notConnected(state: string, context: ErrorContext): PartyError {
    return make('not_connected', `the socket is not open (${state})`, context)
  }

  /** The connection ended before what was waited for came. */
  static disconnected(why: { readonly reason: string }, context: ErrorContext): PartyError {
    return make('disconnected', `the connection has ended: ${why.reason}`, {
      ...context,
      cause: why,
    })
  }

  static connectionFailed(why: string, context: ErrorContext, cause?: unknown): PartyError {
    return make('connection_failed', why, { ...context, cause })
  }

  static network(authority: string, context: ErrorContext, cause: unknown): PartyError {
    const message = `${authority} cannot be reached: ${messageOf(cause)}`
    return make('network_error', message, { ...context, cause })
  }

  static malformedMessage(cause: unknown, context: ErrorContext = {}): PartyError {
    const message = `a message of the server cannot be read: ${messageOf(cause)}`
    return make('malformed_message', message, { ...context, cause })
  }

  static unexpectedReply(expected: string, got: string, context: ErrorContext): PartyError {
    return make('unexpected_reply', `the server answered with ${got}, not ${expected}`, context)
  }

  /** A handler of the game has failed. */
  static handlerFailed(event: string, cause: unknown): PartyError {
    return make('handler_failed', `a handler of ${event} failed: ${messageOf(cause)}`, { cause })
  }

  /** What the server answered on the socket. */
  static fromRealtime({ code, message }: RealtimeError, context: ErrorContext = {}): PartyError {
    return make(recognizeRealtimeError(code, message), message, { ...context, realtimeCode: code })
  }

  /** What the server answered over HTTP: Nakama's `{ code, message }`, or what something before it made up. */
  static fromHttp(reply: { status: number; text: string }, context: ErrorContext): PartyError {
    const { code, message } = readStatus(reply.text)
    const known = recognizeHttpError(reply.status, code, message)
    return make(known, message || `HTTP ${reply.status}`, { ...context, httpStatus: reply.status })
  }
}

// On the prototype, because the stack is written before any property of the instance is there.
PartyError.prototype.name = 'PartyError'

// A class that names itself in its own body is renamed by bundlers, and then shows under that name.
function make(code: ErrorCode, message: string, details?: ErrorDetails): PartyError {
  return new PartyError(code, message, details)
}

function isPartyError(value: unknown): value is PartyError {
  return typeof value === 'object' && value !== null && brand in value
}

/** Runs what checks the arguments of a call, so that whatever it throws is a `PartyError` of that call. */
export function checked<T>(context: ErrorContext, check: () => T): T {
  try {
    return check()
  } catch (cause) {
    throw PartyError.from(cause).during(context)
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

function readStatus(text: string): { code: number | undefined; message: string } {
  try {
    const { code, message }: { code?: unknown; message?: unknown } = Object(JSON.parse(text))
    return {
      code: typeof code === 'number' ? code : undefined,
      message: typeof message === 'string' ? message : '',
    }
  } catch {
    // A proxy's page, or the plain text that the socket's address answers with.
    return { code: undefined, message: text.length <= 200 ? text.trim() : '' }
  }
}
