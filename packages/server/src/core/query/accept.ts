import type { Comparison, Test } from './ast.ts'
import { editDistance } from './edit-distance.ts'
import type { Instant } from './go-values.ts'

/** Whether a string that a field has as its value passes the test. */
export function acceptsTerm(test: Test, term: string): boolean {
  switch (test.kind) {
    case 'term':
    case 'phrase':
    case 'number':
      return test.text === term
    case 'wildcard':
    case 'regexp':
      return test.pattern?.matches(term) ?? false
    case 'fuzzy':
      return editDistance(test.text, term, test.distance) !== undefined
    case 'numberRange':
    case 'dateRange':
      return false
  }
}

export function acceptsNumber(test: Test, value: number): boolean {
  if (test.kind === 'number') return value === test.value
  if (test.kind === 'numberRange') return compare(value, test.comparison, test.value)
  return acceptsAnyValue(test)
}

export function acceptsDate(test: Test, value: Instant): boolean {
  return test.kind === 'dateRange' ? compare(value, test.comparison, test.value) : acceptsAnyValue(test)
}

/** `field:*` asks whether the field has a value, be it one that no pattern could describe. */
function acceptsAnyValue(test: Test): boolean {
  return (test.kind === 'wildcard' || test.kind === 'regexp') && test.pattern?.matchesAnyValue === true
}

function compare<Value extends number | bigint>(value: Value, comparison: Comparison, bound: Value): boolean {
  switch (comparison) {
    case '>':
      return value > bound
    case '>=':
      return value >= bound
    case '<':
      return value < bound
    case '<=':
      return value <= bound
  }
}
