export type { Link, LinkListener, OpenLink } from './adapter/link.ts'
export type { CodecName, Hello, ServerAddress } from './adapter/messages.ts'
export { ProgramError } from './adapter/program.ts'
export type { Case } from './cases/case.ts'
export { readCases } from './cases/files.ts'
export { loadCases } from './cases/load.ts'
export { FileError } from './files/fields.ts'
export { type KnownFailure, loadKnownFailures } from './known-failures.ts'
export { consoleReport } from './report/console.ts'
export { jsonReport } from './report/json.ts'
export { junitReport } from './report/junit.ts'
export { markdownReport } from './report/markdown.ts'
export type { FailureKind } from './run/failure.ts'
export type { Selection } from './run/plan.ts'
export type { TaskRecord } from './run/run-all.ts'
export type { Failure } from './run/run-case.ts'
export { runSuite, type SuiteOptions, type SuiteResult } from './suite.ts'
export { readRecordings } from './wire/files.ts'
export type { PlayedStep, Playthrough } from './wire/play.ts'
export { play } from './wire/play.ts'
export { type PlayAgainstOptions, playAgainst, selectScenarios } from './wire/play-against.ts'
export { report } from './wire/report.ts'
export type { Action, Outcome, Received, Recording, Scenario, Step } from './wire/scenario.ts'
export {
  type SocketEvents,
  type Target,
  type WebTargetOptions,
  type WireSocket,
  webTarget,
} from './wire/target.ts'
