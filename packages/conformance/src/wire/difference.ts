import type { Bindings } from '../symbols/bindings.ts'
import { show } from '../symbols/show.ts'
import { clientsOf, split } from './compare.ts'
import type { Outcome, Received } from './scenario.ts'

/**
 * The difference between a recorded outcome and what arrived, as lines: `a - …` for what client a should have
 * received and did not, `a + …` for what it received instead, `a   …` for what fits.
 */
export function showDifference(expected: Outcome, actual: Outcome, bindings: Bindings): string[] {
  return clientsOf(expected, actual).flatMap((client) => {
    const lines = difference(
      linesOf(expected[client] ?? [], bindings),
      linesOf(actual[client] ?? [], bindings),
    )
    return lines.every((line) => line.startsWith(' ')) ? [] : lines.map((line) => `${client} ${line}`)
  })
}

/** Answers first, as their place among the events does not count. */
function linesOf(list: readonly Received[], bindings: Bindings): string[] {
  const { answers, events } = split(list)
  return [...answers, ...events].map((item) => show(item, bindings))
}

/** Walks both lists, skipping in either what the other does not have at this place. */
function difference(want: readonly string[], got: readonly string[]): string[] {
  const [expected, ...restExpected] = want
  const [received, ...restReceived] = got
  if (expected === undefined) return got.map((line) => `+ ${line}`)
  if (received === undefined) return want.map((line) => `- ${line}`)
  if (expected === received) return [`  ${expected}`, ...difference(restExpected, restReceived)]
  return got.includes(expected)
    ? [`+ ${received}`, ...difference(want, restReceived)]
    : [`- ${expected}`, ...difference(restExpected, got)]
}
