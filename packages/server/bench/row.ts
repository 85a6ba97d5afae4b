/** One number that was measured, beside the number of a floor that was measured in the same run. */
export interface Row {
  /** The part it belongs to: `fan-out`. */
  readonly part: string
  /** What was measured: `4 members, all of them send`. */
  readonly what: string
  /** `µs of CPU per delivery`. */
  readonly unit: string
  readonly subject: number
  /** What the least that could do the job costs. */
  readonly floor: number
  /** What the floor is: `relay`. */
  readonly floorIs: string
  /** What this project promises of the number, or of its ratio to the floor. */
  readonly limit?: { readonly of: 'subject' | 'ratio'; readonly atMost: number }
}

export function ratioOf({ subject, floor }: Row): number {
  return subject / floor
}

/** Whether a promise is kept; undefined where none was made. */
export function isWithinLimit(row: Row): boolean | undefined {
  if (row.limit === undefined) return undefined
  return (row.limit.of === 'ratio' ? ratioOf(row) : row.subject) <= row.limit.atMost
}
