import type { UserPresence } from '@party/protocol'
import { limits } from '@party/protocol'
import { labelFault } from '../../core/party/label.ts'
import type { Parties } from '../../core/party/parties.ts'
import { nodeOfPartyId } from '../../core/party/party-id.ts'
import type { PartyRefusal } from '../../core/party/state.ts'
import type { Handlers, Request } from '../request.ts'

/** What the party operations need of the server. */
export interface PartyServices {
  readonly parties: Parties
  /** A fresh party id of this node. */
  newPartyId(): string
  /** A party was made that nobody is in, so that it has to be swept away later. */
  createdEmpty(): void
  /** Puts a party into the listing, or changes its entry. */
  listed(party: { partyId: string; open: boolean; hidden: boolean; maxSize: number; label: string }): void
}

/** The party operations: checks what a request says before the rules see it, in Nakama's order and words. */
export function partyHandlers({ parties, newPartyId, listed, createdEmpty }: PartyServices): Handlers {
  return {
    partyCreate(request, { open, hidden, maxSize, label }) {
      if (maxSize < 0 || maxSize > limits.maxPartySize) {
        return request.refuse(`Invalid party max size, must be 1-${limits.maxPartySize}`)
      }
      const fault = labelFault(label)
      if (fault !== undefined) return request.refuse(`Error creating party: ${fault}`)
      const party = { partyId: newPartyId(), open, hidden, maxSize, label }
      listed(party)
      parties.create({ ...party, creator: request.presence }, request.answer)
      if (maxSize === 0) createdEmpty()
    },

    partyJoin(request, { partyId }) {
      if (!namesAParty(request, partyId)) return
      refuseIf(request, 'Error joining party', parties.join(partyId, request.presence, request.answer))
    },

    partyLeave(request, { partyId }) {
      if (namesAParty(request, partyId)) parties.leave(partyId, request.presence, request.answer)
    },

    partyPromote(request, { partyId, presence }) {
      if (!isComplete(request, presence) || !namesAParty(request, partyId)) return
      const refusal = parties.promote(partyId, request.presence, presence, request.answer)
      refuseIf(request, 'Error promoting new party leader', refusal)
    },

    partyAccept(request, { partyId, presence }) {
      if (!isComplete(request, presence) || !namesAParty(request, partyId)) return
      const refusal = parties.accept(partyId, request.presence, presence, request.answer)
      refuseIf(request, 'Error accepting party join request', refusal)
    },

    partyRemove(request, { partyId, presence }) {
      if (!isComplete(request, presence) || !namesAParty(request, partyId)) return
      const refusal = parties.remove(partyId, request.presence, presence, request.answer)
      refuseIf(request, 'Error removing party member or join request', refusal)
    },

    partyClose(request, { partyId }) {
      if (!namesAParty(request, partyId)) return
      refuseIf(request, 'Error closing party', parties.close(partyId, request.presence, request.answer))
    },

    partyJoinRequestList(request, { partyId }) {
      if (!namesAParty(request, partyId)) return
      const refusal = parties.listJoinRequests(partyId, request.presence, request.answer)
      refuseIf(request, 'Error listing party join requests', refusal)
    },

    partyUpdate(request, change) {
      if (!namesAParty(request, change.partyId)) return
      const party = parties.ledBy(change.partyId, request.presence.sessionId)
      if (typeof party === 'string') return refuseIf(request, 'Error updating party', party)
      const fault = labelFault(change.label) ?? hiddenFault(change.hidden, change.label)
      if (fault !== undefined) return request.refuse(`Error updating party: ${fault}`)
      listed({ ...change, maxSize: party.maxSize })
      parties.update(change.partyId, request.presence, change, request.answer)
    },

    partyDataSend(request, data) {
      if (!namesAParty(request, data.partyId)) return
      const refusal = parties.sendData(data.partyId, request.presence, data, request.answer)
      refuseIf(request, 'Error sending party data', refusal)
    },
  }
}

/** Refuses what is no party id at all. One of another node is simply not found here. */
export function namesAParty(request: Request, partyId: string): boolean {
  if (nodeOfPartyId(partyId) !== undefined) return true
  request.refuse('Invalid party ID')
  return false
}

function isComplete(request: Request, presence: UserPresence | undefined): presence is UserPresence {
  if (presence?.userId && presence.sessionId && presence.username) return true
  request.refuse('Invalid presence')
  return false
}

/** Nakama refuses this combination in an update, though not when a party is created. */
function hiddenFault(hidden: boolean, label: string): string | undefined {
  return hidden && label !== '' ? 'party is hidden and label is not empty, invalid operation' : undefined
}

function refuseIf(request: Request, operation: string, refusal: PartyRefusal | undefined): void {
  if (refusal !== undefined) request.refuse(`${operation}: ${refusal}`)
}
