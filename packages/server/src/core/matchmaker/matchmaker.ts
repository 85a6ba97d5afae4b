import type { MatchmakerStats, UserPresence } from '@party/protocol'
import { parseQuery, type Query, QueryError } from '../query/index.ts'
import { MatchmakerError } from './errors.ts'
import type { Budget } from './exact-search.ts'
import { findMatch } from './find-match.ts'
import { Statistics } from './statistics.ts'
import { type Ticket, type TicketRequest, ticketDocument } from './ticket.ts'
import { TicketPool } from './ticket-pool.ts'

/** Steps of exact search that all tickets of a pass may take together. */
const stepsPerPass = 500_000

export interface MatchmakerOptions {
  /** Tickets a session, and a party, may have at once. A party's tickets count for each of its members too. */
  readonly maxTickets: number
  /** Passes in which a ticket searches: for its maximum, and in the last of them for anything down to its minimum. */
  readonly maxIntervals: number
  /** Whether every two tickets of a match must accept each other; otherwise the searching ticket's query is enough. */
  readonly revPrecision: boolean
  /** A fresh id for a ticket. */
  newTicketId(): string
}

/** One player of a match. */
export interface MatchedEntry {
  readonly presence: UserPresence
  /** The party the player came with; empty for one who came alone. */
  readonly partyId: string
  readonly ticket: string
  readonly stringProperties: Readonly<Record<string, string>>
  readonly numericProperties: Readonly<Record<string, number>>
}

/** What waits at one moment. */
export interface SavedTickets {
  /** The longest waiting first, each with the passes it has searched in; undefined for one that searches no more. */
  readonly tickets: readonly (readonly [ticket: Ticket, passes: number | undefined])[]
  readonly statistics: MatchmakerStats
}

/** Players who were found for each other: all members of all matched tickets, the longest waiting ticket first. */
export type Match = readonly MatchedEntry[]

/**
 * Brings tickets together that suit each other, with Nakama's rules. It has no clock: whoever owns it says when a
 * pass is due, and tells the players.
 */
export class Matchmaker {
  readonly #options: MatchmakerOptions
  readonly #pool = new TicketPool()
  /** The tickets that still search, and in how many passes they have. The others wait to be found. */
  readonly #active = new Map<Ticket, number>()
  readonly #statistics = new Statistics()
  #isStopped = false

  constructor(options: MatchmakerOptions) {
    this.#options = options
  }

  /** How many tickets wait. */
  get size(): number {
    return this.#pool.size
  }

  /** As of the last pass in which some ticket searched. */
  get stats(): MatchmakerStats {
    return this.#statistics.snapshot
  }

  /** The tickets that wait, the longest waiting first. */
  tickets(): IterableIterator<Ticket> {
    return this.#pool.values()
  }

