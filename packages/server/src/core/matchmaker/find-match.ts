import { candidatesFor } from './candidates.ts'
import { type Budget, searchExactly } from './exact-search.ts'
import { packToMaximum } from './packing.ts'
import { playersOf, type Ticket } from './ticket.ts'
import type { TicketPool } from './ticket-pool.ts'

/** How many candidates a ticket looks at: at least so many, and so many for each player of the match it wants. */
const minReach = 250
const reachPerPlayer = 4
/** Steps of exact search that one ticket may take. */
const stepsPerTicket = 50_000

/**
 * Finds a match for one ticket among those that wait, and changes nothing: a match of its maximum size, or, on its
 * last interval, of any size down to its minimum, the larger the better.
 *
 * @param budget what all exact searches of a pass may spend together.
 * @returns the other tickets of the match.
 */
export function findMatch(
  ticket: Ticket,
  pool: TicketPool,
  isLastInterval: boolean,
  revPrecision: boolean,
  budget: Budget,
): readonly Ticket[] | undefined {
  // Nakama never makes a match of one ticket, be it a party of the right size.
  if (playersOf(ticket) >= ticket.maxCount) return undefined
  if (pool.players < (isLastInterval ? ticket.minCount : ticket.maxCount)) return undefined
  const seen: Ticket[] = []
  const reach = Math.max(minReach, reachPerPlayer * ticket.maxCount)
  const packed = packToMaximum(
    ticket,
    first(candidatesFor(ticket, pool, revPrecision), reach),
    revPrecision,
    seen,
  )
  if (packed !== undefined || !isLastInterval || seen.length === 0) return packed
  const share: Budget = { steps: Math.min(stepsPerTicket, budget.steps) }
  budget.steps -= share.steps
  const others = searchExactly(ticket, seen, revPrecision, share)
  budget.steps += Math.max(0, share.steps)
  return others
}

function* first<T>(items: Iterable<T>, count: number): Generator<T> {
  let left = count
  for (const item of items) {
    yield item
    if (--left === 0) return
  }
}
