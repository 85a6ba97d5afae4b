import { type Codec, jsonServerCodec } from '@party/protocol'
import { protobufServerCodec } from '@party/protocol/protobuf'
import type { SessionIdentity } from './session.ts'

/** A connection that may become a session. */
export interface Admitted {
  readonly ok: true
  readonly identity: SessionIdentity
  readonly codec: Codec
  /** Whether the session shows an empty status from the start. */
  readonly appearOnline: boolean
  readonly lang: string
}

/** A connection that may not, with the HTTP answer that says so. There is no close frame for this. */
export interface NotAdmitted {
  readonly ok: false
  readonly response: Response
}

/** What a server makes of a WebSocket handshake. */
export type Admission = Admitted | NotAdmitted

/** Spellings of true that Go's `strconv.ParseBool` takes; anything else counts as false. */
const truths = new Set(['1', 't', 'T', 'TRUE', 'true', 'True'])

/**
 * Judges a WebSocket handshake: `GET /ws?token=…&format=json|protobuf&status=true|false&lang=xx`, as Nakama takes
 * it. A Bearer header wins over the token in the query.
 */
export async function admit(
  url: URL,
  authorization: string | null,
  verify: (token: string) => Promise<SessionIdentity | undefined>,
): Promise<Admission> {
  if (url.pathname !== '/ws') return refusal(404, 'Not Found\n')
  const query = url.searchParams
  const codec = codecOf(query.get('format') ?? '')
  if (codec === undefined) return refusal(400, 'Invalid format parameter\n')
  const token = bearerToken(authorization) ?? query.get('token') ?? ''
  const identity = token === '' ? undefined : await verify(token)
  if (identity === undefined) return refusal(401, 'Missing or invalid token\n')
  const appearOnline = truths.has(query.get('status') ?? '')
  return { ok: true, identity, codec, appearOnline, lang: query.get('lang') || 'en' }
}

function codecOf(format: string): Codec | undefined {
  if (format === '' || format === 'json') return jsonServerCodec
  return format === 'protobuf' ? protobufServerCodec : undefined
}

function bearerToken(authorization: string | null): string | undefined {
  return authorization === null ? undefined : /^Bearer (.+)$/.exec(authorization)?.[1]
}

function refusal(status: number, body: string): NotAdmitted {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' }
  return { ok: false, response: new Response(body, { status, headers }) }
}
