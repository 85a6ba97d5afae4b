/** A query that Nakama would not take. */
export class QueryError extends Error {
  /** Where in the query, as an index into the string, the fault was noticed. */
  readonly position: number

  constructor(message: string, position: number) {
    super(message)
    this.name = 'QueryError'
    this.position = position
  }
}
