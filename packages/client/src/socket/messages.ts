import {
  createUserPresence,
  type EnvelopeMessage,
  type UserPresence,
  type MatchmakerMatched as WireMatchmakerMatched,
  type MatchmakerUser as WireMatchmakerUser,
  type Party as WireParty,
  type PartyData as WirePartyData,
  type PartyLeader as WirePartyLeader,
} from '@party/protocol'

// The contract lets a server leave out whom a message is about; none does. A game should not have to ask, so
// these say that it is always there.

/** A party, as its creator gets it in answer and as everyone gets it who became a member. */
export interface Party extends Readonly<Omit<WireParty, 'self' | 'leader' | 'presences'>> {
  /** The player's own presence in the party. */
  readonly self: UserPresence
  /** The leader. */
  readonly leader: UserPresence
  /** The members, the player included: who has been in it longest first. */
  readonly presences: readonly UserPresence[]
}

/** A party has a new leader. */
export interface PartyLeader extends WirePartyLeader {
  /** The new leader. */
  presence: UserPresence
}

/** Data from another member of a party. */
export interface PartyData extends WirePartyData {
  /** The member who has sent it. */
  presence: UserPresence
}

/** A player in a match that was found. */
export interface MatchmakerUser extends WireMatchmakerUser {
  /** Who it is. */
  presence: UserPresence
}

/** A match was found. */
export interface MatchmakerMatched extends WireMatchmakerMatched {
  /** Everyone who is matched, the player included. */
  users: MatchmakerUser[]
  /** The player. */
  self: MatchmakerUser
}

export function completeParty(party: WireParty): Party {
  return { ...party, self: party.self ?? nobody(), leader: party.leader ?? nobody() }
}

/** What the event of a message carries: the message, with everybody in it who belongs there. */
export function complete(message: EnvelopeMessage): EnvelopeMessage['value'] {
  switch (message.case) {
    case 'party':
      return completeParty(message.value)
    case 'partyLeader':
    case 'partyData':
      return { ...message.value, presence: message.value.presence ?? nobody() }
    case 'matchmakerMatched':
      return completeMatch(message.value)
    default:
      return message.value
  }
}

export function completeMatch(match: WireMatchmakerMatched): MatchmakerMatched {
  return { ...match, users: match.users.map(completeUser), self: completeUser(match.self) }
}

function completeUser(user: WireMatchmakerUser | undefined): MatchmakerUser {
  const { presence = nobody(), partyId = '', stringProperties = {}, numericProperties = {} } = user ?? {}
  return { presence, partyId, stringProperties, numericProperties }
}

export function nobody(): UserPresence {
  return createUserPresence()
}
