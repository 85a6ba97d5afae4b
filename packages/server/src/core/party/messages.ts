import type { EnvelopeMessage, UserPresence } from '@party/protocol'
import type { PartyState } from './state.ts'

/**
 * The party as one member sees it. Nakama fills label and `hidden` only in the answer to the creator; who joins
 * learns them from an update or from the listing.
 */
export function partyMessage(
  party: PartyState,
  self: UserPresence,
  shown: {
    leader?: UserPresence
    presences?: readonly UserPresence[]
    label?: string
    hidden?: boolean
  } = {},
): EnvelopeMessage {
  return {
    case: 'party',
    value: {
      partyId: party.partyId,
      open: party.open,
      hidden: shown.hidden ?? false,
      maxSize: party.maxSize,
      self,
      leader: shown.leader ?? party.leader,
      presences: [...(shown.presences ?? party.members)],
      label: shown.label ?? '',
    },
  }
}

export function joinedMessage(partyId: string, member: UserPresence): EnvelopeMessage {
  return { case: 'partyPresenceEvent', value: { partyId, joins: [member], leaves: [] } }
}

export function leftMessage(partyId: string, member: UserPresence): EnvelopeMessage {
  return { case: 'partyPresenceEvent', value: { partyId, joins: [], leaves: [member] } }
}

export function leaderMessage(partyId: string, presence: UserPresence): EnvelopeMessage {
  return { case: 'partyLeader', value: { partyId, presence } }
}

export function closeMessage(partyId: string): EnvelopeMessage {
  return { case: 'partyClose', value: { partyId } }
}

export function joinRequestMessage(partyId: string, presences: readonly UserPresence[]): EnvelopeMessage {
  return { case: 'partyJoinRequest', value: { partyId, presences: [...presences] } }
}
