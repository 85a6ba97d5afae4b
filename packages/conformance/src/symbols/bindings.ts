import { isList, isObject, type Json } from '../files/json.ts'
import { isPassing, replaceSymbols, shapeOf } from './symbols.ts'

/** A symbol was needed before anything had said what it stands for. */
export class UnboundSymbolError extends Error {
  constructor(symbol: string) {
    super(`nothing has said yet what <${symbol}> is`)
    this.name = 'UnboundSymbolError'
  }
}

/**
 * What the symbols of one scenario stand for in one run. A symbol takes the first value it meets and keeps it; two
 * symbols never stand for the same value.
 */
export class Bindings {
  readonly #values: Map<string, string>
  readonly #symbols: Map<string, string>

  constructor(values: Iterable<readonly [string, string]> = []) {
    this.#values = new Map(values)
    this.#symbols = new Map([...this.#values].map(([symbol, value]) => [value, symbol]))
  }

  /** A copy to try something with. */
  fork(): Bindings {
    return new Bindings(this.#values)
  }

  /** Says what a symbol stands for, where that is known beforehand. */
  set(symbol: string, value: string): void {
    this.#values.set(symbol, value)
    if (!this.#symbols.has(value)) this.#symbols.set(value, symbol)
  }

  /** Whether a value can be what a symbol stands for. If so, the symbol is bound to it from now on. */
  accept(symbol: string, value: Json): boolean {
    if (typeof value !== 'string' || !shapeOf(symbol)?.test(value)) return false
    if (isPassing(symbol)) return true
    const bound = this.#values.get(symbol)
    if (bound !== undefined) return bound === value
    if (this.#symbols.has(value)) return false
    this.set(symbol, value)
    return true
  }

  /** The symbol that stands for a value. */
  symbolFor(value: string): string | undefined {
    return this.#symbols.get(value)
  }

  /** What a symbol stands for, if anything has said so. */
  find(symbol: string): string | undefined {
    return this.#values.get(symbol)
  }

  /** @throws {UnboundSymbolError} */
  valueOf(symbol: string): string {
    const value = this.#values.get(symbol)
    if (value === undefined) throw new UnboundSymbolError(symbol)
    return value
  }

  /**
   * Fills in every symbol of an input.
   *
   * @throws {UnboundSymbolError}
   */
  fill(value: Json): Json {
    if (typeof value === 'string') return this.fillText(value)
    if (isList(value)) return value.map((item) => this.fill(item))
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.fill(item)]))
  }

  /** @throws {UnboundSymbolError} */
  fillText(text: string): string {
    return replaceSymbols(text, (symbol) => this.valueOf(symbol))
  }
}
