import { candidatesFor, type Search } from './candidates.ts'
import { type Budget, searchExactly } from './exact-search.ts'
import { packToMaximum } from './packing.ts'
import { playersOf, type Ticket } from './ticket.ts'
import type { TicketPool } from './ticket-pool.ts'

export interface PassRules {
  /** Passes in which a ticket searches before a smaller match will do; after them it only waits to be found. */
  readonly maxIntervals: number
  /** Whether every two tickets of a match have to accept each other; otherwise the searching ticket's query is enough. */
  readonly revPrecision: boolean
}

/** What a pass decides. */
export interface PassResult {
  /** The tickets of each match, the longest waiting first. */
  readonly matches: readonly (readonly Ticket[])[]
  /** The tickets that searched in vain, each with whether it may do so again. */
  readonly searched: ReadonlyMap<Ticket, { readonly isLast: boolean }>
}

/** How many candidates a ticket looks at, at least and in proportion to the match it wants. */
const minReach = 500
const reachPerPlayer = 4

/** Steps of exact search, for one ticket and for all tickets of a pass. */
const stepsPerTicket = 50_000
const stepsPerPass = 1_000_000

/**
 * One pass of the matchmaker, as a pure function of what waits. Tickets search one after the other, the longest
 * waiting first (on Nakama in no particular order), and whoever is found does not search any more.
 *
 * A ticket searches for a match of its maximum size. On its last interval, which for a fixed size is its first, any
 * size down to the minimum will do.
 *
 * @param active the tickets that still search, with the passes in which each has done so; longest waiting first.
 */
export function decidePass(
  pool: TicketPool,
  active: ReadonlyMap<Ticket, number>,
  rules: PassRules,
): PassResult {
  const taken = new Set<Ticket>()
  const matches: Ticket[][] = []
  const searched = new Map<Ticket, { isLast: boolean }>()
  const budget: Budget = { steps: stepsPerPass }
  for (const [ticket, intervals] of active) {
    if (taken.has(ticket)) continue
    const isLast = intervals + 1 >= rules.maxIntervals || ticket.minCount === ticket.maxCount
    const others = findOthers({ ticket, pool, taken, revPrecision: rules.revPrecision }, isLast, budget)
    if (others === undefined) {
      searched.set(ticket, { isLast })
      continue
    }
    const match = [ticket, ...others].sort((a, b) => a.key - b.key)
    for (const member of match) taken.add(member)
    matches.push(match)
  }
  return { matches, searched }
}

function findOthers(search: Search, isLast: boolean, budget: Budget): readonly Ticket[] | undefined {
  const { ticket, revPrecision } = search
  // Nakama never makes a match of one ticket, be it a party of the right size.
  if (playersOf(ticket) >= ticket.maxCount) return undefined
  const seen: Ticket[] = []
  const candidates = first(candidatesFor(search), Math.max(minReach, reachPerPlayer * ticket.maxCount))
  const packed = packToMaximum(ticket, candidates, revPrecision, seen)
  if (packed !== undefined || !isLast || seen.length === 0) return packed
  const share: Budget = { steps: Math.min(stepsPerTicket, budget.steps) }
  const before = share.steps
  const others = searchExactly(ticket, seen, revPrecision, share)
  budget.steps -= before - share.steps
  return others
}

function* first<T>(items: Iterable<T>, count: number): Generator<T> {
  let left = count
  for (const item of items) {
    if (left-- === 0) return
    yield item
  }
}