  /** What `load` puts back. */
  save(): SavedTickets {
    const tickets = [...this.#pool.values()].map((ticket) => [ticket, this.#active.get(ticket)] as const)
    return { tickets, statistics: this.#statistics.snapshot }
  }

  /** Puts the tickets of an earlier moment in place of those there are. */
  load({ tickets, statistics }: SavedTickets): void {
    for (const ticket of [...this.#pool.values()]) this.#remove(ticket)
    for (const [ticket, passes] of tickets) {
      this.#pool.add(ticket)
      if (passes !== undefined) this.#active.set(ticket, passes)
    }
    this.#statistics.load(statistics)
  }

  /**
   * Adds a ticket for a player alone and returns its id. The counts must have passed `validateCounts`.
   *
   * @throws {MatchmakerError} `matchmaker query invalid`, `matchmaker too many tickets`, or, after `stop`,
   *   `matchmaker not available`.
   */
  addSolo(presence: UserPresence, request: TicketRequest, now: number): string {
    return this.#add('', [presence], request, now)
  }

  /**
   * Adds a ticket for a party as a whole and returns its id. The counts must have passed `validateCounts`. When
   * somebody enters or leaves the party, its tickets have to be removed.
   *
   * @throws {MatchmakerError} as `addSolo`, and `matchmaker duplicate session` when a session is in it twice.
   */
  addParty(partyId: string, members: readonly UserPresence[], request: TicketRequest, now: number): string {
    return this.#add(partyId, members, request, now)
  }

  /**
   * Removes a ticket that the session added for itself.
   *
   * @throws {MatchmakerError} `matchmaker ticket not found`, also when it is somebody else's or a party's.
   */
  removeSolo(sessionId: string, ticketId: string): void {
    const ticket = this.#pool.get(ticketId)
    if (ticket?.partyId !== '' || !ticket.sessionIds.has(sessionId)) {
      throw new MatchmakerError('matchmaker ticket not found')
    }
    this.#remove(ticket)
  }

  /**
   * Removes a ticket of the party.
   *
   * @throws {MatchmakerError} `matchmaker ticket not found`, also when it is another party's or a single player's.
   */
  removeParty(partyId: string, ticketId: string): void {
    const ticket = this.#pool.get(ticketId)
    if (ticket === undefined || ticket.partyId !== partyId || partyId === '') {
      throw new MatchmakerError('matchmaker ticket not found')
    }
    this.#remove(ticket)
  }

  /** Removes every ticket the session is part of, those of its parties included, as when it disconnects. */
  removeAllOfSession(sessionId: string): void {
    for (const ticket of [...this.#pool.ofSession(sessionId)]) this.#remove(ticket)
  }

  /** Removes every ticket of the party, as when somebody enters or leaves it. */
  removeAllOfParty(partyId: string): void {
    for (const ticket of [...this.#pool.ofParty(partyId)]) this.#remove(ticket)
  }

  /**
   * Lets the tickets search one after the other, and returns the matches. The longest waiting searches first (on
   * Nakama they take turns in no particular order), and who is found by then searches no more. A ticket searches in
   * `maxIntervals` passes, or in one if it wants a fixed number of players; then it only waits to be found.
   */
  pass(now: number): Match[] {
    if (this.#active.size === 0) return []
    this.#statistics.passBegins(this.#pool)
    const matches: Match[] = []
    const budget: Budget = { steps: stepsPerPass }
    for (const [ticket, intervals] of this.#active) {
      const isLast = intervals + 1 >= this.#options.maxIntervals || ticket.minCount === ticket.maxCount
      if (isLast) this.#active.delete(ticket)
      else this.#active.set(ticket, intervals + 1)
      const others = findMatch(ticket, this.#pool, isLast, this.#options.revPrecision, budget)
      if (others !== undefined) matches.push(this.#complete([ticket, ...others], now))
    }
    return matches
  }

  /** Takes no more tickets, and forgets those that wait. */
  stop(): void {
    this.#isStopped = true
    for (const ticket of [...this.#pool.values()]) this.#remove(ticket)
  }

  #add(partyId: string, presences: readonly UserPresence[], request: TicketRequest, now: number): string {
    if (this.#isStopped) throw new MatchmakerError('matchmaker not available')
    const query = parse(request.query)
    const sessionIds = new Set(presences.map((presence) => presence.sessionId))
    if (sessionIds.size < presences.length) throw new MatchmakerError('matchmaker duplicate session')
    this.#checkLimit(partyId, sessionIds)
    const ticket = {
      id: this.#options.newTicketId(),
      key: this.#pool.nextKey(),
      partyId,
      presences: [...presences],
      sessionIds,
      minCount: request.minCount,
      maxCount: request.maxCount,
      countMultiple: request.countMultiple ?? 1,
      query,
      stringProperties: { ...request.stringProperties },
      numericProperties: { ...request.numericProperties },
      createTime: now,
    }
    const complete: Ticket = { ...ticket, document: ticketDocument(ticket) }
    this.#pool.add(complete)
    this.#active.set(complete, 0)
    return ticket.id
  }

  #checkLimit(partyId: string, sessionIds: ReadonlySet<string>): void {
    const holders = [...sessionIds].map((sessionId) => this.#pool.ofSession(sessionId))
    if (partyId !== '') holders.push(this.#pool.ofParty(partyId))
    if (holders.some((tickets) => tickets.size >= this.#options.maxTickets)) {
      throw new MatchmakerError('matchmaker too many tickets')
    }
  }

  #complete(tickets: Ticket[], now: number): Match {
    tickets.sort((a, b) => a.key - b.key)
    for (const ticket of tickets) {
      this.#remove(ticket)
      this.#statistics.completed(ticket, now)
    }
    return tickets.flatMap(entriesOf)
  }

  #remove(ticket: Ticket): void {
    this.#pool.remove(ticket)
    this.#active.delete(ticket)
  }
}

function parse(text: string): Query {
  try {
    return parseQuery(text)
  } catch (error) {
    if (error instanceof QueryError) throw new MatchmakerError('matchmaker query invalid')
    throw error
  }
}

function entriesOf(ticket: Ticket): MatchedEntry[] {
  const { id, partyId, presences, stringProperties, numericProperties } = ticket
  return presences.map((presence) => ({ presence, partyId, ticket: id, stringProperties, numericProperties }))
}
