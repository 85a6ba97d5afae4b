import { httpReasons, realtimeReasons } from '../gen/client-errors.ts'
import type { ErrorCode } from '../gen/errors.ts'

/**
 * The stable code of an `error` envelope.
 *
 * @param code its number: one of `RealtimeErrorCode`
 * @param message its text, as the server gave it
 * @returns `unknown` for a number that is none of Nakama's
 */
export function recognizeRealtimeError(code: number, message: string): ErrorCode {
  // Nakama puts in front what it was about: "Error joining party: party full".
  return recognize(realtimeReasons[code], message.replace(/^Error [^:]*: /, ''))
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
  return recognize(httpReasons[grpcCode ?? status] ?? httpReasons[status], message)
}

/** The code of the first beginning that fits. */
function recognize(reasons: string | undefined, message: string): ErrorCode {
  const words = message.toLowerCase().replace(/\W+/g, '_')
  const found = reasons
    ?.split(' ')
    .map((reason) => reason.split('='))
    .find(([beginning = '']) => words.startsWith(beginning))
  // The generator writes no other codes.
  return (found?.at(-1) ?? 'unknown') as ErrorCode
}
