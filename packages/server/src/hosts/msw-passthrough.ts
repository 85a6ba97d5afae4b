import { bypass, type HttpHandler, http, passthrough, type WebSocketHandler } from 'msw'
import { defaultAddress, parseAddress } from './msw-address.ts'
import { FrameOrder } from './msw-data.ts'
import { breakOff, type MswClient, MswLink, type MswServer } from './msw-link.ts'

/** A message that went by, whole. */
export interface TappedFrame {
  /** Counts the connections that this tap has seen, from 1. */
  readonly connection: number
  /** Where the game connected to, token included. */
  readonly url: string
  readonly direction: 'sent' | 'received'
  /** Text of a text frame, bytes of a binary one. */
  readonly data: string | Uint8Array
}

/** A call over HTTP that went by. Request and response are the tap's own, to be read or not. */
export interface TappedCall {
  readonly request: Request
  /** Undefined when there was no answer. */
  readonly response: Response | undefined
}

/** Where the real server is, and who looks on. */
export interface PartyPassthroughOptions {
  /** The real server's address: scheme, host and port. `http://127.0.0.1:7350` by default. */
  readonly url?: string
  /** Called with every message on a WebSocket, in the order in which they pass, before they arrive. */
  readonly onFrame?: (frame: TappedFrame) => void
  /** Called with every call over HTTP, once it is answered or has failed. */
  readonly onCall?: (call: TappedCall) => void
}

/**
 * Lets a game through to a real server at `url`, a Nakama or `party-server`, and shows what passes: to record a session,
 * or to see why a test behaves otherwise there. It takes the place of `partyHandlers`. What the game sees is what the real server does: a socket opens when the real one has opened, and fails,
 * with code 1006, where it fails.
 *
 * What a listener throws is nobody's: it is thrown again in a turn of its own, and the message goes its way.
 *
 * @throws {TypeError} for a `url` that is no address of a server, or has a path.
 */
export function partyPassthrough(options: PartyPassthroughOptions = {}): (HttpHandler | WebSocketHandler)[] {
  const { url = defaultAddress, onFrame, onCall } = options
  const address = parseAddress(url)
  let connections = 0
  return [
    http.all(address.http, ({ request }) =>
      onCall === undefined ? passthrough() : tapCall(request, onCall),
    ),
    new MswLink(address.webSocket, async (client, server) => {
      connections++
      if (onFrame !== undefined) tapFrames(client, server, connections, onFrame)
      if (!(await opens(server))) breakOff(client)
    }),
  ]
}

async function tapCall(request: Request, onCall: (call: TappedCall) => void): Promise<Response> {
  const seen = request.clone()
  try {
    const response = await fetch(bypass(request))
    tell(onCall, { request: seen, response: response.clone() })
    return response
  } catch {
    tell(onCall, { request: seen, response: undefined })
    return Response.error()
  }
}

function tapFrames(
  client: MswClient,
  server: MswServer,
  connection: number,
  onFrame: (frame: TappedFrame) => void,
): void {
  const url = String(client.url)
  const tap = (direction: TappedFrame['direction']): FrameOrder =>
    new FrameOrder((data) => tell(onFrame, { connection, url, direction, data }))
  const sent = tap('sent')
  const received = tap('received')
  client.addEventListener('message', ({ data }) => sent.add(data))
  server.addEventListener('message', ({ data }) => received.add(data))
}

/** Connects to the real server. Resolves with whether it has opened. */
function opens(server: MswServer): Promise<boolean> {
  return new Promise((resolve) => {
    server.addEventListener('open', () => resolve(true), { once: true })
    server.addEventListener('close', () => resolve(false), { once: true })
    server.connect()
  })
}

/** Calls a listener, whose failure must not hold up what it listens to: it is thrown again in a turn of its own. */
function tell<T>(listener: (what: T) => void, what: T): void {
  try {
    listener(what)
  } catch (thrown) {
    void Promise.reject(thrown)
  }
}
