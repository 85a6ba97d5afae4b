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
  let isOpen = false
  /** Asked for every frame: a signal takes longer to say it. */
  let isOver = false

  async function attempt(before?: string, error?: PartyError): Promise<void> {
    const url = await target.url(signal, before)
    if (isOver) return
    if (error && before === url) throw error
    transport = openTransport(url, {
      onOpen() {
        if (isOver) return
        isOpen = true
        listener.onOpen()
      },
      onFrame: (frame) => isOver || listener.onFrame(frame),
      onClose(close) {
        if (isOpen) isOver || listener.onClose(close)
        else refused(url, close, error).catch(fail)
      },
    })
  }

  async function refused(url: string, close: TransportClose, before?: PartyError): Promise<void> {
    const error = await target.explain(url, close, signal)
    if (before || error.code !== 'unauthenticated') throw error
    await attempt(url, error)
  }

  const fail = (cause: unknown) => isOver || listener.onFail(toError(cause).during({ operation: 'connect' }))

  const end = () => {
    isOver = true
    ending.abort()
    return transport
  }

  attempt().catch(fail)
  return {
    send: (frame) => transport?.send(frame),
    close: () => end()?.close(),
    abandon: () => end()?.abandon(),
  }
}
