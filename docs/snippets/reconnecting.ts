import { type PartyClient, type PartySocket, Session } from '@party/client'

export function banner(socket: PartySocket) {
  const lines: string[] = []
  // #region banner
  socket.onTransition(({ from, to, code }) => {
    if (to === 'reconnecting')
      lines.push(`No connection (${code}). Trying again.`)
    if (from === 'reconnecting' && to === 'open')
      lines.push('Connected again.')
    if (to === 'closed') lines.push('Offline.')
  })
  // #endregion banner
  return lines
}

export function rejoined(socket: PartySocket) {
  const lines: string[] = []
  // #region rejoin
  socket.onPartyRejoin(({ outcome, party }) => {
    const { length } = party.members
    if (outcome === 'rejoined')
      lines.push(`Back in the party of ${length}.`)
    if (outcome === 'requested')
      lines.push('The leader was asked to let you in again.')
    if (outcome === 'gone' || outcome === 'failed')
      lines.push('The party went on without you.')
  })
  // #endregion rejoin
  return lines
}

export function settings(client: PartyClient) {
  // #region settings
  const socket = client.createSocket({
    reconnect: { baseMs: 250, capMs: 5_000, giveUpAfterMs: 60_000 },
    rejoin: ({ open }) => open,
  })
  // #endregion settings
  return socket
}

export async function resume(
  client: PartyClient,
  storage: Map<string, string>,
) {
  const socket = client.createSocket()
  // #region resume
  const token = storage.get('token')
  const refreshToken = storage.get('refreshToken')
  if (token && refreshToken) {
    await socket.connect(Session.restore(token, refreshToken))
  }
  // #endregion resume
  return socket
}
