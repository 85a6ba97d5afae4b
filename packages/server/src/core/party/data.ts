import type { PartyDataSend } from '@party/protocol'
import { accepted, acknowledge, type Outcome, type PartyState, refused, send } from './state.ts'

/** A member's message to all others. It does not come back to its sender, who gets the acknowledgement instead. */
export function sendData(party: PartyState, from: string, data: PartyDataSend): Outcome {
  const sender = party.members.find((member) => member.sessionId === from)
  if (sender === undefined) return refused('party member not found')
  const others = party.members.filter((member) => member !== sender)
  const value = { partyId: party.partyId, presence: sender, opCode: data.opCode, data: data.data }
  return accepted(party, send(others, { case: 'partyData', value }), acknowledge)
}
