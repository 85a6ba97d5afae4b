import { ApiError } from '../api-error.ts'
import type { RpcUser } from '../rpc/rpc.ts'
import type { SessionClaims, TokenService } from '../tokens/tokens.ts'

/** @throws {ApiError} 16 unless the request has the server key as its Basic user name. */
export function requireServerKey(request: Request, serverKey: string): void {
  const authorization = request.headers.get('authorization')
  if (authorization === null) throw ApiError.unauthenticated('Server key required')
  if (basicUser(authorization) !== serverKey) throw ApiError.unauthenticated('Server key invalid')
}

/** @throws {ApiError} (rejects) 16 unless the request has a good session token. */
export async function requireUser(request: Request, tokens: TokenService): Promise<SessionClaims> {
  const authorization = request.headers.get('authorization')
  if (authorization === null) throw ApiError.unauthenticated('Auth token required')
  const claims = await bearerClaims(authorization, tokens)
  if (claims === undefined) throw ApiError.unauthenticated('Auth token invalid')
  return claims
}

/**
 * Who calls an RPC function: a player, or undefined for the game's backend, which has the HTTP key in the query or as
 * its Basic user name.
 *
 * @throws {ApiError} (rejects) 16 for anyone else.
 */
export async function requireUserOrHttpKey(
  request: Request,
  query: URLSearchParams,
  tokens: TokenService,
  httpKey: string,
): Promise<RpcUser | undefined> {
  const authorization = request.headers.get('authorization')
  const key = query.get('http_key') || (authorization === null ? undefined : basicUser(authorization))
  if (key !== undefined) {
    if (key !== httpKey) throw ApiError.unauthenticated('HTTP key invalid')
    return undefined
  }
  if (authorization === null) throw ApiError.unauthenticated('Auth token or HTTP key required')
  const claims = await bearerClaims(authorization, tokens)
  if (claims === undefined) throw ApiError.unauthenticated('Auth token invalid')
  return claims
}

async function bearerClaims(authorization: string, tokens: TokenService): Promise<SessionClaims | undefined> {
  const token = /^Bearer (.+)$/.exec(authorization)?.[1]
  return token === undefined ? undefined : tokens.verifySession(token)
}

/** The user name of Basic credentials; undefined for anything else. */
function basicUser(authorization: string): string | undefined {
  const encoded = /^Basic ((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/.exec(
    authorization,
  )?.[1]
  if (encoded === undefined) return undefined
  const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0))
  const credentials = new TextDecoder().decode(bytes)
  const end = credentials.indexOf(':')
  return end < 0 ? undefined : credentials.slice(0, end)
}
