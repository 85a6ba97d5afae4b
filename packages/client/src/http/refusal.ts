import { causedBy, PartyError } from '../error.ts'
import type { TransportClose } from '../transport/websocket.ts'
import { fetchText, type Server } from './fetch.ts'

/**
 * Why a WebSocket could not be opened. A WebSocket does not say (in a browser it must not), so the same address
 * is asked once more, without the upgrade: the server looks at the token first, and answers 401 when it does not
 * take it and 400 when only the upgrade is missing.
 */
export async function explainRefusal(
  server: Server,
  socketUrl: string,
  close: TransportClose,
  signal: AbortSignal,
): Promise<PartyError> {
  try {
    const { status: httpStatus, text } = await fetchText(server, socketUrl.replace(/^ws/, 'http'), {
      signal,
    })
    return httpStatus === 401
      ? new PartyError('unauthenticated', text.trim(), { httpStatus })
      : new PartyError('connection_failed', `${server.authority} opens no WebSocket`, { cause: close })
  } catch (cause) {
    return causedBy(cause, 'connection_failed')
  }
}
