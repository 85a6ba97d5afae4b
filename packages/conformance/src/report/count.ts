import type { TaskRecord } from '../run/run-all.ts'

/** How many cases went which way. */
export type Counts = Readonly<Record<TaskRecord['outcome'], number>>

export function countOf(records: readonly TaskRecord[]): Counts {
  const counts = { passed: 0, failed: 0, known: 0, skipped: 0 }
  for (const { outcome } of records) counts[outcome] += 1
  return counts
}

/** Whether everything went as it should. */
export function isGood(records: readonly TaskRecord[], stale: readonly string[]): boolean {
  return stale.length === 0 && records.some(ran) && !records.some(({ outcome }) => outcome === 'failed')
}

export function ran({ outcome }: TaskRecord): boolean {
  return outcome !== 'skipped'
}

/** The records of each value that a key takes, in the order in which the values first come. */
export function groupBy<Key extends string>(
  records: readonly TaskRecord[],
  keyOf: (record: TaskRecord) => Key,
): Map<Key, TaskRecord[]> {
  const groups = new Map<Key, TaskRecord[]>()
  for (const record of records) {
    const key = keyOf(record)
    groups.set(key, [...(groups.get(key) ?? []), record])
  }
  return groups
}
