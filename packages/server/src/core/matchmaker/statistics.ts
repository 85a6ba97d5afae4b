import type { MatchmakerStats } from '@party/protocol'
import type { Ticket } from './ticket.ts'
import type { TicketPool } from './ticket-pool.ts'

/** How many completions are kept, as on Nakama. */
const keptCompletions = 10

/** What the matchmaker tells of itself. As on Nakama it is as old as the last pass, and tells of the time before it. */
export class Statistics {
  #snapshot: MatchmakerStats = { ticketCount: 0, oldestTicketCreateTime: undefined, completions: [] }

  get snapshot(): MatchmakerStats {
    return structuredClone(this.#snapshot)
  }

  /** Takes in a pass: what waited when it began, and what it matched. Each player of a match is a completion. */
  record(pool: TicketPool, matches: readonly (readonly Ticket[])[], now: number): void {
    const { oldest } = pool
    const completed = matches.flat().flatMap((ticket) =>
      ticket.presences.map(() => ({
        createTime: new Date(ticket.createTime),
        completeTime: new Date(now),
      })),
    )
    this.#snapshot = {
      ticketCount: pool.size,
      oldestTicketCreateTime: oldest === undefined ? undefined : new Date(oldest.createTime),
      completions: [...this.#snapshot.completions, ...completed].slice(-keptCompletions),
    }
  }
}
