import { ApiError } from '../api-error.ts'
import type { Logger } from '../logger.ts'

/** An answer that is JSON already. */
export function jsonResponse(json: string, status = 200): Response {
  return new Response(json, { status, headers: { 'content-type': 'application/json' } })
}

/** How Nakama's gateway answers an error: its gRPC code and text as JSON, the text once more in 401s. */
export function errorResponse(error: ApiError): Response {
  const body = JSON.stringify({ code: error.grpcCode, message: error.message })
  const response = jsonResponse(body, error.httpStatus)
  // A text of the game's own may have characters that no header can carry.
  const isHeader = /^[\x20-\x7e]*$/.test(error.message)
  if (error.httpStatus === 401 && isHeader) response.headers.set('www-authenticate', error.message)
  return response
}

/**
 * What a client is told of anything that was thrown. Of what is neither an `ApiError` nor carries a gRPC code of its
 * own, the log is told, and the client only that something failed.
 */
export function toApiError(thrown: unknown, logger: Logger, request: Request): ApiError {
  if (thrown instanceof ApiError) return thrown
  if (typeof thrown === 'object' && thrown !== null && 'grpcCode' in thrown) {
    return ApiError.fromFunction(thrown)
  }
  const { pathname } = new URL(request.url)
  logger.error('HTTP request failed', { method: request.method, path: pathname, error: forLog(thrown) })
  return ApiError.internal('Internal Server Error', thrown)
}

/** What a log should have of anything that was thrown. */
export function forLog(thrown: unknown): unknown {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : thrown
}
