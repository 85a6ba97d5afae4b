import type { TaskRecord } from '../run/run-all.ts'
import type { SuiteResult } from '../suite.ts'
import { countOf, groupBy } from './count.ts'

/** For CI servers: one test suite for each capability, server and encoding. Known failures count as skipped. */
export function junitReport({ records, stale }: SuiteResult): string {
  const suites = groupBy(records, ({ capability, server, codec }) => `${capability} (${server}, ${codec})`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...[...suites].flatMap(([name, list]) => suiteOf(name, list)),
    ...(stale.length > 0 ? staleSuite(stale) : []),
    '</testsuites>',
    '',
  ].join('\n')
}

function suiteOf(name: string, records: readonly TaskRecord[]): string[] {
  const { failed, known, skipped } = countOf(records)
  const seconds = records.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1_000
  const counts = `tests="${records.length}" failures="${failed}" skipped="${known + skipped}"`
  return [
    `  <testsuite name="${xmlText(name)}" ${counts} time="${seconds.toFixed(3)}">`,
    ...records.flatMap(caseOf),
    '  </testsuite>',
  ]
}

function caseOf({ id, client, durationMs, outcome, reason, failure }: TaskRecord): string[] {
  const head = `    <testcase classname="${xmlText(client)}" name="${xmlText(id)}" time="${(durationMs / 1_000).toFixed(3)}"`
  if (outcome === 'passed') return [`${head}/>`]
  if (outcome !== 'failed')
    return [`${head}>`, `      <skipped message="${xmlText(reason ?? '')}"/>`, '    </testcase>']
  const message = failure?.details.join('; ') ?? ''
  const text = [failure?.step, ...(failure?.timeline ?? [])].join('\n')
  return [
    `${head}>`,
    `      <failure type="${failure?.kind}" message="${xmlText(message)}">${xmlText(text)}</failure>`,
    '    </testcase>',
  ]
}

function staleSuite(stale: readonly string[]): string[] {
  return [
    `  <testsuite name="known failures" tests="${stale.length}" failures="${stale.length}">`,
    ...stale.map(
      (line) => `    <testcase name="${xmlText(line)}"><failure message="${xmlText(line)}"/></testcase>`,
    ),
    '  </testsuite>',
  ]
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text in XML, without the control characters that XML cannot hold at all. */
function xmlText(text: string): string {
  return Array.from(text, (character) => {
    const isControl = character < ' ' && character !== '\n' && character !== '\t'
    return isControl ? '\ufffd' : (entities[character] ?? character)
  }).join('')
}
