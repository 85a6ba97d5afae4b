import type { UserPresence } from '@party/protocol'
import type { Realtime } from '../session/realtime.ts'

/** A server's state as plain data, for tests and for eyes. Nothing in it changes when the server does. */
export interface Inspection {
  /** Open sessions, oldest first. */
  readonly sessions: readonly {
    readonly sessionId: string
    readonly userId: string
    readonly username: string
    readonly format: 'json' | 'protobuf'
  }[]
  /** Parties, oldest first. */
  readonly parties: readonly {
    readonly partyId: string
    readonly open: boolean
    readonly maxSize: number
    readonly leader: UserPresence | undefined
    /** In the order of joining. */
    readonly members: readonly UserPresence[]
    readonly joinRequests: readonly UserPresence[]
  }[]
  /** Matchmaker tickets that wait. */
  readonly ticketCount: number
}

export function inspect({ sessions, parties, matchmaking }: Realtime): Inspection {
  return {
    sessions: [...sessions.values()].map(({ id, identity, codec }) => ({
      sessionId: id,
      userId: identity.userId,
      username: identity.username,
      format: codec.format,
    })),
    parties: structuredClone([...parties.values()]),
    ticketCount: matchmaking.ticketCount,
  }
}
