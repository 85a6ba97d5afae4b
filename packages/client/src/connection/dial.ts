import { PartyError } from '../error.ts'
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

/** What an attempt tells. */
export interface DialListener extends TransportListener {
  /** There is no connection, and why. Nothing follows. */
  onFail(error: PartyError): void
}

interface Refusal {
  readonly url: string
  readonly error: PartyError
}

/**
 * One attempt to connect. When the token is refused it asks for another one and tries once more: tokens live for a
 * minute, and the clock of a player's device may be wrong.
 */
export function dial(target: ConnectTarget, openTransport: OpenTransport, listener: DialListener): Transport {
  const ending = new AbortController()
  const { signal } = ending
  let transport: Transport | undefined
  let isOpen = false

  async function attempt(refusal?: Refusal): Promise<void> {
    const url = await target.url(signal, refusal?.url)
    if (signal.aborted) return
    if (refusal?.url === url) throw refusal.error
    transport = openTransport(url, {
      ...listener,
      onOpen() {
        isOpen = true
        listener.onOpen()
      },
      onClose(close) {
        if (isOpen) listener.onClose(close)
        else refused(url, close, refusal).catch(fail)
      },
    })
  }

  async function refused(url: string, close: TransportClose, refusal: Refusal | undefined): Promise<void> {
    const error = await target.explain(url, close, signal)
    if (refusal || error.code !== 'unauthenticated') throw error
    await attempt({ url, error })
  }

  function fail(cause: unknown): void {
    if (!signal.aborted) listener.onFail(PartyError.from(cause, { operation: 'connect' }))
  }

  attempt().catch(fail)
  return {
    send: (frame) => transport?.send(frame),
    close() {
      ending.abort()
      transport?.close()
    },
    abandon() {
      ending.abort()
      transport?.abandon()
    },
  }
}
