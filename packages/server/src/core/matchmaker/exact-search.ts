import { Group } from './group.ts'
import { playersOf, suitsSize, type Ticket } from './ticket.ts'

/** What exact searches may still spend: one for each look at a candidate, and one for each pair that is compared. */
export interface Budget {
  steps: number
}

/**
 * Finds the largest match a ticket can have with the candidates, of the best candidates that make it.
 *
 * Nakama packs candidates first come, first served, and considers less than the maximum only for the group that the
 * last candidate came into. So players are left waiting who could have played: a pair and a single may share a group
 * that a trio would have completed with either of them, or the last candidate may be one that fits nowhere. For a
 * ticket that will not search again there must be no such accidents, so here every combination counts, from the
 * maximum down to the minimum. Where nobody stands in anybody's way that takes a step per candidate and size; where
 * they do it may take much longer, which is why there is a budget.
 *
 * @returns the other tickets of the match, or undefined when there is none or the budget is spent.
 */
export function searchExactly(
  ticket: Ticket,
  candidates: readonly Ticket[],
  revPrecision: boolean,
  budget: Budget,
): readonly Ticket[] | undefined {
  const own = playersOf(ticket)
  const all = candidates.reduce((sum, candidate) => sum + playersOf(candidate), own)
  const largest = Math.min(ticket.maxCount, all)
  const step = ticket.countMultiple
  for (let size = largest - (largest % step); size >= ticket.minCount && size > own; size -= step) {
    if (budget.steps <= 0) return undefined
    const fitting = candidates.filter((candidate) => suitsSize(candidate, size))
    budget.steps -= candidates.length + 1
    const group = choose(fitting, size - own, revPrecision, budget)
    if (group !== undefined) return group
  }
  return undefined
}

/** Tickets that bring exactly so many players and get along, the first ones if possible. */
function choose(
  tickets: readonly Ticket[],
  players: number,
  revPrecision: boolean,
  budget: Budget,
): readonly Ticket[] | undefined {
  const sums = reachableSums(tickets, players)
  const group = new Group(revPrecision)
  /** Where the group's members stand among the tickets. A stack, because there may be more than calls can nest. */
  const chosen: number[] = []
  let index = 0
  while (group.players < players) {
    const missing = players - group.players
    if (isReachable(sums[index], missing) && index < tickets.length) {
      budget.steps -= revPrecision ? 1 + group.members.length : 1
      if (budget.steps < 0) return undefined
      const ticket = tickets[index]
      const isChoice = ticket !== undefined && isReachable(sums[index + 1], missing - playersOf(ticket))
      if (isChoice && group.admits(ticket)) {
        group.add(ticket)
        chosen.push(index)
      }
      index++
    } else {
      // Nothing from here on completes the group, so its last member was the wrong choice.
      const last = chosen.pop()
      if (last === undefined) return undefined
      group.removeLast()
      index = last + 1
    }
  }
  return group.members
}

/** For each index, which numbers of players the tickets from there on can bring: bit n stands for n of them. */
function reachableSums(tickets: readonly Ticket[], most: number): readonly bigint[] {
  const mask = (1n << BigInt(most + 1)) - 1n
  const sums = Array.from({ length: tickets.length + 1 }, () => 1n)
  for (let index = tickets.length - 1; index >= 0; index--) {
    const ticket = tickets[index]
    const after = sums[index + 1] ?? 1n
    sums[index] = ticket === undefined ? after : (after | (after << BigInt(playersOf(ticket)))) & mask
  }
  return sums
}

function isReachable(sums: bigint | undefined, players: number): boolean {
  return players >= 0 && sums !== undefined && ((sums >> BigInt(players)) & 1n) === 1n
}
