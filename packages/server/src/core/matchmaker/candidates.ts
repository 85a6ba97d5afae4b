import { score, scoresAlike } from '../query/index.ts'
import { accepts, playersOf, sharesSession, type Ticket } from './ticket.ts'
import type { TicketPool } from './ticket-pool.ts'

/** One ticket's look around in a pass. */
export interface Search {
  readonly ticket: Ticket
  readonly pool: TicketPool
  /** Tickets that have found a match in this pass. */
  readonly taken: ReadonlySet<Ticket>
  /** Whether every two tickets of a match have to accept each other. */
  readonly revPrecision: boolean
}

/**
 * The tickets the searching one may be matched with: the best first, and of equals the one that has waited longest.
 * As on Nakama they must ask for numbers of players within the searching ticket's own; so someone who is content
 * with 2 to 4 finds those who want exactly 2, and not the other way round.
 */
export function* candidatesFor(search: Search): Generator<Ticket> {
  const { ticket, pool } = search
  if (scoresAlike(ticket.query)) {
    for (const other of pool.candidates(ticket.query)) {
      if (mayMeet(search, other) && accepts(ticket, other) && isWelcome(search, other)) yield other
    }
    return
  }
  const rated: { other: Ticket; rating: number }[] = []
  for (const other of pool.candidates(ticket.query)) {
    const rating = mayMeet(search, other) ? score(ticket.query, other.document) : undefined
    if (rating !== undefined && isWelcome(search, other)) rated.push({ other, rating })
  }
  for (const { other } of rated.sort((a, b) => b.rating - a.rating)) yield other
}

/** Everything that is cheaper to find out than whether a query accepts a ticket. */
function mayMeet({ ticket, taken }: Search, other: Ticket): boolean {
  return (
    other !== ticket &&
    !taken.has(other) &&
    other.minCount >= ticket.minCount &&
    other.maxCount <= ticket.maxCount &&
    playersOf(ticket) + playersOf(other) <= ticket.maxCount &&
    !(ticket.partyId !== '' && ticket.partyId === other.partyId) &&
    !sharesSession(ticket, other)
  )
}

function isWelcome({ ticket, revPrecision }: Search, other: Ticket): boolean {
  return !revPrecision || accepts(other, ticket)
}

/** Whether two candidates of the same search may be in one match. */
export function getAlong(one: Ticket, other: Ticket, revPrecision: boolean): boolean {
  return !sharesSession(one, other) && (!revPrecision || (accepts(one, other) && accepts(other, one)))
}
