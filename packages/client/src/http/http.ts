import { encodeBase64, type HttpOperation, type Reader, toJsonText } from '@party/protocol'
import { causedBy, checked, httpError, refuse } from '../error.ts'
import { checkFields } from '../fields.ts'
import { toUtf8 } from '../runtime/bytes.ts'
import type { CallOptions } from '../runtime/call-options.ts'
import { given } from '../runtime/given.ts'
import { wait } from '../runtime/wait.ts'
import type { Settings } from '../settings.ts'
import { fetchText } from './fetch.ts'
import type { Session } from './session.ts'

/** What is sent. */
export interface HttpRequest {
  readonly path: string
  /** Default GET, or POST with a body. */
  readonly method?: string
  /** Fields for the query; those that are undefined are not sent. */
  readonly query?: object
  /** A message, or the text that is one. */
  readonly body?: object | string
}

/** Sees to it that a session has a token that will hold for a while, as far as can be. It never rejects. */
export type KeepFresh = (session: Session, options: KeepFreshOptions) => Promise<unknown>

/** How to keep a session fresh. */
export interface KeepFreshOptions {
  /** Says that nobody is interested any more. */
  readonly signal?: AbortSignal | undefined
  /** A token that the server has refused. */
  readonly refused?: string | undefined
}

/**
 * Makes a call and reads its reply. It ends with a result or a `PartyError`, at the latest after its timeout.
 *
 * @param session whose call it is; `null` for one of the game itself.
 * @param build makes the request, anew for each attempt: it may hold tokens that are replaced meanwhile.
 */
export type CallHttp = <T>(
  operation: HttpOperation,
  session: Session | null,
  build: () => HttpRequest,
  read: Reader<T>,
  options?: CallOptions,
) => Promise<T>

/** The way to make calls of a server's HTTP interface. */
export function httpCaller(settings: Settings, keepFresh: KeepFresh): CallHttp {
  const { ssl, authority, serverKey } = settings

  function send(
    session: Session | null,
    { path, query = {}, body, method = body === undefined ? 'GET' : 'POST' }: HttpRequest,
    signal: AbortSignal,
  ) {
    signal.throwIfAborted()
    const parameters = new URLSearchParams()
    for (const [name, value] of given(query)) {
      for (const item of [value].flat()) parameters.append(name, String(item))
    }
    const search = String(parameters)
    return fetchText(settings, `${ssl ? 'https' : 'http'}://${authority}${path}${search && `?${search}`}`, {
      method,
      headers: {
        Authorization: session ? `Bearer ${session.token}` : `Basic ${encodeBase64(toUtf8(`${serverKey}:`))}`,
        'Content-Type': 'application/json',
      },
      signal,
      ...(body !== undefined && { body: toJsonText(body) }),
    })
  }

  async function exchange<T>(
    session: Session | null,
    build: () => HttpRequest,
    read: Reader<T>,
    signal: AbortSignal,
  ): Promise<T> {
    if (session) await keepFresh(session, { signal })
    const refused = session?.token
    let reply = await send(session, build(), signal)
    if (session && reply.status === 401) {
      await keepFresh(session, { signal, refused })
      if (session.token !== refused) reply = await send(session, build(), signal)
    }
    if (!reply.ok) throw httpError(reply.status, reply.text)
    try {
      return read(JSON.parse(reply.text))
    } catch (cause) {
      throw causedBy(cause, 'malformed_message')
    }
  }

  return async (operation, session, build, read, options) => {
    const context = { operation }
    checked(context, () => {
      if (session !== null && !session?.token) refuse('session', 'has to be a session')
      const { query, body } = build()
      checkFields(Object.fromEntries(given({ ...query, ...(body instanceof Object && body) })))
    })
    return wait<never>(settings, options, context, (call) => {
      const running = new AbortController()
      exchange<never>(session, build, read as Reader<never>, running.signal).then(call.resolve, call.reject)
      return () => running.abort()
    })
  }
}
