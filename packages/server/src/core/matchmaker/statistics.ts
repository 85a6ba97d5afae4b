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

  /** Puts statistics of an earlier moment in place of these. */
  load(snapshot: MatchmakerStats): void {
    this.#snapshot = structuredClone(snapshot)
  }

  /** A pass begins: what waits is counted. */
  passBegins(pool: TicketPool): void {
    const { oldest } = pool
    this.#snapshot = {
      ...this.#snapshot,
      ticketCount: pool.size,
      oldestTicketCreateTime: oldest === undefined ? undefined : new Date(oldest.createTime),
    }
  }

  /** A ticket is matched: each of its players is a completion. */
  completed(ticket: Ticket, now: number): void {
    const completions = ticket.presences.map(() => ({
      createTime: new Date(ticket.createTime),
      completeTime: new Date(now),
    }))
    this.#snapshot.completions = [...this.#snapshot.completions, ...completions].slice(-keptCompletions)
  }
}
