/**
 * Why a case did not pass. `expectation`: something else came of it than should. `unsupported`: the program does not
 * do what it says it can. `fault`: the program itself has failed. `hanging`: something never ended. `server`: there
 * was no server to play with.
 */
export type FailureKind = 'expectation' | 'unsupported' | 'fault' | 'hanging' | 'server'

/** Ends a case. */
export class CaseFailure extends Error {
  override readonly name = 'CaseFailure'
  readonly kind: FailureKind
  readonly details: readonly string[]

  constructor(kind: FailureKind, details: readonly string[]) {
    super(details.join('; '))
    this.kind = kind
    this.details = details
  }
}
