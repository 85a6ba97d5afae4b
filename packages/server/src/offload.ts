/**
 * Begins work that the platform does on another thread, such as signing and hashing, and hands on what comes of it.
 * Whoever holds the clock has to know of such work, because no turn of the event loop tells when it ends.
 */
export type Offload = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Begins at once, and keeps no account of it. */
export const offloadAtOnce: Offload = (work) => work()
