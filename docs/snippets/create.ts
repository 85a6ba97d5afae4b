import type { PartySocket } from '@party/client'

export async function closedParty(socket: PartySocket) {
  // #region closed
  const party = await socket.createParty({ open: false, maxSize: 4 })
  console.log('Tell your friends:', party.partyId)
  // #endregion closed
  return party
}

export async function openParty(socket: PartySocket) {
  // #region open
  const party = await socket.createParty({
    open: true,
    maxSize: 8,
    label: JSON.stringify({ mode: 'duo', region: 'eu' }),
  })
  // #endregion open
  return party
}

export async function look(socket: PartySocket) {
  const party = await socket.createParty({ maxSize: 4 })
  // #region live
  const show = () => {
    const { members, leader, maxSize } = party
    console.log(`${members.length} of ${maxSize}, ${leader.username} leads`)
  }
  show()
  party.subscribe(show)
  // #endregion live
  return party
}
