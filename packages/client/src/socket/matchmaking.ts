import type { MatchmakerAdd } from '@party/protocol'
import type { CallOptions } from '../runtime/call-options.ts'

/** What kind of match to look for. */
export interface MatchmakerOptions extends CallOptions {
  /** Fewest players of the match, at least 2. Default 2. */
  readonly minCount?: number
  /** Most players of the match, at least `minCount`. Default 8, or `minCount` if that is more. */
  readonly maxCount?: number
  /** The number of players has to be a multiple of this; it has to divide both counts. Default any number. */
  readonly countMultiple?: number
  /** Which other tickets fit, in the server's query language. Default `*`: all. */
  readonly query?: string
  /** Texts that the queries of other tickets are tested against. Default none. */
  readonly stringProperties?: Readonly<Record<string, string>>
  /** Numbers that the queries of other tickets are tested against. Default none. */
  readonly numericProperties?: Readonly<Record<string, number>>
}

/** The same as arguments in a row, as other SDKs have it: `('*', 2, 4, { region: 'eu' }, { rank: 3 })`. */
export type MatchmakerArguments = [
  query: string,
  minCount: number,
  maxCount: number,
  stringProperties?: Readonly<Record<string, string>> | undefined,
  numericProperties?: Readonly<Record<string, number>> | undefined,
]

/** Either form. */
export type MatchmakerOptionsOrArguments = [options?: MatchmakerOptions | undefined] | MatchmakerArguments

/** Brings both forms into one: what is asked for, and how long to wait for the answer. */
export function matchmakerAdd(
  args: MatchmakerOptionsOrArguments,
): readonly [request: MatchmakerAdd, options: CallOptions] {
  const [first, min, max, strings, numbers] = args
  const options: MatchmakerOptions =
    typeof first === 'string'
      ? ({
          query: first,
          minCount: min,
          maxCount: max,
          stringProperties: strings,
          numericProperties: numbers,
        } as MatchmakerOptions)
      : { ...first }
  const { minCount = 2, countMultiple, query = '*', stringProperties = {}, numericProperties = {} } = options
  const { maxCount = Math.max(8, minCount) } = options
  return [{ minCount, maxCount, query, stringProperties, numericProperties, countMultiple }, options]
}
