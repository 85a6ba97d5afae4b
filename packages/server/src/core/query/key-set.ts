/** Keys that come out in ascending order. Most are added in that order; the others are sorted in when next read. */
export class KeySet {
  #keys = new Set<number>()
  #highest = Number.NEGATIVE_INFINITY
  #isSorted = true

  get size(): number {
    return this.#keys.size
  }

  add(key: number): void {
    if (key < this.#highest) this.#isSorted = false
    else this.#highest = key
    this.#keys.add(key)
  }

  delete(key: number): void {
    this.#keys.delete(key)
  }

  [Symbol.iterator](): Iterator<number> {
    if (!this.#isSorted) {
      this.#keys = new Set([...this.#keys].sort((a, b) => a - b))
      this.#isSorted = true
    }
    return this.#keys.values()
  }
}
