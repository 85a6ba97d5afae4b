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
 * The stable code of an HTTP answer that is not a success. Its gRPC code says nothing that the status does not.
 *
 * @param status the HTTP status
 * @param message `message` of the answer's body, or the body's text
 * @returns `unknown` when the status is
 */
export function recognizeHttpError(status: number, message: string): ErrorCode {
  return recognize(httpReasons[status], message)
}

/** The code of the first beginning that fits. */
function recognize(reasons: string | undefined, message: string): ErrorCode {
  const words = message.toLowerCase().replace(/\W+/g, '_')
  for (const reason of reasons?.split(' ') ?? []) {
    const [beginning = '', code = beginning] = reason.split('=')
    // The generator writes no other codes.
    if (words.startsWith(beginning)) return code as ErrorCode
  }
  return 'unknown'
}
