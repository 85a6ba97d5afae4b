import { PatternError } from './error.ts'

/** Where a parser stands in a regular expression. */
export class Characters {
  readonly #characters: readonly string[]
  #next = 0

  constructor(source: string) {
    this.#characters = [...source]
  }

  get atEnd(): boolean {
    return this.#next >= this.#characters.length
  }

  /** The next character, or the one that many behind it; empty behind the end. */
  peek(ahead = 0): string {
    return this.#characters[this.#next + ahead] ?? ''
  }

  /** @throws {PatternError} when the expression ends here. */
  take(): string {
    if (this.atEnd) throw new PatternError('the regular expression ends too early')
    return this.#characters[this.#next++] ?? ''
  }

  /** Takes the text if it comes next. */
  skip(text: string): boolean {
    const { length } = [...text]
    if (this.#characters.slice(this.#next, this.#next + length).join('') !== text) return false
    this.#next += length
    return true
  }

  /** Takes everything up to the text, and the text; undefined, and nothing taken, when it does not come. */
  skipPast(text: string): string | undefined {
    const rest = this.#characters.slice(this.#next).join('')
    const end = rest.indexOf(text)
    if (end < 0) return undefined
    const skipped = rest.slice(0, end)
    this.#next += [...skipped].length + [...text].length
    return skipped
  }
}
