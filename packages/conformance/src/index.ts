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
