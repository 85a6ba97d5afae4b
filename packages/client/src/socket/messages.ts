import type {
  UserPresence,
  MatchmakerMatched as WireMatchmakerMatched,
  MatchmakerUser as WireMatchmakerUser,
  Party as WireParty,
  PartyData as WirePartyData,
  PartyLeader as WirePartyLeader,
} from '@party/protocol'

// The contract lets a server leave out whom a message is about. A game should not have to ask, and the client's
// reading makes sure that it is always there: these types say so.

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
