import { type PartyError, toError } from '../error.ts'
import type { OpenTransport, Transport, TransportClose, TransportListener } from '../transport/transport.ts'

/** Where to connect to. Both have to end when their signal is aborted. */
export interface ConnectTarget {
  /**
   * The address, with a token that has not ended as far as that is known.
   *
   * @param refused an address whose token the server has just refused: another one is wanted, if there is one.
   */
  url(signal: AbortSignal, refused?: string): Promise<string>
  /** Finds out why there is no connection; a WebSocket does not say. */
  explain(url: string, close: TransportClose, signal: AbortSignal): Promise<PartyError>
}

/** What an attempt tells, until it is closed: from then on it is of an epoch that is over, and tells nothing. */
export interface DialListener extends TransportListener {
  /** There is no connection, and why. Nothing follows. */
  onFail(error: PartyError): void
}

/**
 * One attempt to connect. When the token is refused it asks for another one and tries once more: tokens live for a
 * minute, and the clock of a player's device may be wrong.
 */
export function dial(target: ConnectTarget, openTransport: OpenTransport, listener: DialListener): Transport {
  const ending = new AbortController()
  const { signal } = ending
  let transport: Transport | undefined

  async function attempt(refused?: string, refusal?: PartyError): Promise<void> {
    const url = await target.url(signal, refused)
    if (signal.aborted) return
    if (url === refused) throw refusal
    let isOpen = false
    transport = openTransport(url, {
      ...listener,
      onOpen() {
        isOpen = true
        listener.onOpen()
      },
      onClose(close) {
        if (isOpen) listener.onClose(close)
        else target.explain(url, close, signal).then(retry).catch(fail)
      },
    })

    function retry(error: PartyError): Promise<void> {
      if (refusal || error.code !== 'unauthenticated') throw error
      return attempt(url, error)
    }
  }

  const fail = (cause: unknown) => signal.aborted || listener.onFail(toError(cause))

  attempt().catch(fail)
  return {
    send: (frame) => transport?.send(frame),
    close(isDead) {
      ending.abort()
      transport?.close(isDead)
    },
  }
}
