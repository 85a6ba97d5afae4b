import type { ErrorCode } from './gen/errors.ts'

/** A number and how the message begins that together stand for an error; an empty beginning fits any message. */
export type Recognizer = readonly [number: number, beginning: string, code: ErrorCode]

/**
 * The first recogniser that fits.
 *
 * @param number the number of a realtime error, a gRPC code or an HTTP status
 */
export function recognize(
  recognizers: readonly Recognizer[],
  number: number,
  message: string,
): ErrorCode | undefined {
  return recognizers.find(([wanted, beginning]) => wanted === number && message.startsWith(beginning))?.[2]
}
