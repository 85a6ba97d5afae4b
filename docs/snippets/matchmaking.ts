import type { LiveParty, PartySocket } from '@party/client'

export async function search(party: LiveParty) {
  // #region party
  const { ticket } = await party.matchmake({
    minCount: 4,
    maxCount: 4,
    query: '+properties.region:eu +properties.rank:>=5',
    stringProperties: { region: 'eu' },
    numericProperties: { rank: 8 },
  })
  // #endregion party
  return ticket
}

export function follow(party: LiveParty) {
  const state = { looking: false, text: '' }
  // #region follow
  party.on('matchmaking', () => {
    state.looking = true
  })
  party.on('matchmakingCancelled', ({ cause }) => {
    state.looking = false
    state.text =
      cause === 'membership'
        ? 'Somebody came or went: search again'
        : 'Not looking any more'
  })
  party.on('matched', ({ users, token }) => {
    state.looking = false
    state.text = `${users.length} players, token ${token === undefined ? 'none' : 'given'}`
  })
  // #endregion follow
  return state
}

export async function cancel(party: LiveParty) {
  // #region cancel
  for (const ticket of party.tickets) await party.cancelMatchmaking(ticket)
  // #endregion cancel
}

export async function alone(socket: PartySocket) {
  const matches: string[][] = []
  // #region alone
  socket.onMatchmakerMatched(({ users }) =>
    matches.push(users.map(({ presence }) => presence.username)),
  )
  const { ticket } = await socket.addMatchmaker({
    minCount: 2,
    maxCount: 4,
    stringProperties: { region: 'eu' },
    numericProperties: { rank: 8 },
  })
  // #endregion alone
  return { matches, ticket }
}
