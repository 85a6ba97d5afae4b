import type { PartyUpdate, UserPresence } from '@party/protocol'
import { closeMessage, joinRequestMessage, leaderMessage } from './messages.ts'
import {
  accepted,
  acknowledge,
  cancelTickets,
  isLeader,
  isSamePresence,
  type Outcome,
  type PartyState,
  refused,
  send,
} from './state.ts'

/** The leader hands the lead to a member, itself included. Everyone hears of it before the answer goes out. */
export function promote(party: PartyState, by: string, target: UserPresence): Outcome {
  if (!isLeader(party, by)) return refused('party leader only')
  const member = party.members.find((candidate) => isSamePresence(candidate, target))
  if (member === undefined) return refused('party member not found')
  const announced = send(party.members, leaderMessage(party.partyId, member))
  return accepted({ ...party, leader: member }, announced, acknowledge)
}

/** The leader ends the party for everyone. */
export function close(party: PartyState, by: string): Outcome {
  if (!isLeader(party, by)) return refused('party leader only')
  return accepted(undefined, send(party.members, closeMessage(party.partyId)), acknowledge, cancelTickets)
}

/** The leader asks who is waiting. */
export function listJoinRequests(party: PartyState, by: string): Outcome {
  if (!isLeader(party, by)) return refused('party leader only')
  return accepted(party, { kind: 'reply', message: joinRequestMessage(party.partyId, party.joinRequests) })
}

/**
 * The leader replaces openness, visibility and label, all three at once. Requests that wait keep waiting when
 * the party opens.
 */
export function update(party: PartyState, by: string, change: PartyUpdate): Outcome {
  if (!isLeader(party, by)) return refused('party leader only')
  return accepted(
    { ...party, open: change.open },
    send(party.members, { case: 'partyUpdate', value: change }),
    acknowledge,
  )
}
