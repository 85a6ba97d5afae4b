import type { Clock, EnvelopeMessage, MatchmakerStats, MatchmakerUser, UserPresence } from '@party/protocol'
import { Alarm } from '../alarm.ts'
import type { ServerConfig } from '../config.ts'
import {
  type Match,
  type MatchedEntry,
  Matchmaker,
  type SavedTickets,
  type Ticket,
  type TicketRequest,
} from '../core/matchmaker/index.ts'
import type { IdSource } from '../ids.ts'
import type { Logger } from '../logger.ts'

/**
 * Decides what becomes of a match: returns a match id, which the players get in place of a token, or nothing.
 * What it throws is logged, and the players get a token.
 */
export type MatchedHook = (match: Match) => string | undefined | Promise<string | undefined>

export interface MatchmakingParts {
  readonly config: ServerConfig['matchmaker']
  readonly clock: Clock
  readonly ids: IdSource
  readonly logger: Logger
  /** What the game says of a match. */
  readonly matched: MatchedHook
  /** Signs the token of a match that got no match id. */
  issueToken(): Promise<string>
  deliver(sessionIds: Iterable<string>, message: EnvelopeMessage): void
}

/** The matchmaker with a clock: passes at fixed intervals from the server's start, while anybody waits. */
export class Matchmaking {
  readonly #parts: MatchmakingParts
  readonly #matchmaker: Matchmaker
  readonly #nextPass: Alarm
  readonly #intervalMs: number
  readonly #startedAt: number

  constructor(parts: MatchmakingParts) {
    const { config, clock, ids } = parts
    this.#parts = parts
    this.#matchmaker = new Matchmaker({ ...config, newTicketId: () => ids.next('ticket') })
    this.#nextPass = new Alarm(clock, () => this.#pass())
    this.#intervalMs = config.intervalSec * 1000
    this.#startedAt = clock.now()
  }

  /** Tickets that wait right now. */
  get ticketCount(): number {
    return this.#matchmaker.size
  }

  /** As of the last pass, as Nakama tells it. */
  get stats(): MatchmakerStats {
    return this.#matchmaker.stats
  }

  /** The tickets that wait, the longest waiting first. */
  tickets(): IterableIterator<Ticket> {
    return this.#matchmaker.tickets()
  }

  /** What `load` puts back. */
  save(): SavedTickets {
    return this.#matchmaker.save()
  }

  /** Puts the tickets of an earlier moment in place of those there are. The next pass is due as it was then. */
  load(saved: SavedTickets): void {
    this.#matchmaker.load(saved)
    this.#nextPass.clear()
    if (this.#matchmaker.size > 0) this.#schedule()
  }

  /** @throws {MatchmakerError} as `Matchmaker.addSolo`. */
  addSolo(presence: UserPresence, request: TicketRequest): string {
    const ticket = this.#matchmaker.addSolo(presence, request, this.#parts.clock.now())
    this.#schedule()
    return ticket
  }

  /** @throws {MatchmakerError} as `Matchmaker.addParty`. */
  addParty(partyId: string, members: readonly UserPresence[], request: TicketRequest): string {
    const ticket = this.#matchmaker.addParty(partyId, members, request, this.#parts.clock.now())
    this.#schedule()
    return ticket
  }

  /** @throws {MatchmakerError} as `Matchmaker.removeSolo`. */
  removeSolo(sessionId: string, ticket: string): void {
    this.#matchmaker.removeSolo(sessionId, ticket)
    this.#rest()
  }

  /** @throws {MatchmakerError} as `Matchmaker.removeParty`. */
  removeParty(partyId: string, ticket: string): void {
    this.#matchmaker.removeParty(partyId, ticket)
    this.#rest()
  }

  /** Who is in a party changed, so its tickets no longer describe it. */
  partyChanged(partyId: string): void {
    this.#matchmaker.removeAllOfParty(partyId)
    this.#rest()
  }

  sessionEnded(sessionId: string): void {
    this.#matchmaker.removeAllOfSession(sessionId)
    this.#rest()
  }

  close(): void {
    this.#matchmaker.stop()
    this.#nextPass.clear()
  }

  #schedule(): void {
    const elapsed = this.#parts.clock.now() - this.#startedAt
    this.#nextPass.set(this.#intervalMs - (elapsed % this.#intervalMs))
  }

  /** While nobody waits there is no timer either. */
  #rest(): void {
    if (this.#matchmaker.size === 0) this.#nextPass.clear()
  }

  #pass(): void {
    for (const match of this.#matchmaker.pass(this.#parts.clock.now())) {
      this.#announce(match).catch((error: unknown) => {
        this.#parts.logger.error('announcing a match failed', { error: String(error) })
      })
    }
    if (this.#matchmaker.size > 0) this.#schedule()
  }

  /** Tells every player of a match, each with its own ticket and self. */
  async #announce(match: Match): Promise<void> {
    const matchId = await this.#matchIdOf(match)
    const token = matchId === undefined ? await this.#parts.issueToken() : undefined
    const users = match.map(userOf)
    for (const [place, entry] of match.entries()) {
      const value = { ticket: entry.ticket, matchId, token, users, self: users[place] }
      this.#parts.deliver([entry.presence.sessionId], { case: 'matchmakerMatched', value })
    }
  }

  async #matchIdOf(match: Match): Promise<string | undefined> {
    try {
      return (await this.#parts.matched(match)) || undefined
    } catch (error) {
      this.#parts.logger.error('matched hook failed', { error: String(error) })
      return undefined
    }
  }
}

function userOf({ presence, partyId, stringProperties, numericProperties }: MatchedEntry): MatchmakerUser {
  return {
    presence,
    partyId,
    stringProperties: { ...stringProperties },
    numericProperties: { ...numericProperties },
  }
}
