import { isList, isObject, type Json, type JsonObject, own } from '../files/json.ts'
import type { Bindings } from '../symbols/bindings.ts'
import { show } from '../symbols/show.ts'
import { symbolIn, symbolsWithin } from '../symbols/symbols.ts'

/**
 * How a value differs from what is expected of it; empty when it fits. Binds symbols as it goes, also when it does
 * not fit: pass a fork.
 *
 * Of an object only the keys that are named count. A list has exactly the items that are named, in that order. An
 * object with one of these keys stands for something else:
 *
 * - `$absent: true`: there is no such key
 * - `$any: true`: there is one
 * - `$unordered: [...]`: a list of these items in any order
 * - `$contains: [...]`: a list that has these items among others
 * - `$length: n`: a list or text of that length
 * - `$matches: expression`: a text that a regular expression finds something in
 */
export function mismatches(expected: Json, actual: Json | undefined, bindings: Bindings, at = ''): string[] {
  const place = at === '' ? '' : `${at}: `
  const differs = () => [`${place}expected ${show(expected, bindings)}, got ${told(actual, bindings)}`]
  if (isObject(expected)) {
    const special = specialOf(expected)
    if (special !== undefined) return special(actual, bindings) ? [] : differs()
    if (!isObject(actual)) return differs()
    return Object.entries(expected).flatMap(([key, item]) =>
      mismatches(item, own(actual, key), bindings, at === '' ? key : `${at}.${key}`),
    )
  }
  if (isList(expected)) {
    if (!isList(actual) || actual.length !== expected.length) return differs()
    return expected.flatMap((item, index) => mismatches(item, actual[index], bindings, `${at}[${index}]`))
  }
  if (typeof expected === 'string') return textFits(expected, actual, bindings) ? [] : differs()
  return expected === (actual ?? null) ? [] : differs()
}

function textFits(expected: string, actual: Json | undefined, bindings: Bindings): boolean {
  const symbol = symbolIn(expected)
  if (symbol !== undefined) return bindings.accept(symbol, actual ?? null)
  if (symbolsWithin(expected).length === 0) return actual === expected
  return actual === bindings.fillText(expected)
}

type Special = (actual: Json | undefined, bindings: Bindings) => boolean

function specialOf(expected: JsonObject): Special | undefined {
  const [key = '', ...others] = Object.keys(expected)
  return others.length === 0 ? own(specials, key)?.(expected[key] ?? null) : undefined
}

const specials: Readonly<Record<string, (value: Json) => Special>> = {
  $absent: () => (actual) => actual === undefined,
  $any: () => (actual) => actual !== undefined,
  $unordered: (items) => (actual, bindings) =>
    isList(actual) && isList(items) && actual.length === items.length && hasAll(items, actual, bindings),
  $contains: (items) => (actual, bindings) =>
    isList(actual) && isList(items) && hasAll(items, actual, bindings),
  $length: (length) => (actual) => (isList(actual) || typeof actual === 'string') && actual.length === length,
  $matches: (expression) => (actual) =>
    typeof actual === 'string' && new RegExp(String(expression)).test(actual),
}

/** Whether a key is one of those that stand for something else. */
export function isMatcher(key: string): boolean {
  return own(specials, key) !== undefined
}

/** Each expected item takes the first that is left and fits. That suffices where items are told apart by symbols. */
function hasAll(expected: readonly Json[], actual: readonly Json[], bindings: Bindings): boolean {
  const left = [...actual]
  return expected.every((item) => {
    const index = left.findIndex((candidate) => mismatches(item, candidate, bindings.fork()).length === 0)
    const [found] = index < 0 ? [] : left.splice(index, 1)
    return found !== undefined && mismatches(item, found, bindings).length === 0
  })
}

function told(value: Json | undefined, bindings: Bindings): string {
  return value === undefined ? 'nothing' : show(value, bindings)
}
