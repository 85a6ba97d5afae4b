import {
  createStream,
  type EnvelopeMessage,
  type Stream,
  StreamMode,
  type UserPresence,
} from '@party/protocol'
import type { PartyState } from '../core/party/state.ts'

/** Whom server code sends data to. */
export type StreamTarget = { readonly sessionId: string } | { readonly partyId: string }

/** What server code sends. */
export interface StreamMessage {
  /** Which stream the data belongs to; to a party, the party's own unless another is named. */
  readonly stream?: Partial<Stream>
  /** Who sends it; without one it is the server. */
  readonly sender?: UserPresence
  readonly data: string
  /** True by default, and over a WebSocket always true in effect. */
  readonly reliable?: boolean
}

/** The sessions a target means, and the stream it has by itself. */
export function resolveTarget(
  target: StreamTarget,
  partyOf: (partyId: string) => PartyState | undefined,
): { readonly sessionIds: readonly string[]; readonly stream: Partial<Stream> } {
  if ('sessionId' in target) return { sessionIds: [target.sessionId], stream: {} }
  const [subject = '', label = ''] = target.partyId.split('.')
  const members = partyOf(target.partyId)?.members ?? []
  return {
    sessionIds: members.map((member) => member.sessionId),
    stream: { mode: StreamMode.party, subject, label },
  }
}

export function streamDataMessage(stream: Partial<Stream>, message: StreamMessage): EnvelopeMessage {
  const { sender, data, reliable = true } = message
  return {
    case: 'streamData',
    value: { stream: createStream({ ...stream, ...message.stream }), sender, data, reliable },
  }
}
