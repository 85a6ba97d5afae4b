import type { ErrorCode, HttpMatch } from './model.ts'

/** A number and how a message begins that together stand for an error; an empty beginning fits any message. */
export interface ErrorSign {
  readonly code: string
  readonly number: number
  readonly beginning: string
}

/** How `error` envelopes say errors, in the order in which they have to be tried. */
export function realtimeSigns(errors: readonly ErrorCode[]): ErrorSign[] {
  return inOrder(
    errors.flatMap(({ code, realtime }) =>
      realtime.map((match) => ({ code, number: match.code, beginning: match.message ?? '' })),
    ),
  )
}

/**
 * How HTTP answers say errors, in the order in which they have to be tried.
 *
 * @param numberOf by which number: the gRPC code, or the status where an answer has none
 */
export function httpSigns(
  errors: readonly ErrorCode[],
  numberOf = ({ grpc, status }: HttpMatch): number => grpc ?? status,
): ErrorSign[] {
  return inOrder(
    errors.flatMap(({ code, http }) =>
      http.map((match) => ({ code, number: numberOf(match), beginning: match.message ?? '' })),
    ),
  )
}

/** The signs of each number, the lowest number first. */
export function byNumber(signs: readonly ErrorSign[]): [number, ErrorSign[]][] {
  const numbers = [...new Set(signs.map(({ number }) => number))].sort((a, b) => a - b)
  return numbers.map((number) => [number, signs.filter((sign) => sign.number === number)])
}

/** Any message fits the empty beginning, so those come last. */
function inOrder(signs: readonly ErrorSign[]): ErrorSign[] {
  return [...signs.filter(({ beginning }) => beginning), ...signs.filter(({ beginning }) => !beginning)]
}
