import type { UserPresence } from '@party/protocol'
import {
  closeMessage,
  joinedMessage,
  joinRequestMessage,
  leaderMessage,
  leftMessage,
  partyMessage,
} from './messages.ts'
import {
  type Accepted,
  accepted,
  acknowledge,
  cancelTickets,
  isLeader,
  isMember,
  isSamePresence,
  type Outcome,
  type PartyEffect,
  type PartyState,
  refused,
  send,
} from './state.ts'

/** What the creator of a party chooses. */
export interface NewParty {
  readonly partyId: string
  readonly open: boolean
  readonly hidden: boolean
  readonly maxSize: number
  readonly label: string
  readonly creator: UserPresence
}

/**
 * A party begins with its creator as leader. The creator hears of it twice, as on Nakama 3.35 and later: in the
 * answer, with label and `hidden`, and as any joiner does, without.
 *
 * A maximum of 0 leaves no room even for the creator. Nakama answers as if all were well and then counts nobody,
 * so a party like that has neither members nor a leader until it is swept away.
 */
export function create(party: NewParty): Accepted {
  const { partyId, open, maxSize, creator } = party
  const hasRoom = maxSize > 0
  const state: PartyState = {
    partyId,
    open,
    maxSize,
    leader: hasRoom ? creator : undefined,
    members: hasRoom ? [creator] : [],
    joinRequests: [],
  }
  const shown = { leader: creator, presences: [creator], label: party.label, hidden: party.hidden }
  const reply: PartyEffect = { kind: 'reply', message: partyMessage(state, creator, shown) }
  const announce = send([creator], joinedMessage(partyId, creator))
  return hasRoom
    ? accepted(state, reply, send([creator], partyMessage(state, creator)), announce)
    : accepted(state, reply, announce)
}

/**
 * Joins an open party, or asks the leader of a closed one. Both are acknowledged alike.
 *
 * The check for room comes first, so a member who joins again is refused by a full party and otherwise only
 * costs the party its tickets. A request is a duplicate when the same user has one, from any session.
 */
export function join(party: PartyState, joiner: UserPresence): Outcome {
  if (party.members.length >= party.maxSize) return refused('party full')
  if (party.open) {
    if (isMember(party, joiner.sessionId)) return accepted(party, acknowledge, cancelTickets)
    return enter(party, joiner)
  }
  if (party.joinRequests.length >= party.maxSize) return refused('party join requests full')
  if (party.joinRequests.some((request) => request.userId === joiner.userId)) {
    return refused('party join request duplicate')
  }
  const state = { ...party, joinRequests: [...party.joinRequests, joiner] }
  const told = party.leader === undefined ? [] : [party.leader]
  return accepted(state, send(told, joinRequestMessage(party.partyId, [joiner])), acknowledge)
}

/**
 * The leader lets a waiting player in. A request stays when its player has gone; accepting such a one drops it.
 *
 * @param isOnline whether the requester's session is still there
 */
export function accept(
  party: PartyState,
  by: string,
  requester: UserPresence,
  isOnline: (sessionId: string) => boolean,
): Outcome {
  if (!isLeader(party, by)) return refused('party leader only')
  if (party.members.length >= party.maxSize) return refused('party full')
  const request = party.joinRequests.find((candidate) => isSamePresence(candidate, requester))
  if (request === undefined) return refused('party join request not found')
  const state = { ...party, joinRequests: party.joinRequests.filter((candidate) => candidate !== request) }
  if (!isOnline(request.sessionId)) return refused('party could not accept request', state)
  // A member of a closed party can ask to join it once more; accepting that changes nothing but the requests.
  if (isMember(state, request.sessionId)) return accepted(state, acknowledge)
  return enter(state, request)
}

/**
 * The leader removes a member, who is told that the party closed, or turns down a join request, of which
 * nobody is told.
 */
export function remove(party: PartyState, by: string, target: UserPresence): Outcome {
  if (!isLeader(party, by)) return refused('party leader only')
  if (party.leader !== undefined && isSamePresence(party.leader, target))
    return refused('party cannot remove self')
  const member = party.members.find((candidate) => isSamePresence(candidate, target))
  if (member !== undefined) {
    const members = party.members.filter((candidate) => candidate !== member)
    return accepted(
      { ...party, members },
      send([member], closeMessage(party.partyId)),
      acknowledge,
      cancelTickets,
      send(members, leftMessage(party.partyId, member)),
    )
  }
  const request = party.joinRequests.find((candidate) => isSamePresence(candidate, target))
  if (request === undefined) return refused('party member not found')
  const joinRequests = party.joinRequests.filter((candidate) => candidate !== request)
  return accepted({ ...party, joinRequests }, acknowledge)
}

/**
 * A member leaves or is gone. When it led, the member who has been in the party longest leads from now on, and
 * is announced before the departure. With its last member a party ends. Leaving is acknowledged even to somebody
 * who was never in.
 */
export function leave(party: PartyState, sessionId: string): Accepted {
  const leaver = party.members.find((member) => member.sessionId === sessionId)
  if (leaver === undefined) return accepted(party, acknowledge)
  const members = party.members.filter((member) => member !== leaver)
  const oldest = members[0]
  if (oldest === undefined) return accepted(undefined, acknowledge, cancelTickets)
  const departed = send(members, leftMessage(party.partyId, leaver))
  if (!isLeader(party, sessionId)) {
    return accepted({ ...party, members }, acknowledge, cancelTickets, departed)
  }
  const rotated = send(members, leaderMessage(party.partyId, oldest))
  return accepted({ ...party, members, leader: oldest }, acknowledge, cancelTickets, rotated, departed)
}

/** The new member sees the whole party and then itself join; the others see only the join. */
function enter(party: PartyState, joiner: UserPresence): Accepted {
  const state = { ...party, members: [...party.members, joiner] }
  return accepted(
    state,
    acknowledge,
    cancelTickets,
    send([joiner], partyMessage(state, joiner)),
    send(state.members, joinedMessage(party.partyId, joiner)),
  )
}
