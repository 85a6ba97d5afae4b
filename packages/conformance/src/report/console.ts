import type { TaskRecord } from '../run/run-all.ts'
import type { SuiteResult } from '../suite.ts'
import { countOf, groupBy } from './count.ts'

/** For a person at a terminal: what failed and how, what was skipped and why, and the line that CI looks for. */
export function consoleReport({ records, stale }: SuiteResult): string {
  const { passed, failed, known, skipped } = countOf(records)
  return [
    ...records.filter(({ outcome }) => outcome === 'failed').flatMap(failureOf),
    ...stale.map((line) => `known failures: ${line}`),
    ...skipsOf(records),
    ...(known > 0 ? [`${known} failed as is known`] : []),
    `${passed} passed, ${failed + stale.length} failed, ${skipped} skipped`,
    '',
  ].join('\n')
}

function failureOf({ id, why, codec, client, server, failure }: TaskRecord): string[] {
  if (failure === undefined) return []
  return [
    `✗ ${id} (${codec}, ${client}, ${server})`,
    `  ${why}`,
    `  ${failure.kind}, ${failure.step}`,
    ...failure.details.map((line) => `    ${line}`),
    ...failure.timeline.map((line) => `  │ ${line}`),
    '',
  ]
}

function skipsOf(records: readonly TaskRecord[]): string[] {
  const skipped = records.filter(({ outcome }) => outcome === 'skipped')
  const groups = groupBy(skipped, ({ reason }) => reason ?? '')
  return [...groups].map(([reason, { length }]) => `${length} skipped: ${reason}`)
}
