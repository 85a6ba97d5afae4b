import { DocumentIndex, type Query } from '../query/index.ts'
import { playersOf, type Ticket } from './ticket.ts'

/** The tickets that wait, and every way to find them. */
export class TicketPool {
  readonly #byId = new Map<string, Ticket>()
  readonly #byKey = new Map<number, Ticket>()
  readonly #bySession = new Map<string, Set<Ticket>>()
  readonly #byParty = new Map<string, Set<Ticket>>()
  readonly #index = new DocumentIndex()
  #lastKey = 0
  #players = 0

  get size(): number {
    return this.#byId.size
  }

  /** How many players all tickets bring, each counted once for every ticket. */
  get players(): number {
    return this.#players
  }

  /** A key for the next ticket. */
  nextKey(): number {
    return ++this.#lastKey
  }

  /** The ticket that has waited longest. */
  get oldest(): Ticket | undefined {
    return this.#byId.values().next().value
  }

  values(): IterableIterator<Ticket> {
    return this.#byId.values()
  }

  get(id: string): Ticket | undefined {
    return this.#byId.get(id)
  }

  ofSession(sessionId: string): ReadonlySet<Ticket> {
    return this.#bySession.get(sessionId) ?? new Set()
  }

  ofParty(partyId: string): ReadonlySet<Ticket> {
    return this.#byParty.get(partyId) ?? new Set()
  }

  /** The tickets that satisfy the query, and possibly others; the longest waiting first. */
  *candidates(query: Query): Generator<Ticket> {
    for (const key of this.#index.candidates(query)) {
      const ticket = this.#byKey.get(key)
      if (ticket !== undefined) yield ticket
    }
  }

  /** Tickets have to be added in the order of their keys. */
  add(ticket: Ticket): void {
    // A ticket may come from another pool, and the next key has to be higher than its.
    this.#lastKey = Math.max(this.#lastKey, ticket.key)
    this.#players += playersOf(ticket)
    this.#byId.set(ticket.id, ticket)
    this.#byKey.set(ticket.key, ticket)
    this.#index.put(ticket.key, ticket.document)
    for (const sessionId of ticket.sessionIds) link(this.#bySession, sessionId, ticket)
    if (ticket.partyId !== '') link(this.#byParty, ticket.partyId, ticket)
  }

  remove(ticket: Ticket): void {
    if (!this.#byId.delete(ticket.id)) return
    this.#players -= playersOf(ticket)
    this.#byKey.delete(ticket.key)
    this.#index.delete(ticket.key)
    for (const sessionId of ticket.sessionIds) unlink(this.#bySession, sessionId, ticket)
    if (ticket.partyId !== '') unlink(this.#byParty, ticket.partyId, ticket)
  }
}

function link(groups: Map<string, Set<Ticket>>, name: string, ticket: Ticket): void {
  const group = groups.get(name)
  if (group === undefined) groups.set(name, new Set([ticket]))
  else group.add(ticket)
}

function unlink(groups: Map<string, Set<Ticket>>, name: string, ticket: Ticket): void {
  const group = groups.get(name)
  group?.delete(ticket)
  if (group?.size === 0) groups.delete(name)
}
