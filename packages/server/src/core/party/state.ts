import type { EnvelopeMessage, UserPresence } from '@party/protocol'

/**
 * A party between two inputs. Values are never changed in place: a transition makes a new state and says what
 * follows from it, so the rules can be read, replayed and property-tested without a server around them.
 *
 * Label and `hidden` are not here because Nakama's party does not know them either: only the listing does.
 */
export interface PartyState {
  /** `<uuid>.<node name>`. */
  readonly partyId: string
  /** Whether who joins is in at once, or has to be accepted by the leader. */
  readonly open: boolean
  /** Most members the party takes, the leader included. */
  readonly maxSize: number
  /** Always one of the members; undefined only in a party that never had room for its creator. */
  readonly leader: UserPresence | undefined
  /** In the order of joining. The first is who leads next. */
  readonly members: readonly UserPresence[]
  /** Who asked to join a closed party, in the order of asking. */
  readonly joinRequests: readonly UserPresence[]
}

/** What has to happen because of a transition, in this order. */
export type PartyEffect =
  /** The answer to the request stands here among the events; without a message it is an empty acknowledgement. */
  | { readonly kind: 'reply'; readonly message?: EnvelopeMessage }
  /** Each of these sessions is sent the message. */
  | { readonly kind: 'send'; readonly to: readonly UserPresence[]; readonly message: EnvelopeMessage }
  /** The party's matchmaker tickets no longer describe it. They go without a word, as on Nakama. */
  | { readonly kind: 'cancelTickets' }

/** A request the rules let through. A party that has ended has no state any more. */
export interface Accepted {
  readonly ok: true
  readonly state: PartyState | undefined
  readonly effects: readonly PartyEffect[]
}

/** A request the rules refuse. The state stays as it was, unless the refusal itself changed it. */
export interface Refused {
  readonly ok: false
  readonly reason: PartyRefusal
  readonly state?: PartyState
}

export type Outcome = Accepted | Refused

/** Nakama's own words, which clients see behind a prefix that names the operation. */
export type PartyRefusal =
  | 'party closed'
  | 'party full'
  | 'party join requests full'
  | 'party join request duplicate'
  | 'party join request not found'
  | 'party could not accept request'
  | 'party leader only'
  | 'party member not found'
  | 'party cannot remove self'
  | 'party not found'

export function accepted(state: PartyState | undefined, ...effects: PartyEffect[]): Accepted {
  return { ok: true, state, effects }
}

export function refused(reason: PartyRefusal, state?: PartyState): Refused {
  return state === undefined ? { ok: false, reason } : { ok: false, reason, state }
}

export const acknowledge: PartyEffect = { kind: 'reply' }
export const cancelTickets: PartyEffect = { kind: 'cancelTickets' }

export function send(to: readonly UserPresence[], message: EnvelopeMessage): PartyEffect {
  return { kind: 'send', to, message }
}

/** Nakama compares all three names of a presence, so a presence with a stale username finds nobody. */
export function isSamePresence(a: UserPresence, b: UserPresence): boolean {
  return a.sessionId === b.sessionId && a.userId === b.userId && a.username === b.username
}

export function isLeader(party: PartyState, sessionId: string): boolean {
  return party.leader?.sessionId === sessionId
}

export function isMember(party: PartyState, sessionId: string): boolean {
  return party.members.some((member) => member.sessionId === sessionId)
}
