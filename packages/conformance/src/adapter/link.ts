/** A line to a program under test, whatever it runs in. */
export interface Link {
  /** Hands a message to the program. On a line that has ended it does nothing. */
  send(message: object): void
  /** Ends the program's input, and resolves when the program has ended. */
  close(): Promise<void>
}

/** What a link tells. After `onEnd` it is silent. */
export interface LinkListener {
  /** A message of the program, parsed but not looked at. */
  onMessage(message: unknown): void
  /** The program has ended, or cannot be understood any more: why, in words. */
  onEnd(reason: string): void
}

/** Starts a program, or waits for one. Rejects when there is none. */
export type OpenLink = (listener: LinkListener) => Promise<Link>
