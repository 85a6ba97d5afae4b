import { httpOperations } from '@party/protocol'
import type { SessionClaims } from '../tokens/tokens.ts'
import { requireServerKey, requireUser } from './authorization.ts'
import { readBody } from './body.ts'
import { QueryReader } from './query.ts'
import { jsonResponse } from './responses.ts'
import type { HttpCallContext, HttpCallName, HttpReplies, HttpRequests, HttpServices } from './services.ts'

/** One method on one path. */
export interface Route {
  readonly method: string
  /** In the notation of the router. */
  readonly path: string
  /** What it throws is answered as an error. */
  handle(request: Request): Response | Promise<Response>
}

/** Where a request is read from. */
export interface Input {
  readonly query: QueryReader
  /** Empty for calls that have none. */
  readonly body: Uint8Array
}

/** A call: how it is read, what it does, how its reply is written. */
interface CallParts<Name extends HttpCallName, Caller> {
  decode(input: Input): HttpRequests[Name]
  run(request: HttpRequests[Name], caller: Caller): Promise<HttpReplies[Name]> | HttpReplies[Name]
  encode(reply: HttpReplies[Name]): string
}

type WithAuth<Auth> = {
  [Name in HttpCallName]: (typeof httpOperations)[Name]['auth'] extends Auth ? Name : never
}[HttpCallName]

/** A call of the game itself, with the server key. */
export function gameRoute<Name extends WithAuth<'serverKey'>>(
  services: HttpServices,
  name: Name,
  parts: CallParts<Name, undefined>,
): Route {
  return route(services, name, parts, async (request) => {
    requireServerKey(request, services.config.socket.serverKey)
    return undefined
  })
}

/** A call of a player, with a session token. */
export function playerRoute<Name extends WithAuth<'bearer'>>(
  services: HttpServices,
  name: Name,
  parts: CallParts<Name, SessionClaims>,
): Route {
  return route(services, name, parts, (request) => requireUser(request, services.tokens))
}

function route<Name extends HttpCallName, Caller extends HttpCallContext['user']>(
  services: HttpServices,
  name: Name,
  { decode, run, encode }: CallParts<Name, Caller>,
  authorize: (request: Request) => Promise<Caller>,
): Route {
  const { method, path, body: bodyField } = httpOperations[name]
  const maxBytes = services.config.socket.maxRequestSizeBytes
  return {
    method,
    path,
    async handle(request) {
      // Nakama's gateway decodes before the API behind it asks who is calling, so a bad body wins over a bad key.
      const body = bodyField === '' ? new Uint8Array() : await readBody(request, maxBytes)
      const query = new QueryReader(new URL(request.url).searchParams)
      const decoded = decode({ query, body })
      const caller = await authorize(request)
      const reply = await services.call(name, { user: caller }, decoded, async (changed) =>
        run(changed, caller),
      )
      return jsonResponse(encode(reply))
    },
  }
}
