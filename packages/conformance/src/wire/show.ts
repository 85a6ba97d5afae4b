import { isList, isObject, type Json, type JsonObject } from '../files/json.ts'
import type { Bindings } from '../symbols/bindings.ts'
import { passingSymbolFor } from '../symbols/symbols.ts'
import { clientsOf, split } from './compare.ts'
import type { Outcome, Received } from './scenario.ts'

/** Writes a value as a recording would: symbols for what they stand for, `<a>` for a's presence. */
export function show(value: Json, bindings: Bindings, key = ''): string {
  if (typeof value === 'string') return showText(value, bindings)
  if (isObject(value)) return showObject(value, bindings)
  if (!isList(value)) return String(value)
  const items = value.map((item) => show(item, bindings))
  // Their order does not count, so it must not look like a difference.
  if (key === 'users') items.sort()
  return `[${items.join(', ')}]`
}

function showText(text: string, bindings: Bindings): string {
  const symbol = bindings.symbolFor(text) ?? passingSymbolFor(text)
  if (symbol !== undefined) return `<${symbol}>`
  const short = text.replace(/(.)\1{59,}/g, (run, character: string) => `<${character}*${run.length}>`)
  return /^[a-z<][\w .:<>*-]*$/i.test(short) ? short : `'${short.replaceAll('\n', '\\n')}'`
}

function showObject(value: JsonObject, bindings: Bindings): string {
  const { session_id: session, ...rest } = value
  const { user_id: _user, username: _name, ...others } = rest
  const owner = ownerOf(session, bindings)
  if (owner !== undefined && Object.keys(value).length === 3) return `<${owner}>`
  const entries = Object.entries(owner === undefined ? value : others)
    .sort(byKey)
    .map(([key, item]) => `${key}: ${show(item, bindings, key)}`)
  if (owner !== undefined) entries.unshift(`<${owner}>`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

/** The client whose presence has this session id. */
function ownerOf(session: Json | undefined, bindings: Bindings): string | undefined {
  if (typeof session !== 'string') return undefined
  return /^<?(\w+)\.session>?$/.exec(bindings.symbolFor(session) ?? session)?.[1]
}

function byKey([left]: [string, Json], [right]: [string, Json]): number {
  if (left === 'cid' || right === 'cid') return left === right ? 0 : left === 'cid' ? -1 : 1
  return left < right ? -1 : left > right ? 1 : 0
}

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
