import { isList, isObject, type Json, type JsonObject } from '../files/json.ts'
import type { Bindings } from '../symbols/bindings.ts'
import { symbolIn } from '../symbols/symbols.ts'

/** Lists that Nakama gives in random order. */
const unordered: ReadonlySet<string> = new Set(['users'])

/**
 * Whether a received value is what was recorded: the same keys, the same items, the same scalars, and for each symbol
 * a value that can be what it stands for. Binds symbols as it goes, also when the answer is no: pass a fork.
 */
export function matches(expected: Json, actual: Json, bindings: Bindings, key = ''): boolean {
  if (typeof expected === 'string') {
    const symbol = symbolIn(expected)
    return symbol === undefined ? actual === expected : bindings.accept(symbol, actual)
  }
  if (isList(expected)) {
    if (!isList(actual) || actual.length !== expected.length) return false
    if (unordered.has(key)) return matchesInAnyOrder(expected, actual, bindings)
    return expected.every((item, index) => matches(item, actual[index] ?? null, bindings))
  }
  if (isObject(expected)) return isObject(actual) && matchesObject(expected, actual, bindings)
  return expected === actual
}

function matchesObject(expected: JsonObject, actual: JsonObject, bindings: Bindings): boolean {
  const keys = Object.keys(expected)
  return (
    keys.length === Object.keys(actual).length &&
    keys.every((key) => key in actual && matches(expected[key] ?? null, actual[key] ?? null, bindings, key))
  )
}

/**
 * Each received item goes to the first expected one it fits. That suffices where items are told apart by symbols
 * bound in earlier steps, as the players of a match are.
 */
function matchesInAnyOrder(expected: readonly Json[], actual: readonly Json[], bindings: Bindings): boolean {
  const open = [...expected]
  return actual.every((item) => {
    const index = open.findIndex((candidate) => matches(candidate, item, bindings.fork()))
    const [found] = index < 0 ? [] : open.splice(index, 1)
    return found !== undefined && matches(found, item, bindings)
  })
}
