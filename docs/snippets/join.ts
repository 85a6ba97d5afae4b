import { type LiveParty, PartyError, type PartySocket } from '@party/client'

export async function join(socket: PartySocket, partyId: string) {
  // #region wait
  const party = await socket.joinParty(partyId, {
    wait: 'joined',
    timeoutMs: 30_000,
  })
  console.log(
    'in, with',
    party.members.map(({ username }) => username).join(', '),
  )
  // #endregion wait
  return party
}

export async function ask(socket: PartySocket, partyId: string) {
  // #region ask
  socket.onParty(({ partyId }) => console.log('in', partyId))
  await socket.joinParty(partyId) // The server has taken note; nothing more.
  // #endregion ask
}

export function approve(
  party: LiveParty,
  isFriend: (username: string) => boolean,
) {
  // #region approve
  party.on('joinRequest', async ({ presences }) => {
    for (const player of presences) {
      if (isFriend(player.username)) await party.accept(player)
      else await party.reject(player)
    }
  })
  // #endregion approve
}

export async function acceptAll(party: LiveParty) {
  // #region pending
  for (const player of party.joinRequests) {
    try {
      await party.accept(player)
    } catch (error) {
      // The player has gone meanwhile, or the party is full.
      console.log(player.username, PartyError.from(error).code)
    }
  }
  // #endregion pending
}
