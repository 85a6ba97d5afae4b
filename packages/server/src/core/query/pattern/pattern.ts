import { Automaton } from './automaton.ts'
import { anyCharacter, anything, type Expression, literal } from './expression.ts'
import { parseRegexp } from './regexp.ts'

export { PatternError } from './error.ts'

/** Says which texts match, always in a time that grows with the text and no faster. */
export interface Pattern {
  matches(text: string): boolean
  /** Whether it asks for no more than that there is a value. */
  readonly matchesAnyValue: boolean
}

/**
 * The pattern of a term with `*` and `?`.
 *
 * @throws {PatternError} when it is too large.
 */
export function wildcardPattern(term: string): Pattern {
  const parts = [...term].map((character): Expression => {
    if (character === '*') return anything
    return character === '?' ? { kind: 'set', set: anyCharacter } : literal(character)
  })
  return pattern({ kind: 'sequence', parts }, /^\*+$/.test(term))
}

/**
 * The pattern of a regular expression for whole values.
 *
 * @throws {PatternError} for one that is not in the syntax or too large.
 */
export function regexpPattern(source: string): Pattern {
  return pattern(parseRegexp(source), source === '.*')
}

function pattern(expression: Expression, matchesAnyValue: boolean): Pattern {
  const automaton = new Automaton(expression)
  return { matchesAnyValue, matches: (text) => automaton.matches(text) }
}
