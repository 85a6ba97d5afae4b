import { type ErrorCode, httpErrors, realtimeErrors } from './gen/errors.ts'

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
