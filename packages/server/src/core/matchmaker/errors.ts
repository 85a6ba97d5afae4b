/** Why the matchmaker does not do what it is asked, in Nakama's own words. */
export type MatchmakerRefusal =
  | 'matchmaker query invalid'
  | 'matchmaker duplicate session'
  | 'matchmaker too many tickets'
  | 'matchmaker ticket not found'
  | 'matchmaker not available'

/** A request the matchmaker refuses; its message is the reason. */
export class MatchmakerError extends Error {
  readonly reason: MatchmakerRefusal

  constructor(reason: MatchmakerRefusal) {
    super(reason)
    this.name = 'MatchmakerError'
    this.reason = reason
  }
}
