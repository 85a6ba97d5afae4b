import type { PartySocket, UserPresence } from '@party/client'

/** A party as one player knows it, kept from what the player hears. */
export interface PartyView {
  readonly partyId: string
  readonly open: boolean
  readonly maxSize: number
  readonly label: string
  /** In the order of joining. */
  readonly members: readonly UserPresence[]
  readonly leader: UserPresence
  readonly self: UserPresence
  /** Who asks to join, as far as this player has heard. */
  readonly requests: readonly UserPresence[]
  /** The matchmaker ticket, until a match or a change of members ends it. */
  readonly ticket: string | undefined
}

/** Keeps the parties of one player up to date. Returns them, live. */
export function followParties(socket: PartySocket): Map<string, PartyView> {
  const parties = new Map<string, PartyView>()
  const change = (partyId: string, change: (party: PartyView) => Partial<PartyView>): void => {
    const party = parties.get(partyId)
    if (party !== undefined) parties.set(partyId, { ...party, ...change(party) })
  }
  socket.onParty(({ partyId, open, maxSize, presences, leader, self }) => {
    const { label = '', requests = [], ticket } = parties.get(partyId) ?? {}
    parties.set(partyId, {
      partyId,
      open,
      maxSize,
      label,
      members: presences,
      leader,
      self,
      requests,
      ticket,
    })
  })
  socket.onPartyPresence(({ partyId, joins, leaves }) =>
    change(partyId, ({ members, requests, ticket, self }) => {
      const gone = sessionsOf(leaves)
      const come = sessionsOf(joins)
      const isNew = joins.some(({ sessionId }) => sessionId !== self.sessionId)
      return {
        members: [
          ...members.filter((member) => !gone.has(member.sessionId) && !come.has(member.sessionId)),
          ...joins,
        ],
        requests: requests.filter((member) => !come.has(member.sessionId)),
        // Any change of members ends the ticket, and nobody is told.
        ticket: gone.size > 0 || isNew ? undefined : ticket,
      }
    }),
  )
  socket.onPartyLeader(({ partyId, presence }) => change(partyId, () => ({ leader: presence, requests: [] })))
  socket.onPartyJoinRequest(({ partyId, presences }) =>
    change(partyId, ({ requests }) => ({
      requests: [...requests.filter((known) => !sessionsOf(presences).has(known.sessionId)), ...presences],
    })),
  )
  socket.onPartyUpdate(({ partyId, open, label }) => change(partyId, () => ({ open, label })))
  socket.onPartyMatchmakerTicket(({ partyId, ticket }) => change(partyId, () => ({ ticket })))
  socket.onMatchmakerMatched(({ ticket }) => {
    for (const party of parties.values()) {
      if (party.ticket === ticket) change(party.partyId, () => ({ ticket: undefined }))
    }
  })
  socket.onPartyClose(({ partyId }) => parties.delete(partyId))
  return parties
}

function sessionsOf(presences: readonly UserPresence[]): Set<string> {
  return new Set(presences.map(({ sessionId }) => sessionId))
}
