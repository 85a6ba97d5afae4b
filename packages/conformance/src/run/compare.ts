import type { CallExpectation, EventExpectation, Outcome } from '../cases/case.ts'
import { mismatches } from '../cases/match.ts'
import type { Json } from '../files/json.ts'
import type { Bindings } from '../symbols/bindings.ts'
import { show } from '../symbols/show.ts'
import type { Call } from './call.ts'
import { describe, type HeardEvent } from './player.ts'

/** What could be seen of a step. */
export interface Observed {
  readonly calls: ReadonlyMap<string, Call>
  readonly heard: ReadonlyMap<string, readonly HeardEvent[]>
  /** Frames of an actor in this step, pings aside. */
  frames(actor: string, direction: 'sends' | 'receives'): readonly Json[]
  inspect(): Json
}

/** Whether a step went as one of its outcomes has it, and what the symbols stand for afterwards. */
export interface Comparison {
  readonly differences: readonly string[]
  readonly bindings: Bindings
}

/** Compares what was seen with each outcome that will do; of those that do not fit the nearest is told. */
export function compareStep(outcomes: readonly Outcome[], observed: Observed, before: Bindings): Comparison {
  let nearest: Comparison | undefined
  for (const outcome of outcomes) {
    const bindings = before.fork()
    const differences = compareOutcome(outcome, observed, bindings)
    if (differences.length === 0) return { differences, bindings }
    if (nearest === undefined || differences.length < nearest.differences.length)
      nearest = { differences, bindings }
  }
  return nearest ?? { differences: [], bindings: before }
}

function compareOutcome(
  { calls, events, frames, inspect }: Outcome,
  observed: Observed,
  bindings: Bindings,
): string[] {
  const differences = [...calls].flatMap(([name, expected]) => {
    const call = observed.calls.get(name)
    if (call === undefined) return [`${name} was never called`]
    return compareCall(expected, call, observed, bindings)
  })
  for (const [actor, heard] of observed.heard) {
    const expected = events === 'any' ? events : (events.get(actor) ?? [])
    if (expected !== 'any') differences.push(...compareEvents(actor, expected, heard, bindings))
  }
  for (const [actor, { sends, receives }] of frames) {
    differences.push(
      ...compareFrames(`${actor} sends`, sends, () => observed.frames(actor, 'sends'), bindings),
      ...compareFrames(`${actor} receives`, receives, () => observed.frames(actor, 'receives'), bindings),
    )
  }
  if (inspect !== undefined)
    differences.push(...mismatches(inspect, observed.inspect(), bindings, 'the server'))
  return differences
}

function compareCall(
  expected: CallExpectation,
  call: Call,
  observed: Observed,
  bindings: Bindings,
): string[] {
  const at = `${call.actor}.${call.operation}`
  const { outcome } = call
  if (outcome === undefined) return [`${at} has not ended`]
  if (expected.kind === 'any') return []
  if (expected.kind === 'error') {
    if (outcome.kind !== 'error') {
      const got = outcome.kind === 'result' ? 'a result' : describe(outcome)
      return [`${at}: expected the error ${expected.codes.join(' or ')}, got ${got}`]
    }
    if (!expected.codes.includes(outcome.code)) {
      const got = `${outcome.code} (${outcome.error.message})`
      return [`${at}: expected the error ${expected.codes.join(' or ')}, got ${got}`]
    }
    const { details } = expected
    return details === undefined ? [] : mismatches(details, { ...outcome.error }, bindings, `error of ${at}`)
  }
  if (outcome.kind === 'error')
    return [`${at}: expected a result, got ${describe(outcome)} (${outcome.error.message})`]
  if (outcome.kind !== 'result') return [`${at}: expected a result, got ${describe(outcome)}`]
  const differences =
    expected.value === undefined ? [] : mismatches(expected.value, outcome.value, bindings, `result of ${at}`)
  const isEarly = (observed.heard.get(call.actor) ?? []).some((event) => event.at > call.settledAt)
  return expected.isLast && isEarly
    ? [...differences, `${at} ended before ${call.actor} had heard of it`]
    : differences
}

function compareEvents(
  actor: string,
  expected: readonly EventExpectation[],
  heard: readonly HeardEvent[],
  bindings: Bindings,
): string[] {
  const differences: string[] = []
  let index = 0
  for (const each of expected) {
    const event = heard[index]
    if (each.isOptional && !(event !== undefined && fits(each, event, bindings.fork()))) continue
    index += 1
    const at = `${actor} hears ${each.name}`
    if (event === undefined) differences.push(`${at}: it has not come`)
    else if (event.name !== each.name) differences.push(`${at}: ${shown(event, bindings)} came instead`)
    else differences.push(...mismatches(each.value, event.value, bindings, at))
  }
  return [
    ...differences,
    ...heard
      .slice(index)
      .map((event) => `${actor} hears ${shown(event, bindings)}, which should not have come`),
  ]
}

function fits(expected: EventExpectation, event: HeardEvent, bindings: Bindings): boolean {
  return expected.name === event.name && mismatches(expected.value, event.value, bindings).length === 0
}

function compareFrames(
  at: string,
  expected: readonly Json[] | undefined,
  actual: () => readonly Json[],
  bindings: Bindings,
): string[] {
  return expected === undefined ? [] : mismatches(expected, actual(), bindings, at)
}

function shown({ name, value }: HeardEvent, bindings: Bindings): string {
  return `${name} ${show(value, bindings)}`
}
