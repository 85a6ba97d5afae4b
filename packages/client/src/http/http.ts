import {
  fromJson,
  type HttpOperation,
  httpOperations,
  type JsonObject,
  type JsonReader,
} from '@party/protocol'
import { checked, type ErrorContext, PartyError } from '../error.ts'
import type { CallOptions } from '../runtime/call-options.ts'
import { Pending } from '../runtime/pending.ts'
import type { Settings } from '../settings.ts'

/** One call of the server's HTTP interface. */
export interface HttpCall<T> {
  readonly operation: HttpOperation
  /**
   * Checks the arguments and makes the request message of them. Where each field goes is in the table of HTTP
   * operations.
   */
  build(): JsonObject
  readonly read: JsonReader<T>
  /**
   * The `Authorization` header.
   *
   * @param refused the one that the server has just refused: another one is wanted, if there is one.
   */
  authorize(signal: AbortSignal, refused?: string): string | Promise<string>
  readonly options: CallOptions
}

/** Makes a call and reads its reply. Ends with a result or a `PartyError`, at the latest after its timeout. */
export async function callHttp<T>(settings: Settings, call: HttpCall<T>): Promise<T> {
  const { operation, options } = call
  checked({ operation }, () => call.build())
  const timeoutMs = options.timeoutMs ?? settings.timeoutMs
  const running = new AbortController()
  const pending = new Pending<T>({
    clock: settings.clock,
    timeoutMs,
    signal: options.signal,
    onTimeout: () => PartyError.timeout(timeoutMs, { operation }),
    onAbort: (reason) => PartyError.aborted(reason, { operation }),
    onSettled: () => running.abort(),
  })
  if (!pending.settled) {
    exchange(settings, call, running.signal).then(
      (result) => pending.resolve(result),
      (cause) => pending.reject(PartyError.from(cause, { operation })),
    )
  }
  return pending.promise
}

async function exchange<T>(settings: Settings, call: HttpCall<T>, signal: AbortSignal): Promise<T> {
  const { operation } = call
  const authorization = await call.authorize(signal)
  let reply = await send(settings, call, authorization, signal)
  if (reply.status === 401) {
    const another = await call.authorize(signal, authorization)
    if (another !== authorization) reply = await send(settings, call, another, signal)
  }
  if (reply.status < 200 || reply.status > 299) throw PartyError.fromHttp(reply, { operation })
  try {
    return fromJson(call.read, JSON.parse(reply.text))
  } catch (cause) {
    throw PartyError.malformedMessage(cause, { operation })
  }
}

function send<T>(
  settings: Settings,
  { operation, build }: HttpCall<T>,
  authorization: string,
  signal: AbortSignal,
): Promise<HttpReply> {
  signal.throwIfAborted()
  // Built anew: it may hold tokens that were replaced meanwhile.
  const { url, method, body } = address(settings, operation, build())
  const headers: Record<string, string> = { Authorization: authorization }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  return fetchText(
    settings,
    url,
    { method, headers, signal, ...(body !== undefined && { body }) },
    { operation },
  )
}

/** What came back, read to its end. */
export interface HttpReply {
  readonly status: number
  readonly text: string
}

/** Fetches a text. Whatever the network does wrong is a `PartyError` `network_error`. */
export async function fetchText(
  settings: Settings,
  url: string,
  init: RequestInit,
  context: ErrorContext,
): Promise<HttpReply> {
  // Looked up for every call, and called without an owner: test tools replace the global one at run time.
  const fetch = settings.fetch ?? globalThis.fetch
  try {
    const response = await fetch(url, init)
    return { status: response.status, text: await response.text() }
  } catch (cause) {
    throw PartyError.network(settings.authority, context, cause)
  }
}

function address(settings: Settings, operation: HttpOperation, request: JsonObject) {
  const { method, path, body: bodyField } = httpOperations[operation]
  const rest = { ...request }
  const filled = path.replace(/\{(\w+)\}/g, (_match: string, name: string) => {
    const value = String(rest[name] ?? '')
    delete rest[name]
    return encodeURIComponent(value)
  })
  const url = `${settings.ssl ? 'https' : 'http'}://${settings.authority}${filled}`
  if (bodyField === '*') return { url, method, body: JSON.stringify(rest) }
  const body = bodyField === '' ? undefined : JSON.stringify(rest[bodyField])
  if (bodyField !== '') delete rest[bodyField]
  const query = queryString(rest)
  return { url: query === '' ? url : `${url}?${query}`, method, body }
}

function queryString(fields: JsonObject): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    for (const item of Array.isArray(value) ? value : [value]) query.append(name, String(item))
  }
  return query.toString()
}
