/** What every call takes. */
export interface CallOptions {
  /** Ends the call with `aborted`. What was already sent may still take effect on the server. */
  readonly signal?: AbortSignal | undefined
  /** Milliseconds until the call ends with `timeout`. Default the client's `timeoutMs`. */
  readonly timeoutMs?: number | undefined
}
