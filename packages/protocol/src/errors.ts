import { type ErrorCode, httpErrors, realtimeErrors } from './gen/errors.ts'
import { recognize } from './recognize.ts'

/**
 * The stable code of an `error` envelope.
 *
 * @param code its number: one of `RealtimeErrorCode`
 * @param message its text, as the server gave it
 * @returns `unknown` for a number that is none of Nakama's
 */
export function recognizeRealtimeError(code: number, message: string): ErrorCode {
  // Nakama puts in front what it was about: "Error joining party: party full".
  const reason = message.replace(/^Error [^:]*: /, '')
  return recognize(realtimeErrors, code, reason) ?? 'unknown'
}

/**
 * The stable code of an HTTP answer that is not a success.
 *
 * @param status the HTTP status
 * @param grpcCode `code` of the answer's body; undefined when the body has none, as that of a proxy
 * @param message `message` of the answer's body, or the body's text
 * @returns `unknown` when neither the gRPC code nor the status is known
 */
export function recognizeHttpError(status: number, grpcCode: number | undefined, message: string): ErrorCode {
  // gRPC codes end at 16 and statuses start at 100: one table serves both.
  const byCode = grpcCode === undefined ? undefined : recognize(httpErrors, grpcCode, message)
  return byCode ?? recognize(httpErrors, status, message) ?? 'unknown'
}

/** What a server puts into an `error` envelope that says this; undefined for a code that never comes that way. */
export function realtimeErrorOf(code: ErrorCode): { code: number; message: string } | undefined {
  const found = realtimeErrors.find(([, , known]) => known === code)
  return found && { code: found[0], message: found[1] || inWords(code) }
}

/**
 * What a server answers over HTTP that says this; undefined for a code that never comes that way.
 *
 * @returns `code`: the gRPC code of the body, or, from 100, an HTTP status that goes without one
 */
export function httpErrorOf(code: ErrorCode): { code: number; message: string } | undefined {
  const found = httpErrors.find(([, , known]) => known === code)
  return found && { code: found[0], message: found[1] || inWords(code) }
}

function inWords(code: ErrorCode): string {
  return code.replaceAll('_', ' ')
}
