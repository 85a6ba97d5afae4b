import type { UserPresence } from '@party/protocol'
import { printQuery } from '../core/query/print.ts'
import type { Realtime } from '../session/realtime.ts'

/** A server's state as plain data, for tests and for eyes. Nothing in it changes when the server does. */
export interface Inspection {
  /** Open sessions, oldest first. */
  readonly sessions: readonly {
    readonly sessionId: string
    readonly userId: string
    readonly username: string
    readonly format: 'json' | 'protobuf'
    /** What its followers see; undefined while it is invisible. */
    readonly status: string | undefined
  }[]
  /** Parties, oldest first. */
  readonly parties: readonly {
    readonly partyId: string
    readonly open: boolean
    readonly maxSize: number
    readonly leader: UserPresence | undefined
    /** In the order of joining. */
    readonly members: readonly UserPresence[]
    /** In the order of asking. */
    readonly joinRequests: readonly UserPresence[]
  }[]
  /** Matchmaker tickets that wait, the longest waiting first. */
  readonly tickets: readonly InspectedTicket[]
  /** How many tickets wait. */
  readonly ticketCount: number
  /** Users whom somebody else follows, with the sessions that hear of their status. */
  readonly followers: readonly { readonly userId: string; readonly sessionIds: readonly string[] }[]
}

/** A matchmaker ticket that waits. */
export interface InspectedTicket {
  readonly ticket: string
  /** Empty for a player alone. */
  readonly partyId: string
  readonly members: readonly UserPresence[]
  readonly minCount: number
  readonly maxCount: number
  readonly countMultiple: number
  /** As the server has understood it; `*` accepts everybody. */
  readonly query: string
  readonly stringProperties: Readonly<Record<string, string>>
  readonly numericProperties: Readonly<Record<string, number>>
  /** When it was added, in ms since the Unix epoch. */
  readonly createTimeMs: number
}

export function inspect(realtime: Realtime): Inspection {
  const { sessions, parties, matchmaking, status } = realtime
  return structuredClone({
    sessions: [...sessions.values()].map(({ id, identity, codec, presence }) => ({
      sessionId: id,
      userId: identity.userId,
      username: identity.username,
      format: codec.format,
      status: status.statusOf(presence),
    })),
    parties: [...parties.values()],
    tickets: [...matchmaking.tickets()].map((ticket) => ({
      ticket: ticket.id,
      partyId: ticket.partyId,
      members: ticket.presences,
      minCount: ticket.minCount,
      maxCount: ticket.maxCount,
      countMultiple: ticket.countMultiple,
      query: printQuery(ticket.query),
      stringProperties: ticket.stringProperties,
      numericProperties: ticket.numericProperties,
      createTimeMs: ticket.createTime,
    })),
    ticketCount: matchmaking.ticketCount,
    followers: followersOf(realtime),
  })
}

function followersOf({ sessions, status }: Realtime): Inspection['followers'] {
  return [...status.followed()].flatMap((userId) => {
    // Every session follows its own user, which is no news.
    const others = status.followersOf(userId).filter((id) => sessions.get(id)?.identity.userId !== userId)
    return others.length === 0 ? [] : [{ userId, sessionIds: others }]
  })
}
