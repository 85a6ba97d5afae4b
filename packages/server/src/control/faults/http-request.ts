import { fromBase64, type HttpOperation, httpOperations } from '@party/protocol'
import type { FaultOperation, Occasion } from './rules.ts'

/** What an HTTP request is to a fault: who asks, for what. The request stays readable. */
export async function describeRequest(request: Request): Promise<Occasion> {
  const url = new URL(request.url)
  const operation = operationOf(request.method, url.pathname)
  return { player: await playerOf(request, url, operation), operation }
}

/** The user name in a token, whether it is good or not; empty for what is no token. */
export function nameInToken(token: string): string {
  const payload = fromBase64(token.split('.')[1] ?? '')
  if (payload === undefined) return ''
  try {
    const { usn }: { usn?: unknown } = Object(JSON.parse(new TextDecoder().decode(payload)))
    return typeof usn === 'string' ? usn : ''
  } catch {
    return ''
  }
}

/** The token of a handshake, or of any request with a session. */
export function tokenOf(url: URL, authorization: string | null): string {
  return /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? url.searchParams.get('token') ?? ''
}

async function playerOf(request: Request, url: URL, operation: FaultOperation | undefined): Promise<string> {
  const username = url.searchParams.get('username')
  if (username !== null) return username
  if (operation !== 'refreshSession') return nameInToken(tokenOf(url, request.headers.get('authorization')))
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => undefined)
  const { token }: { token?: unknown } = Object(body)
  return typeof token === 'string' ? nameInToken(token) : ''
}

function operationOf(method: string, pathname: string): FaultOperation | undefined {
  if (pathname === '/ws') return 'connect'
  const names = Object.keys(httpOperations) as HttpOperation[]
  return names.find((name) => {
    const call = httpOperations[name]
    // The one call with a parameter in its path, which has no slash in it.
    const path = new RegExp(`^${call.path.replace(/\{\w+\}/, '[^/]+')}$`)
    return call.method === method && path.test(pathname)
  })
}
