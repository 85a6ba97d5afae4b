import { cpus } from 'node:os'
import { isWithinLimit, type Row, ratioOf } from './row.ts'

/** Where and when a run took place. */
export interface Circumstances {
  readonly at: string
  readonly node: string
  readonly cpu: string
  readonly cores: number
  /** The server that was measured: `this one`, or a URL. */
  readonly server: string
}

export function circumstances(server: string): Circumstances {
  const cores = cpus()
  return {
    at: new Date().toISOString(),
    node: process.version,
    cpu: cores[0]?.model ?? 'unknown',
    cores: cores.length,
    server,
  }
}

/** Everything as data. */
export function jsonReport(run: Circumstances, rows: readonly Row[]): string {
  const results = rows.map((row) => ({ ...row, ratio: ratioOf(row), isWithinLimit: isWithinLimit(row) }))
  return `${JSON.stringify({ ...run, results }, null, 2)}\n`
}

/** Everything as a table. */
export function markdownReport(run: Circumstances, rows: readonly Row[]): string {
  const head = `Server: ${run.server}. Node ${run.node}, ${run.cores} cores, ${run.cpu}. ${run.at}`
  const lines = rows.map((row) => {
    const cells = [row.part, row.what, row.unit, number(row.subject), `${number(row.floor)} (${row.floorIs})`]
    return `| ${[...cells, `${number(ratioOf(row))}×`, limit(row)].join(' | ')} |`
  })
  return [
    head,
    '',
    '| Part | What | Unit | Server | Floor | Ratio | Limit |',
    '| --- | --- | --- | ---: | ---: | ---: | --- |',
    ...lines,
    '',
  ].join('\n')
}

/** One line for a terminal. */
export function line(row: Row): string {
  const ratio = `${number(ratioOf(row))}×`.padStart(8)
  const numbers = `${number(row.subject).padStart(9)} ${number(row.floor).padStart(9)} ${ratio}`
  return `${numbers}  ${row.part}: ${row.what}, ${row.unit}${row.limit === undefined ? '' : `  [${limit(row)}]`}\n`
}

export const lineHead = `${'server'.padStart(9)} ${'floor'.padStart(9)} ${'ratio'.padStart(8)}\n`

function limit(row: Row): string {
  if (row.limit === undefined) return ''
  const promise = row.limit.of === 'ratio' ? `${row.limit.atMost}×` : number(row.limit.atMost)
  return `≤ ${promise} ${isWithinLimit(row) ? 'kept' : 'missed'}`
}

function number(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0)
  return value.toPrecision(3)
}
