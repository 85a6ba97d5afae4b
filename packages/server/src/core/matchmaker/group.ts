import { accepts, playersOf, type Ticket } from './ticket.ts'

/** Tickets that may be in one match with each other; the searching ticket, which each of them suits, is not among them. */
export class Group {
  readonly members: Ticket[] = []
  /** How many players they bring. */
  players = 0
  readonly #sessionIds = new Set<string>()
  readonly #revPrecision: boolean

  /** With `revPrecision`, every two tickets have to accept each other. */
  constructor(revPrecision: boolean) {
    this.#revPrecision = revPrecision
  }

  /** Whether the ticket shares no session with the members and, where that matters, accepts and is accepted. */
  admits(ticket: Ticket): boolean {
    for (const sessionId of ticket.sessionIds) if (this.#sessionIds.has(sessionId)) return false
    return (
      !this.#revPrecision ||
      this.members.every((member) => accepts(member, ticket) && accepts(ticket, member))
    )
  }

  add(ticket: Ticket): void {
    this.members.push(ticket)
    this.players += playersOf(ticket)
    for (const sessionId of ticket.sessionIds) this.#sessionIds.add(sessionId)
  }

  /** Takes out the member that was added last. */
  removeLast(): void {
    const ticket = this.members.pop()
    if (ticket === undefined) return
    this.players -= playersOf(ticket)
    for (const sessionId of ticket.sessionIds) this.#sessionIds.delete(sessionId)
  }
}
