/** Where a server takes chance from. A seeded source makes every id of a run the same. */
export interface RandomSource {
  /** That many random bytes. */
  bytes(length: number): Uint8Array
}

/** The platform's own cryptographic source. */
export const systemRandom: RandomSource = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
}
