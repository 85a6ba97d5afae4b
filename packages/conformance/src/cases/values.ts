import { toBase64 } from '@party/protocol'
import { FileError } from '../files/fields.ts'
import { isList, isObject, type Json, type JsonObject, own } from '../files/json.ts'
import { isReserved, shapeOf, symbolIn, symbolsWithin } from '../symbols/symbols.ts'
import { isMatcher } from './match.ts'

/** Actors of a case, and whose account each has. */
export type Accounts = ReadonlyMap<string, string>

/**
 * Writes out the shorthands of a case:
 *
 * - `<a>`: a's presence, and `{ <a>, status: hi }` the same with more
 * - `<y*2100>` within a text: a character that many times
 * - `{ $utf8: text }`: the text's bytes, in base64
 * - `{ $hex: 00ff }`: bytes, in base64
 * - `{ $range: [0, 255] }`: the bytes from one to the other, in base64
 * - `{ $fill: [byte, count] }`: a byte that many times, in base64
 * - `{ $json: value }`: the value as JSON text
 *
 * What else begins with `$` is for the matcher and stays as it is.
 *
 * @throws {FileError} for a symbol that means nothing, or a shorthand that is not one.
 */
export function expand(value: Json, accounts: Accounts, place: string): Json {
  if (typeof value === 'string') return expandText(value, accounts, place)
  if (isList(value)) return value.map((item) => expand(item, accounts, place))
  if (!isObject(value)) return value
  const [key = '', ...others] = Object.keys(value)
  const short = others.length === 0 ? own(shorthands, key) : undefined
  if (short === undefined && key.startsWith('$') && !isMatcher(key)) {
    throw new FileError(place, `${key} is neither a shorthand nor a matcher`)
  }
  if (short === undefined) return expandObject(value, accounts, place)
  const made = short(expand(value[key] ?? null, accounts, place))
  if (made === undefined) throw new FileError(place, `${JSON.stringify(value)} is not a shorthand`)
  return made
}

/** Expands the values of an object, and a key that is a presence symbol into that presence's fields. */
export function expandObject(value: JsonObject, accounts: Accounts, place: string): JsonObject {
  const expanded: Record<string, Json> = {}
  for (const [key, item] of Object.entries(value)) {
    const symbol = symbolIn(key)
    if (symbol === undefined) expanded[key] = expand(item, accounts, place)
    else if (accounts.has(symbol) && item === null) Object.assign(expanded, presenceOf(symbol, accounts))
    else throw new FileError(place, `<${symbol}> is not an actor of this case`)
  }
  return expanded
}

/** The presence of an actor, in symbols. */
export function presenceOf(actor: string, accounts: Accounts): JsonObject {
  const account = accounts.get(actor) ?? actor
  return { userId: `<${account}.user>`, sessionId: `<${actor}.session>`, username: `<${account}.name>` }
}

const shorthands: Readonly<Record<string, (value: Json) => Json | undefined>> = {
  $utf8: (text) => (typeof text === 'string' ? toBase64(new TextEncoder().encode(text)) : undefined),
  $hex: (digits) => {
    const text = String(digits)
    return /^(?:[0-9a-f]{2})*$/.test(text) ? toBase64(new Uint8Array(Buffer.from(text, 'hex'))) : undefined
  },
  $range: (range) => {
    const [from, to] = isList(range) ? range : []
    if (typeof from !== 'number' || typeof to !== 'number') return undefined
    return toBase64(Uint8Array.from({ length: to - from + 1 }, (_, index) => from + index))
  },
  $fill: (fill) => {
    const [byte, count] = isList(fill) ? fill : []
    if (typeof byte !== 'number' || typeof count !== 'number') return undefined
    return toBase64(new Uint8Array(count).fill(byte))
  },
  $json: (value) => JSON.stringify(value),
}

function expandText(text: string, accounts: Accounts, place: string): Json {
  const symbol = symbolIn(text)
  if (symbol !== undefined && accounts.has(symbol)) return presenceOf(symbol, accounts)
  for (const within of symbolsWithin(text)) {
    const [owner = '', value] = within.split('.')
    const isKnown =
      shapeOf(within) !== undefined && (value === undefined || accounts.has(owner) || isReserved(owner))
    if (!isKnown) throw new FileError(place, `<${within}> is not a symbol of this case`)
  }
  return text.replace(/<(.)\*(\d+)>/g, (_, character: string, count: string) =>
    character.repeat(Number(count)),
  )
}
