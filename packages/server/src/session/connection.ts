/**
 * A frame on its way out. One object serves every recipient of a message, so that a host can remember what it
 * made of it (a WebSocket frame, say) and make it once.
 */
export interface OutgoingFrame {
  /** A string goes out as a text frame, bytes as a binary frame. */
  readonly data: string | Uint8Array<ArrayBuffer>
  /**
   * Nobody waits for this frame. A host may keep it back for some milliseconds, so that it goes out in one piece with
   * what comes after it; the order stays.
   */
  readonly canWait?: boolean
  /** The frame as bytes of a WebSocket, once a host has made them. Only hosts write it. */
  wire?: Uint8Array | undefined
}

/** The server's end of a line, to a host: what the host tells it of the client's. */
export interface Peer {
  /** A message came in. */
  receive(frame: string | Uint8Array): void
  /** The client answered a ping. */
  pong(): void
  /** The line is gone, by whoever's doing. */
  lineClosed(): void
}

/** One client's line as a host offers it: bytes out. What comes in, the host hands to the {@link Peer}. */
export interface Connection {
  /** Takes a frame for sending. Never throws; on a line that is gone it does nothing. */
  send(frame: OutgoingFrame): void
  /** Frames taken but held back because the peer does not read; 0 while it keeps up. */
  readonly backlog: number
  /** Sends a WebSocket ping; the host reports the pong. */
  ping(): void
  /** Says goodbye with a close frame, after everything taken so far, and ends the line if no answer comes. */
  close(code: number, reason: string): void
  /** Ends the line at once, without a word. */
  terminate(): void
  /** Stops taking in what the peer sends, until {@link resume}. */
  pause(): void
  /** Takes in what the peer sends again. */
  resume(): void
}
