import { limits } from '@party/protocol'

/**
 * Says in Nakama's words what is wrong with the counts of a matchmaker request, or nothing. They are looked at
 * before anything else of the request; no multiple means any number will do.
 */
export function validateCounts(
  minCount: number,
  maxCount: number,
  countMultiple: number | undefined,
): string | undefined {
  if (minCount < limits.minMatchCount) return `Invalid minimum count, must be >= ${limits.minMatchCount}`
  if (maxCount < minCount) return 'Invalid maximum count, must be >= minimum count'
  const multiple = countMultiple ?? 1
  if (multiple < 1) return 'Invalid count multiple, must be >= 1'
  if (minCount % multiple !== 0) return 'Invalid count multiple for minimum count, must divide'
  if (maxCount % multiple !== 0) return 'Invalid count multiple for maximum count, must divide'
  return undefined
}
