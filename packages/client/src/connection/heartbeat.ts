/** How often a connection is tested, and when it counts as dead. */
export interface HeartbeatOptions {
  /** Milliseconds between the answer to one ping and the next ping. Default 10,000. */
  readonly intervalMs?: number
  /** Milliseconds a ping may stay unanswered. Default 10,000. */
  readonly timeoutMs?: number
}
