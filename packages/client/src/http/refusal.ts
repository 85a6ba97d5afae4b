import { PartyError } from '../error.ts'
import type { Settings } from '../settings.ts'
import type { TransportClose } from '../transport/transport.ts'
import { fetchText } from './http.ts'

/**
 * Why a WebSocket could not be opened. A WebSocket does not say (in a browser it must not), so the same address
 * is asked once more, without the upgrade: the server looks at the token first, and answers 401 when it does not
 * take it and 400 when only the upgrade is missing.
 */
export async function explainRefusal(
  settings: Settings,
  socketUrl: string,
  close: TransportClose,
  signal: AbortSignal,
): Promise<PartyError> {
  const context = { operation: 'connect' } as const
  try {
    const reply = await fetchText(settings, socketUrl.replace(/^ws/, 'http'), { signal }, context)
    if (reply.status === 401) return PartyError.fromHttp(reply, context)
    const why = `${settings.authority} answers, but opens no WebSocket`
    return PartyError.connectionFailed(why, context, close)
  } catch (cause) {
    return PartyError.connectionFailed(PartyError.from(cause).message, context, cause)
  }
}
