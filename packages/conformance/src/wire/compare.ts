import { isObject } from '../files/json.ts'
import type { Bindings } from '../symbols/bindings.ts'
import { matches } from './match.ts'
import type { Outcome, Received } from './scenario.ts'

/** Whether a step went as recorded, and what the symbols stand for afterwards. */
export interface Comparison {
  readonly fits: boolean
  /** When the step does not fit: what could still be learnt from what did arrive. */
  readonly bindings: Bindings
}

/**
 * Compares what the clients received in a step with the outcomes that were recorded, any of which will do.
 *
 * What counts for one client is the order of its answers and the order of its events. How the two interleave does
 * not: a real Nakama sends an answer now before, now after the events of the same request. Nor does order between
 * clients, who could not know it.
 */
export function compareStep(outcomes: readonly Outcome[], actual: Outcome, before: Bindings): Comparison {
  for (const outcome of outcomes) {
    const bindings = before.fork()
    if (outcomeMatches(outcome, actual, bindings)) return { fits: true, bindings }
  }
  return { fits: false, bindings: learn(outcomes[0] ?? {}, actual, before) }
}

function outcomeMatches(expected: Outcome, actual: Outcome, bindings: Bindings): boolean {
  return clientsOf(expected, actual).every((client) => {
    const want = split(expected[client] ?? [])
    const got = split(actual[client] ?? [])
    return listMatches(want.answers, got.answers, bindings) && listMatches(want.events, got.events, bindings)
  })
}

function listMatches(
  expected: readonly Received[],
  actual: readonly Received[],
  bindings: Bindings,
): boolean {
  return (
    expected.length === actual.length &&
    expected.every((item, index) => matches(item, actual[index] ?? 'closed', bindings))
  )
}

/** Clients that received something, or should have. */
export function clientsOf(expected: Outcome, actual: Outcome): string[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].sort()
}

/** One client's share of a step: answers to its requests, and everything else. */
export function split(list: readonly Received[]): { answers: Received[]; events: Received[] } {
  const kept = withoutLastWord(list)
  return { answers: kept.filter(isAnswer), events: kept.filter((item) => !isAnswer(item)) }
}

/** An answer carries the request's `cid`; to a request without one the empty answer is `{}`. */
function isAnswer(item: Received): boolean {
  return isObject(item) && ('cid' in item || Object.keys(item).length === 0)
}

/**
 * A server may say why before it closes a socket. Nakama tries to, but its last word is lost in the closing, so an
 * error directly before the end is as good as none.
 */
function withoutLastWord(list: readonly Received[]): Received[] {
  return list.filter((item, index) => !(isObject(item) && 'error' in item && list[index + 1] === 'closed'))
}

/** After a step that did not fit, takes what can be taken, so that later steps can be played and judged too. */
function learn(expected: Outcome, actual: Outcome, before: Bindings): Bindings {
  let bindings = before
  for (const [client, items] of Object.entries(expected)) {
    for (const item of items) {
      for (const candidate of actual[client] ?? []) {
        const attempt = bindings.fork()
        if (!matches(item, candidate, attempt)) continue
        bindings = attempt
        break
      }
    }
  }
  return bindings
}
