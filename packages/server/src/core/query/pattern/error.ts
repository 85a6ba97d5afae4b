/** A regular expression that does not follow the syntax, or asks for what cannot be run in bounded time. */
export class PatternError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PatternError'
  }
}
