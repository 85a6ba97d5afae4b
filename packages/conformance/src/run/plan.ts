import type { CodecName, Hello } from '../adapter/messages.ts'
import type { Case } from '../cases/case.ts'
import { covers } from '../files/pattern.ts'
import type { Recording, Scenario } from '../wire/scenario.ts'

/** What is to be run. */
export interface Selection {
  /** Ids, `*` for any characters; everything when there are none. */
  readonly patterns: readonly string[]
  /** Cases with any of these tags; all when there are none. */
  readonly tags: readonly string[]
}

/** One case that a client and a server are put to, or one scenario that a server alone is. */
export type Task =
  | {
      readonly kind: 'case'
      readonly id: string
      readonly capability: string
      readonly codec: CodecName
      readonly each: Case
    }
  | {
      readonly kind: 'wire'
      readonly id: string
      readonly capability: 'wire'
      readonly codec: 'json'
      readonly scenario: Scenario
      readonly recording: Recording
    }

/** The cases that are asked for, once for each encoding they can be played in. */
export function planCases(
  cases: readonly Case[],
  codecs: readonly CodecName[],
  selection: Selection,
): Task[] {
  return codecs.flatMap((codec) =>
    cases
      .filter((each) => each.codecs.includes(codec) && isSelected(each.id, each.tags, selection))
      .map((each): Task => ({ kind: 'case', id: each.id, capability: each.capability, codec, each })),
  )
}

/** The recordings that are asked for. Their scenarios are written in JSON. */
export function planRecordings(recordings: readonly Recording[], selection: Selection): Task[] {
  return recordings.flatMap((recording) =>
    recording.scenarios
      .map(
        (scenario): Task => ({
          kind: 'wire',
          id: `wire/${scenario.name}`,
          capability: 'wire',
          codec: 'json',
          scenario,
          recording,
        }),
      )
      .filter(({ id }) => isSelected(id, ['wire'], selection)),
  )
}

function isSelected(id: string, tags: readonly string[], selection: Selection): boolean {
  const { patterns, tags: wanted } = selection
  const isNamed = patterns.length === 0 || patterns.some((pattern) => covers(pattern, id))
  return isNamed && (wanted.length === 0 || wanted.some((tag) => tags.includes(tag)))
}

/** Why a task cannot be done by this client with this server; undefined when it can. */
export function reasonToSkip(
  task: Task,
  features: Hello['features'],
  isControlled: boolean,
): string | undefined {
  if (task.kind === 'wire') {
    const needsConfig = 'session' in task.recording.config
    return needsConfig && !isControlled ? 'needs session.single_socket and session.single_party' : undefined
  }
  const { needs, control } = task.each
  const signsIn = ['authenticateCustom', 'restoreSession'].some((name) => features.includes(name))
  const isSignedIn = task.each.actors.some(({ until }) => until !== 'opened')
  const missing = [`codec.${task.codec}`, ...needs].filter((feature) => !features.includes(feature))
  if (isSignedIn && !signsIn) missing.push('authenticateCustom')
  if (missing.length > 0) return `the client has no ${missing.join(', ')}`
  if (isControlled || control.length === 0) return undefined
  return `needs control of the server: ${control.join(', ')}`
}
