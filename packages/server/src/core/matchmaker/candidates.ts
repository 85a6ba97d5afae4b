import { score, scoresAlike } from '../query/index.ts'
import { accepts, playersOf, sharesSession, type Ticket } from './ticket.ts'
import type { TicketPool } from './ticket-pool.ts'

/**
 * The tickets the searching one may be matched with: the best first, and of equals the one that has waited longest.
 * As on Nakama they must ask for numbers of players within the searching ticket's own; so someone who is content
 * with 2 to 4 finds those who want exactly 2, and not the other way round.
 *
 * With `revPrecision` only those that accept the searching ticket in turn.
 */
export function* candidatesFor(ticket: Ticket, pool: TicketPool, revPrecision: boolean): Generator<Ticket> {
  if (scoresAlike(ticket.query)) {
    for (const other of pool.candidates(ticket.query)) {
      if (!mayMeet(ticket, other) || !accepts(ticket, other)) continue
      if (!revPrecision || accepts(other, ticket)) yield other
    }
    return
  }
  const byRating = new Map<number, Ticket[]>()
  for (const other of pool.candidates(ticket.query)) {
    const rating = mayMeet(ticket, other) ? score(ticket.query, other.document) : undefined
    if (rating === undefined || (revPrecision && !accepts(other, ticket))) continue
    const equals = byRating.get(rating)
    if (equals === undefined) byRating.set(rating, [other])
    else equals.push(other)
  }
  for (const [, equals] of [...byRating].sort(([a], [b]) => b - a)) yield* equals
}

/** Everything that is cheaper to find out than whether a query accepts a ticket. */
function mayMeet(ticket: Ticket, other: Ticket): boolean {
  return (
    other !== ticket &&
    other.minCount >= ticket.minCount &&
    other.maxCount <= ticket.maxCount &&
    playersOf(ticket) + playersOf(other) <= ticket.maxCount &&
    (ticket.partyId === '' || ticket.partyId !== other.partyId) &&
    !sharesSession(ticket, other)
  )
}
