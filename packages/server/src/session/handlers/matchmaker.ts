import { type EnvelopeMessage, RealtimeErrorCode, type UserPresence } from '@party/protocol'
import { MatchmakerError, validateCounts } from '../../core/matchmaker/index.ts'
import type { Parties } from '../../core/party/parties.ts'
import type { Matchmaking } from '../../services/matchmaking.ts'
import type { Handlers, Request } from '../request.ts'
import type { Sessions } from '../sessions.ts'
import { textOfRefusal } from './party.ts'

/** What matchmaking needs of the server. */
export interface MatchmakerServices {
  readonly parties: Parties
  readonly sessions: Sessions
  readonly matchmaking: Matchmaking
}

/** Tickets of single players, and of parties by their leaders. */
export function matchmakerHandlers({ parties, sessions, matchmaking }: MatchmakerServices): Handlers {
  return {
    matchmakerAdd(request, ticket) {
      if (!hasValidCounts(request, ticket)) return
      const added = attempt(() => matchmaking.addSolo(request.presence, ticket))
      // Whatever the reason is, Nakama keeps it to itself here.
      if (!added.ok) return request.refuse('Error adding to matchmaker', RealtimeErrorCode.runtimeException)
      request.answer({ case: 'matchmakerTicket', value: { ticket: added.value } })
    },

    matchmakerRemove(request, { ticket }) {
      if (!namesATicket(request, ticket)) return
      const removed = attempt(() => matchmaking.removeSolo(request.presence.sessionId, ticket))
      if (removed.ok) request.answer()
      else request.refuse('Matchmaker ticket not found')
    },

    partyMatchmakerAdd(request, ticket) {
      if (!hasValidCounts(request, ticket)) return
      const operation = 'Error adding party to matchmaker'
      const party = parties.ledBy(ticket.partyId, request.presence.sessionId)
      if (typeof party === 'string') return request.refuse(textOfRefusal(operation, ticket.partyId, party))
      const added = attempt(() => matchmaking.addParty(party.partyId, party.members, ticket))
      if (!added.ok) return request.refuse(`${operation}: ${added.reason}`)
      const value = { partyId: party.partyId, ticket: added.value }
      const message: EnvelopeMessage = { case: 'partyMatchmakerTicket', value }
      request.answer(message)
      sessions.deliver(othersThan(request.presence, party.members), message)
    },

    partyMatchmakerRemove(request, { partyId, ticket }) {
      if (!namesATicket(request, ticket)) return
      // The wrong operation in this text is Nakama's.
      const operation = 'Error closing party'
      const party = parties.ledBy(partyId, request.presence.sessionId)
      if (typeof party === 'string') return request.refuse(textOfRefusal(operation, partyId, party))
      const removed = attempt(() => matchmaking.removeParty(partyId, ticket))
      if (removed.ok) request.answer()
      else request.refuse(`${operation}: ${removed.reason}`)
    },
  }
}

interface Counts {
  readonly minCount: number
  readonly maxCount: number
  readonly countMultiple: number | undefined
}

function hasValidCounts(request: Request, { minCount, maxCount, countMultiple }: Counts): boolean {
  const fault = validateCounts(minCount, maxCount, countMultiple)
  if (fault !== undefined) request.refuse(fault)
  return fault === undefined
}

function namesATicket(request: Request, ticket: string): boolean {
  if (ticket === '') request.refuse('Invalid matchmaker ticket')
  return ticket !== ''
}

type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string }

/** The matchmaker throws what it refuses; anything else it throws is a defect and goes on. */
function attempt<T>(call: () => T): Attempt<T> {
  try {
    return { ok: true, value: call() }
  } catch (error) {
    if (error instanceof MatchmakerError) return { ok: false, reason: error.message }
    throw error
  }
}

function othersThan(self: UserPresence, members: readonly UserPresence[]): string[] {
  return members.map((member) => member.sessionId).filter((sessionId) => sessionId !== self.sessionId)
}
