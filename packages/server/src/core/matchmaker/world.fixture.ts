import type { UserPresence } from '@party/protocol'
import { Matchmaker, type MatchmakerOptions } from './matchmaker.ts'
import type { TicketRequest } from './ticket.ts'

/** A presence whose three names all derive from one. */
export function player(name: string): UserPresence {
  return {
    userId: `user-${name}`,
    sessionId: `session-${name}`,
    username: name,
    persistence: false,
    status: undefined,
  }
}

/** Somebody who wants exactly one other, whoever that is, unless told otherwise. */
export function request(wish: Partial<TicketRequest> = {}): TicketRequest {
  return {
    minCount: 2,
    maxCount: 2,
    countMultiple: undefined,
    query: '*',
    stringProperties: {},
    numericProperties: {},
    ...wish,
  }
}

/**
 * A matchmaker whose tickets are called by who is in them: `a` alone, `a+b` a party. One second goes by with each
 * thing that happens.
 */
export class World {
  readonly matchmaker: Matchmaker
  now = 1_000_000
  #nextId = ''

  constructor(options: Partial<MatchmakerOptions> = {}) {
    this.matchmaker = new Matchmaker({
      maxTickets: 3,
      maxIntervals: 2,
      revPrecision: false,
      newTicketId: () => this.#nextId,
      ...options,
    })
  }

  /** Adds a ticket and returns its id: the names, and `#2` and so on for further tickets of the same players. */
  add(names: string, wish: Partial<TicketRequest> = {}, id = names): string {
    this.#nextId = id
    const players = names.split('+').map(player)
    this.now += 1_000
    const [alone] = players
    return players.length === 1 && alone !== undefined
      ? this.matchmaker.addSolo(alone, request(wish), this.now)
      : this.matchmaker.addParty(`party-${names}`, players, request(wish), this.now)
  }

  /** Runs a pass and returns its matches as `a b+c`: the players, those who came together joined by a plus. */
  pass(): string[] {
    this.now += 1_000
    return this.matchmaker.pass(this.now).map((match) => {
      const tickets = new Map<string, string[]>()
      for (const { ticket, presence } of match) {
        tickets.set(ticket, [...(tickets.get(ticket) ?? []), presence.username])
      }
      return [...tickets.values()].map((names) => names.join('+')).join(' ')
    })
  }
}
