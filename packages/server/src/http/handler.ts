import { Hono } from 'hono'
import { ApiError } from '../api-error.ts'
import { accountRoutes } from './account-routes.ts'
import { allowOrigin, preflight } from './cors.ts'
import { listRoutes } from './list-routes.ts'
import { errorResponse, jsonResponse, toApiError } from './responses.ts'
import type { Route } from './route.ts'
import { rpcRoutes } from './rpc-routes.ts'
import type { HttpServices } from './services.ts'

/** Answers one HTTP request. Never rejects. */
export type HttpHandler = (request: Request) => Promise<Response>

/**
 * The HTTP side of the server as one function, for any host that knows the Fetch API: Nakama's REST API, its health
 * checks, and `GET /ws` for the host's sockets.
 */
export function createHttpHandler(services: HttpServices): HttpHandler {
  const app = new Hono()
  // Neither of these two is behind Nakama's gateway: no header against caching, and other methods are not found.
  app.all('/', ({ req }) => (req.method === 'GET' ? empty() : notFound()))
  app.all('/ws', ({ req }) => (req.method === 'GET' ? services.socketRoute(req.raw) : notFound()))
  for (const [path, routes] of byPath(gatewayRoutes(services))) {
    app.all(path, async ({ req }) => uncached(await dispatch(routes, req.raw)))
  }
  app.notFound(() => notFound())
  const failed = (error: unknown, request: Request) =>
    uncached(errorResponse(toApiError(error, services.logger, request)))
  app.onError((error, { req }) => failed(error, req.raw))

  return async (request) => {
    if (request.method === 'OPTIONS') return preflight(request)
    return allowOrigin(request, await respond(request))
  }

  async function respond(request: Request): Promise<Response> {
    try {
      return await app.fetch(request)
    } catch (thrown) {
      // The router hands errors to its error handler, but a hook may throw anything.
      return failed(thrown, request)
    }
  }
}

function gatewayRoutes(services: HttpServices): Route[] {
  const healthcheck: Route = { method: 'GET', path: '/healthcheck', handle: () => jsonResponse('{}') }
  return [healthcheck, ...accountRoutes(services), ...listRoutes(services), ...rpcRoutes(services)]
}

function byPath(routes: readonly Route[]): Map<string, Route[]> {
  const paths = new Map<string, Route[]>()
  for (const route of routes) paths.set(route.path, [...(paths.get(route.path) ?? []), route])
  return paths
}

function dispatch(routes: readonly Route[], request: Request): Response | Promise<Response> {
  const route = routes.find(({ method }) => method === request.method)
  if (route === undefined) throw ApiError.unimplemented('Method Not Allowed')
  return route.handle(request)
}

function empty(): Response {
  return new Response(null, { headers: { 'content-length': '0' } })
}

function notFound(): Response {
  return uncached(errorResponse(ApiError.notFound('Not Found')))
}

function uncached(response: Response): Response {
  response.headers.set('cache-control', 'no-store, no-cache, must-revalidate')
  return response
}
