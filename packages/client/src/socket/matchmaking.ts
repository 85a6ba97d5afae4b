import { limits, type MatchmakerAdd, type MatchmakerRemove } from '@party/protocol'
import * as check from '../checks.ts'
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

/** Brings both forms into one. */
export function matchmakerOptions(args: MatchmakerOptionsOrArguments): MatchmakerOptions {
  const [first = {}, minCount, maxCount, stringProperties = {}, numericProperties = {}] = args
  if (typeof first !== 'string') return first
  return {
    query: first,
    ...(minCount !== undefined && { minCount }),
    ...(maxCount !== undefined && { maxCount }),
    stringProperties,
    numericProperties,
  }
}

export function matchmakerAdd(options: MatchmakerOptions): MatchmakerAdd {
  check.object('options', options)
  const { minCount = 2, countMultiple, query = '*', stringProperties = {}, numericProperties = {} } = options
  const { maxCount = Math.max(8, minCount) } = options
  check.integer('minCount', minCount, limits.minMatchCount, maxInt32)
  check.integer('maxCount', maxCount, minCount, maxInt32)
  if (countMultiple !== undefined) {
    check.integer('countMultiple', countMultiple, 1, maxInt32)
    if (minCount % countMultiple !== 0) check.refuse('countMultiple', 'has to divide minCount')
    if (maxCount % countMultiple !== 0) check.refuse('countMultiple', 'has to divide maxCount')
  }
  check.text('query', query)
  check.textMap('stringProperties', stringProperties)
  check.numberMap('numericProperties', numericProperties)
  return { minCount, maxCount, query, stringProperties, numericProperties, countMultiple }
}

export function matchmakerRemove(ticket: string): MatchmakerRemove {
  check.text('ticket', ticket, 1)
  return { ticket }
}

const maxInt32 = 2 ** 31 - 1
