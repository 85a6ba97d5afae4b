import { PartyError, type PartySocket } from '@party/client'

export async function join(
  socket: PartySocket,
  partyId: string,
): Promise<string> {
  // #region catch
  try {
    await socket.joinParty(partyId)
    return 'Asked to join.'
  } catch (error) {
    if (!PartyError.is(error)) throw error
    switch (error.code) {
      case 'party_not_found':
        return 'That party is over.'
      case 'party_full':
        return 'That party is full.'
      case 'timeout':
      case 'disconnected':
        return 'No answer. The server may have done it all the same.'
      default:
        return `${error.operation} failed: ${error.code}`
    }
  }
  // #endregion catch
}

export async function limited(socket: PartySocket, partyId: string) {
  // #region bounds
  const leaving = new AbortController()
  await socket.joinParty(partyId, {
    timeoutMs: 3_000,
    signal: leaving.signal,
  })
  // #endregion bounds
}

export function unsolicited(
  socket: PartySocket,
  report: (text: string) => void,
) {
  // #region on-error
  socket.onError((error) => report(`${error.code}: ${error.message}`))
  // #endregion on-error
}
