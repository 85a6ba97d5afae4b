/**
 * Keys that come out in ascending order. Most are added in that order; the others are sorted in when next read.
 */
export class KeySet {
  /** Many a value belongs to a single document, which does not need a set. */
  #keys: Set<number> | number | undefined
  /** The highest key so far, as long as the keys are in order. */
  #highest = Number.NEGATIVE_INFINITY

  get size(): number {
    if (this.#keys === undefined) return 0
    return typeof this.#keys === 'number' ? 1 : this.#keys.size
  }

  add(key: number): void {
    this.#highest = key >= this.#highest ? key : Number.POSITIVE_INFINITY
    if (this.#keys === undefined) this.#keys = key
    else if (typeof this.#keys === 'number') this.#keys = new Set([this.#keys, key])
    else this.#keys.add(key)
  }

  delete(key: number): void {
    if (this.#keys === key) this.#keys = undefined
    else if (typeof this.#keys === 'object') this.#keys.delete(key)
  }

  [Symbol.iterator](): Iterator<number> {
    if (this.#keys === undefined) return [].values()
    if (typeof this.#keys === 'number') return [this.#keys].values()
    if (this.#highest === Number.POSITIVE_INFINITY) {
      const sorted = Float64Array.from(this.#keys).sort()
      this.#keys = new Set(sorted)
      this.#highest = sorted.at(-1) ?? Number.NEGATIVE_INFINITY
    }
    return this.#keys.values()
  }
}
