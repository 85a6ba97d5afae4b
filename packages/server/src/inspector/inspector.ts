import { type Clock, systemClock } from '@party/protocol'
import { ServerControl } from '../control/control.ts'
import type { Endpoint } from '../hosts/endpoint.ts'
import type { PartyServer } from '../server.ts'
import type { Admission } from '../session/admission.ts'
import type { Peer } from '../session/connection.ts'
import { ActionError, Actions } from './actions.ts'
import { Feed } from './feed.ts'
import { isTrusted } from './guard.ts'
import type { InspectorState } from './messages.ts'
import { WireTap } from './tap.ts'
import { WireLog } from './wire-log.ts'

/** A file of the page. */
export interface PageFile {
  /** Its content type. */
  readonly type: string
  readonly content: string
}

export interface InspectorOptions {
  /** The page, by path: `/` is the document. */
  readonly files: ReadonlyMap<string, PageFile>
  /** The address that the page is bound to. The page is served under this name, `localhost`, and plain addresses. */
  readonly host: string
  /** The server's own clock; the system's by default. */
  readonly clock?: Clock
}

/** Nothing from elsewhere, nowhere inside another page, and nothing kept. */
const protections = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** The largest body of an action, in characters. */
const longestBody = 1_000

/**
 * Looks into a server while players use it. To be served twice: {@link players} in place of the server, and
 * {@link page} on an address of its own, which nobody else should be able to reach.
 */
export class Inspector {
  /** For players: the server, with everything on the way to it written down. */
  readonly players: Endpoint
  /** For the developer: the page, its live feed and its buttons. */
  readonly page: Endpoint
  /** Where players connect to, once it is known. Shown on the page. */
  url = ''
  readonly #server: PartyServer
  readonly #options: InspectorOptions
  readonly #actions: Actions
  readonly #feed: Feed

  constructor(server: PartyServer, options: InspectorOptions) {
    const { clock = systemClock } = options
    const control = new ServerControl(server, { clock })
    const log = new WireLog()
    const tap = new WireTap(control, log, clock)
    this.#server = server
    this.#options = options
    this.#actions = new Actions(control, log)
    this.#feed = new Feed(clock, log, () => this.#look())
    this.players = tap
    this.page = {
      config: server.config,
      fetch: (request) => this.#answer(request),
      admit: async (): Promise<Admission> => ({ ok: false, response: plain(404, 'Not Found') }),
      accept: (): Peer => {
        throw new Error('the page admits no connection')
      },
      close: async () => this.#feed.close(),
    }
  }

  #look(): InspectorState {
    const inspection = this.#server.inspect()
    const open = new Set(inspection.sessions.map(({ sessionId }) => sessionId))
    this.#actions.prune((sessionId) => open.has(sessionId))
    return { ...inspection, name: this.#server.config.name, url: this.url, delays: this.#actions.delays }
  }

  async #answer(request: Request): Promise<Response> {
    const response = await this.#route(request)
    for (const [name, value] of Object.entries(protections)) response.headers.set(name, value)
    return response
  }

  async #route(request: Request): Promise<Response> {
    if (!isTrusted(request, this.#options.host)) {
      return plain(403, 'This page is for the one who runs the server, at its own address.')
    }
    const { pathname } = new URL(request.url)
    if (request.method === 'GET') {
      if (pathname === '/events') return this.#feed.open()
      const file = this.#options.files.get(pathname)
      if (file !== undefined) return new Response(file.content, { headers: { 'content-type': file.type } })
    }
    const action = /^\/actions\/([a-z-]+)$/.exec(pathname)?.[1]
    return action === undefined ? plain(404, 'Not Found') : this.#act(action, request)
  }

  async #act(action: string, request: Request): Promise<Response> {
    if (request.method !== 'POST') return plain(405, 'Method Not Allowed')
    // No form of another page can send this type.
    if (request.headers.get('content-type') !== 'application/json')
      return plain(415, 'Unsupported Media Type')
    try {
      this.#actions.run(action, inputOf(await request.text()))
      this.#feed.hurry()
      return plain(200, '')
    } catch (error) {
      if (error instanceof ActionError) return plain(error.status, error.message)
      throw error
    }
  }
}

function inputOf(body: string): Record<string, unknown> {
  if (body.length > longestBody) throw new ActionError(400, 'This is too long.')
  try {
    return Object(JSON.parse(body))
  } catch {
    throw new ActionError(400, 'This is no JSON.')
  }
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
