import { ApiError } from '../api-error.ts'
import { parseJson } from '../json-syntax.ts'
import type { RpcContext } from '../rpc/rpc.ts'
import { requireUserOrHttpKey } from './authorization.ts'
import { decodeText, readBody } from './body.ts'
import { errorResponse, jsonResponse } from './responses.ts'
import type { Route } from './route.ts'
import type { HttpServices } from './services.ts'

const prefix = '/v2/rpc/'

/** RPC functions over HTTP, which have a shape of their own for errors. */
export function rpcRoutes(services: HttpServices): Route[] {
  const handle = (request: Request) => callFunction(services, request)
  const path = `${prefix}*`
  return [
    { method: 'GET', path, handle },
    { method: 'POST', path, handle },
  ]
}

async function callFunction(services: HttpServices, request: Request): Promise<Response> {
  const { pathname, searchParams: query } = new URL(request.url)
  const { tokens, rpc, config } = services
  let context: RpcContext
  let id: string
  try {
    const user = await requireUserOrHttpKey(request, query, tokens, config.runtime.httpKey)
    context = { user, sessionId: undefined, query: withoutHttpKey(query) }
    id = decodeId(pathname.slice(prefix.length))
    if (!rpc.has(id)) throw ApiError.notFound('RPC function not found')
  } catch (error) {
    if (error instanceof ApiError) return refusal(error)
    throw error
  }

  const isUnwrapped = query.has('unwrap')
  const body = request.method === 'POST' ? await readLimited(services, request) : new Uint8Array()
  if (body instanceof Response) return body
  const payload = isUnwrapped ? decodeText(body) : stringOf(body)
  if (payload === undefined) return refusal(ApiError.invalidArgument(notAString))

  const outcome = await rpc.call(id, context, payload)
  if (outcome.kind === 'notFound') return refusal(ApiError.notFound('RPC function not found'))
  if (outcome.kind === 'error') return failure(outcome.error)
  if (!isUnwrapped) return jsonResponse(JSON.stringify({ payload: outcome.payload }))
  const contentType = request.headers.get('content-type') ?? 'text/plain'
  return new Response(outcome.payload, { headers: { 'content-type': contentType } })
}

/** Whatever is wrong with the body, Nakama says this. */
const notAString = 'json: cannot unmarshal object into Go value of type string'

/** The JSON string that a body is; empty for no body and for `null`, undefined for anything else. */
function stringOf(body: Uint8Array): string | undefined {
  if (body.byteLength === 0) return ''
  try {
    const value = parseJson(decodeText(body)) ?? ''
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

async function readLimited(services: HttpServices, request: Request): Promise<Uint8Array | Response> {
  try {
    return await readBody(request, services.config.socket.maxRequestSizeBytes)
  } catch (error) {
    // The one error here without an `error` of its own.
    if (error instanceof ApiError) return errorResponse(error)
    throw error
  }
}

function decodeId(encoded: string): string {
  if (encoded === '') throw ApiError.invalidArgument('RPC ID must be set')
  try {
    return decodeURIComponent(encoded)
  } catch {
    throw ApiError.invalidArgument('RPC ID must be set')
  }
}

function withoutHttpKey(query: URLSearchParams): Record<string, string[]> {
  const names = new Set([...query.keys()].filter((name) => name !== 'http_key'))
  return Object.fromEntries([...names].map((name) => [name, query.getAll(name)]))
}

/** What the server refuses: the text stands twice. */
function refusal({ message, grpcCode, httpStatus }: ApiError): Response {
  return jsonResponse(JSON.stringify({ error: message, message, code: grpcCode }), httpStatus)
}

/** What the function throws: `error` is an object. */
function failure({ message, grpcCode, httpStatus }: ApiError): Response {
  const body = { code: grpcCode, error: { Message: message, Code: grpcCode }, message }
  return jsonResponse(JSON.stringify(body), httpStatus)
}
