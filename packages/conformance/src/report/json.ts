import type { SuiteResult } from '../suite.ts'
import { countOf } from './count.ts'

/** For programs: every case with how it went, and the failures with their timelines. */
export function jsonReport({ records, stale, hello }: SuiteResult): string {
  return `${JSON.stringify({ client: hello, counts: countOf(records), staleKnownFailures: stale, cases: records }, null, 2)}\n`
}
