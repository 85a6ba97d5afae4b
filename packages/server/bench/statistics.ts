/** The middle of some numbers; of an even count the lower one of the two. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The smallest of some numbers that a share of them does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/**
 * Measures two things in turns, so that what else the machine does falls on both, and gives the median of each. Who
 * comes first changes from round to round, so that neither always follows what the other leaves behind.
 */
export async function interleave(
  rounds: number,
  subject: () => Promise<number> | number,
  floor: () => Promise<number> | number,
): Promise<{ subject: number; floor: number }> {
  const subjects: number[] = []
  const floors: number[] = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) floors.push(await floor())
    subjects.push(await subject())
    if (round % 2 === 1) floors.push(await floor())
  }
  return { subject: median(subjects), floor: median(floors) }
}
