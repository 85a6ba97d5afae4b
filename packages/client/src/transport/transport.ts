/** How a connection ended, in the words of whoever ended it. */
export interface TransportClose {
  /** WebSocket close code; 1006 when the connection broke, or never came to be, without a close frame. */
  readonly code: number
  /** What the other side gave as its reason; mostly empty. */
  readonly reason: string
}

/** What a transport tells. Nothing is told any more once `onClose` was called or the transport was closed. */
export interface TransportListener {
  onOpen(): void
  /** One message, whole: text, or bytes of a binary one. */
  onFrame(frame: string | Uint8Array): void
  /** The connection ended or could not be made, not by `close`. */
  onClose(close: TransportClose): void
}

/** One connection, being made or made. */
export interface Transport {
  /** Sends one message; only after `onOpen`. */
  send(frame: string | Uint8Array): void
  /**
   * Ends the connection, in whatever state it is; what was sent before still goes out. A peer that does not agree
   * to it is not waited for longer than a second where the platform allows that.
   *
   * @param isDead the peer no longer answers: where the platform allows that, it is not waited for at all.
   */
  close(isDead?: boolean): void
}

/** Begins to open a connection. It returns at once and calls no listener before it has returned. */
export type OpenTransport = (url: string, listener: TransportListener) => Transport
