import type { TaskRecord } from '../run/run-all.ts'
import { countOf, groupBy } from './count.ts'

/** A column of a matrix: its heading, and the records that belong to it. */
export interface Column {
  readonly title: string
  readonly records: readonly TaskRecord[]
}

/**
 * For the docs: capabilities as rows, and what passed of what could be played as cells. `–` stands for a capability
 * that nothing of could be played.
 */
export function matrix(columns: readonly Column[]): string {
  const capabilities = [
    ...new Set(columns.flatMap(({ records }) => records.map(({ capability }) => capability))),
  ]
  const rows = capabilities
    .sort()
    .map((capability) => [
      capability,
      ...columns.map(({ records }) => cellOf(records.filter((record) => record.capability === capability))),
    ])
  const sums = ['**all**', ...columns.map(({ records }) => cellOf(records))]
  return table(['', ...columns.map(({ title }) => title)], [...rows, sums])
}

/** The matrix of one run: a column for each server and encoding. */
export function markdownReport(records: readonly TaskRecord[]): string {
  const groups = groupBy(records, ({ client, server, codec }) => `${client}, ${server}, ${codec}`)
  return matrix([...groups].map(([title, list]) => ({ title, records: list })))
}

function cellOf(records: readonly TaskRecord[]): string {
  const { passed, failed, known } = countOf(records)
  const played = passed + failed + known
  if (played === 0) return '–'
  return passed === played ? `✓ ${passed}` : `${passed} of ${played}`
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n')
}
