import type { UserPresence } from '@party/protocol'
import { type Document, documentOf, matches, type Query } from '../query/index.ts'

/** What a ticket asks for: the part that a solo player's request and a party's have in common. */
export interface TicketRequest {
  /** Fewest players of a match, all of them counted. */
  readonly minCount: number
  /** Most players of a match. */
  readonly maxCount: number
  /** The number of players has to be a multiple of this; unset for any number. */
  readonly countMultiple: number | undefined
  /** Which other tickets will do. Empty or `*` for all. */
  readonly query: string
  /** What the queries of others are asked about, as `properties.<name>`. */
  readonly stringProperties: Readonly<Record<string, string>>
  /** The same as numbers. Of a name that is in both, the number counts. */
  readonly numericProperties: Readonly<Record<string, number>>
}

/** One unit that waits: a player alone, or a party with all its members. */
export interface Ticket {
  readonly id: string
  /** Grows with every ticket, so that it orders them by how long they have waited. */
  readonly key: number
  /** Empty for a player alone. */
  readonly partyId: string
  readonly presences: readonly UserPresence[]
  readonly sessionIds: ReadonlySet<string>
  readonly minCount: number
  readonly maxCount: number
  readonly countMultiple: number
  readonly query: Query
  readonly stringProperties: Readonly<Record<string, string>>
  readonly numericProperties: Readonly<Record<string, number>>
  /** What other tickets' queries see of it. */
  readonly document: Document
  /** When it was added, in ms since the Unix epoch. */
  readonly createTime: number
}

/** The fields Nakama indexes. Times are in nanoseconds there. */
export function ticketDocument(ticket: Omit<Ticket, 'document'>): Document {
  return documentOf({
    _id: ticket.id,
    ticket: ticket.id,
    party_id: ticket.partyId,
    min_count: ticket.minCount,
    max_count: ticket.maxCount,
    created_at: ticket.createTime * 1_000_000,
    properties: { ...ticket.stringProperties, ...ticket.numericProperties },
  })
}

/** How many players a ticket brings. */
export function playersOf(ticket: Ticket): number {
  return ticket.presences.length
}

/** Whether the ticket lets itself be in a match of that many players. */
export function suitsSize({ minCount, maxCount, countMultiple }: Ticket, size: number): boolean {
  return minCount <= size && size <= maxCount && size % countMultiple === 0
}

/** Nobody plays against themselves, whatever the queries say. */
export function sharesSession(one: Ticket, other: Ticket): boolean {
  return one.presences.some(({ sessionId }) => other.sessionIds.has(sessionId))
}

export function accepts(one: Ticket, other: Ticket): boolean {
  return matches(one.query, other.document)
}
