import type { RandomSource } from '@party/server'

/** Where a stream of chance stands. */
export type RandomState = readonly [number, number, number, number]

/** Chance that a seed determines: the same seed gives the same numbers, on every machine (the generator is sfc32). */
export class SeededRandom implements RandomSource {
  #a: number
  #b: number
  #c: number
  #count: number

  constructor(seed: string) {
    ;[this.#a, this.#b, this.#c] = [hash(seed, 1), hash(seed, 2), hash(seed, 3)]
    this.#count = 1
    // The first numbers still show the seed.
    for (let round = 0; round < 16; round++) this.#next()
  }

  /** A number from 0 up to 1. An arrow function, so that it can be handed on like `Math.random`. */
  readonly float = (): number => this.#next() / 2 ** 32

  bytes(length: number): Uint8Array {
    const bytes = new Uint8Array(length)
    for (let i = 0; i < length; i++) bytes[i] = this.#next() >>> 24
    return bytes
  }

  save(): RandomState {
    return [this.#a, this.#b, this.#c, this.#count]
  }

  load([a, b, c, count]: RandomState): void {
    ;[this.#a, this.#b, this.#c, this.#count] = [a, b, c, count]
  }

  #next(): number {
    const sum = (this.#a + this.#b + this.#count) | 0
    this.#count = (this.#count + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return sum >>> 0
  }
}

/** FNV-1a over the text and a number that keeps several hashes of one text apart. */
function hash(text: string, salt: number): number {
  let value = Math.imul(0x811c9dc5 ^ salt, 0x01000193)
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value
}
