import { expect, it } from 'vitest'
import { validateCounts } from './counts.ts'

it.each([
  [2, 2, undefined, undefined],
  [2, 4, 2, undefined],
  [3, 3, 3, undefined],
  [1, 4, undefined, 'Invalid minimum count, must be >= 2'],
  [0, 0, 0, 'Invalid minimum count, must be >= 2'],
  [3, 2, undefined, 'Invalid maximum count, must be >= minimum count'],
  [2, 2, 0, 'Invalid count multiple, must be >= 1'],
  [2, 6, 3, 'Invalid count multiple for minimum count, must divide'],
  [2, 5, 2, 'Invalid count multiple for maximum count, must divide'],
])('counts of %s to %s in steps of %s: %s', (minCount, maxCount, countMultiple, message) => {
  expect(validateCounts(minCount, maxCount, countMultiple)).toBe(message)
})
