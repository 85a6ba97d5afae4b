import type { PartySnapshot } from '@party/client'
import type { Inspection } from '@party/server'

/** What is compared of a party that an SDK shows. */
export type ShownParty = Pick<
  PartySnapshot,
  'partyId' | 'open' | 'maxSize' | 'leader' | 'members' | 'joinRequests' | 'self' | 'stale'
>

/** Where the parties that an SDK shows to a player are not as the server has them; empty when they are. */
export function differencesOf(
  name: string,
  shown: readonly ShownParty[],
  { parties, sessions }: Inspection,
): string[] {
  const own = sessions.filter(({ username }) => username === name)
  const found = own.length === 1 ? [] : [`${name} has ${own.length} sessions`]
  const self = own[0]?.sessionId ?? ''
  const there = parties
    .filter(({ members }) => ids(members).includes(self))
    .map(({ partyId, open, maxSize, leader, members, joinRequests }) => ({
      partyId,
      open,
      maxSize,
      leader: leader?.sessionId,
      members: ids(members),
      joinRequests: leader?.sessionId === self ? ids(joinRequests) : [],
      self,
      stale: false,
    }))
  const here = shown.map(({ partyId, open, maxSize, leader, members, joinRequests, self: me, stale }) => ({
    partyId,
    open,
    maxSize,
    leader: leader.sessionId,
    members: ids(members),
    joinRequests: ids(joinRequests),
    self: me.sessionId,
    stale,
  }))
  if (JSON.stringify(here) === JSON.stringify(there)) return found
  return [...found, `${name} sees ${JSON.stringify(here)} and not ${JSON.stringify(there)}`]
}

function ids(list: readonly { readonly sessionId: string }[]): string[] {
  return list.map(({ sessionId }) => sessionId)
}
