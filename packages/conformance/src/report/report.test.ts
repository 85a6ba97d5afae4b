import { describe, expect, it } from 'vitest'
import type { TaskRecord } from '../run/run-all.ts'
import type { SuiteResult } from '../suite.ts'
import { consoleReport } from './console.ts'
import { isGood } from './count.ts'
import { jsonReport } from './json.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown.ts'

const record = (id: string, outcome: TaskRecord['outcome'], more: Partial<TaskRecord> = {}): TaskRecord => ({
  id,
  capability: id.split('/')[0] ?? '',
  why: 'Because.',
  codec: 'json',
  client: 'mine 1',
  server: 'yours',
  outcome,
  reason: undefined,
  failure: undefined,
  durationMs: 12,
  ...more,
})

const failure = {
  kind: 'expectation',
  step: 'step 1: a.joinParty',
  details: ['a hears "party": it has <not> come'],
  timeline: ['0  a  calls joinParty'],
} as const

const result: SuiteResult = {
  records: [
    record('join/open', 'passed'),
    record('join/full', 'failed', { failure }),
    record('join/twice', 'known', { reason: 'not written yet', failure }),
    record('leave/open', 'skipped', { reason: 'the client has no leaveParty' }),
    record('leave/full', 'skipped', { reason: 'the client has no leaveParty' }),
  ],
  stale: ['"x" covers no case that ran'],
  hello: undefined,
}

describe('a report', () => {
  it('for the console tells failures with their timeline, skips by reason, and ends in one line', () => {
    expect(consoleReport(result)).toBe(
      [
        '✗ join/full (json, mine 1, yours)',
        '  Because.',
        '  expectation, step 1: a.joinParty',
        '    a hears "party": it has <not> come',
        '  │ 0  a  calls joinParty',
        '',
        'known failures: "x" covers no case that ran',
        '2 skipped: the client has no leaveParty',
        '1 failed as is known',
        '1 passed, 2 failed, 2 skipped',
        '',
      ].join('\n'),
    )
  })

  it('in JSON has everything', () => {
    expect(JSON.parse(jsonReport(result))).toMatchObject({
      counts: { passed: 1, failed: 1, known: 1, skipped: 2 },
      staleKnownFailures: result.stale,
      cases: [{ id: 'join/open' }, { failure: { step: 'step 1: a.joinParty' } }, {}, {}, {}],
    })
  })

  it('for JUnit is XML, whatever the texts hold', () => {
    const xml = junitReport({ ...result, records: [record('a"<&>\u0001/b', 'failed', { failure })] })
    expect(xml).toContain('name="a&quot;&lt;&amp;&gt;\ufffd/b"')
    expect(xml).toContain('message="a hears &quot;party&quot;: it has &lt;not&gt; come"')
    expect(junitReport(result)).toContain('tests="3" failures="1" skipped="1"')
  })

  it('in Markdown counts what passed of what could be played', () => {
    expect(markdownReport(result.records)).toBe(
      [
        '|  | mine 1, yours, json |',
        '| --- | --- |',
        '| join | 1 of 3 |',
        '| leave | – |',
        '| **all** | 1 of 3 |',
        '',
      ].join('\n'),
    )
  })
})

describe('a run', () => {
  it('is good when something ran, nothing failed, and the list of known failures is right', () => {
    const [passed, failed, known, skipped] = result.records as [
      TaskRecord,
      TaskRecord,
      TaskRecord,
      TaskRecord,
    ]
    expect(isGood([passed, known, skipped], [])).toBe(true)
    expect(isGood([passed, failed], [])).toBe(false)
    expect(isGood([passed], ['stale'])).toBe(false)
    expect(isGood([skipped], [])).toBe(false)
  })
})
