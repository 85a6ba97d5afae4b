import type { UserPresence } from '@party/protocol'
import { limits } from '@party/protocol'
import { labelFault } from '../../core/party/label.ts'
import type { Parties } from '../../core/party/parties.ts'
import { isPartyId } from '../../core/party/party-id.ts'
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
      const refusal = parties.join(partyId, request.presence, request.answer)
      refuseIf(request, 'Error joining party', partyId, refusal)
    },

    partyLeave(request, { partyId }) {
      if (!parties.has(partyId) && !isPartyId(partyId)) return request.refuse(noPartyId)
      parties.leave(partyId, request.presence, request.answer)
    },

    partyPromote(request, { partyId, presence }) {
      if (!isComplete(request, presence)) return
      const refusal = parties.promote(partyId, request.presence, presence, request.answer)
      refuseIf(request, 'Error promoting new party leader', partyId, refusal)
    },

    partyAccept(request, { partyId, presence }) {
      if (!isComplete(request, presence)) return
      const refusal = parties.accept(partyId, request.presence, presence, request.answer)
      refuseIf(request, 'Error accepting party join request', partyId, refusal)
    },

    partyRemove(request, { partyId, presence }) {
      if (!isComplete(request, presence)) return
      const refusal = parties.remove(partyId, request.presence, presence, request.answer)
      refuseIf(request, 'Error removing party member or join request', partyId, refusal)
    },

    partyClose(request, { partyId }) {
      const refusal = parties.close(partyId, request.presence, request.answer)
      refuseIf(request, 'Error closing party', partyId, refusal)
    },

    partyJoinRequestList(request, { partyId }) {
      const refusal = parties.listJoinRequests(partyId, request.presence, request.answer)
      refuseIf(request, 'Error listing party join requests', partyId, refusal)
    },

    partyUpdate(request, change) {
      const party = parties.ledBy(change.partyId, request.presence.sessionId)
      if (typeof party === 'string') return refuseIf(request, 'Error updating party', change.partyId, party)
      const fault = labelFault(change.label) ?? hiddenFault(change.hidden, change.label)
      if (fault !== undefined) return request.refuse(`Error updating party: ${fault}`)
      listed({ ...change, maxSize: party.maxSize })
      parties.update(change.partyId, request.presence, change, request.answer)
    },

    partyDataSend(request, data) {
      const refusal = parties.sendData(data.partyId, request.presence, data, request.answer)
      refuseIf(request, 'Error sending party data', data.partyId, refusal)
    },
  }
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

function refuseIf(
  request: Request,
  operation: string,
  partyId: string,
  refusal: PartyRefusal | undefined,
): void {
  if (refusal !== undefined) request.refuse(textOfRefusal(operation, partyId, refusal))
}

const noPartyId = 'Invalid party ID'

/**
 * Nakama's words for a refusal. It looks at the id first; here that is made up for when nothing is found under it. One
 * of another node is an id, and simply not found.
 */
export function textOfRefusal(operation: string, partyId: string, refusal: PartyRefusal): string {
  return refusal === 'party not found' && !isPartyId(partyId) ? noPartyId : `${operation}: ${refusal}`
}
