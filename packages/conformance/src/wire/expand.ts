import { isList, isObject, type Json, type JsonObject } from '../files/json.ts'
import { isReserved, shapeOf, symbolIn, symbolsWithin } from '../symbols/symbols.ts'

/** A client's name → the client whose account it uses. */
export type Accounts = ReadonlyMap<string, string>

/** A symbol nobody can fill in: misspelt, or of a client that does not take part. */
export class UnknownSymbolError extends Error {
  constructor(symbol: string) {
    super(`<${symbol}> is not a symbol of this scenario`)
    this.name = 'UnknownSymbolError'
  }
}

/**
 * Writes out the shorthands of a recording: `<a>` becomes a's presence, `{ <a>, status: hi }` a's presence with a
 * status, and `<y*3>` becomes `yyy`.
 *
 * @throws {UnknownSymbolError} for a symbol that means nothing in this scenario.
 */
export function expand(value: Json, accounts: Accounts): Json {
  if (typeof value === 'string') return expandText(value, accounts)
  if (isList(value)) return value.map((item) => expand(item, accounts))
  if (isObject(value)) return expandObject(value, accounts)
  return value
}

function expandText(text: string, accounts: Accounts): Json {
  const symbol = symbolIn(text)
  if (symbol !== undefined && accounts.has(symbol)) return presenceOf(symbol, accounts)
  for (const within of symbolsWithin(text)) requireKnown(within, accounts)
  return text.replace(/<(.)\*(\d+)>/g, (_, character: string, count: string) =>
    character.repeat(Number(count)),
  )
}

/** Expands the values of an object, and a key that is a presence symbol into that presence's fields. */
export function expandObject(value: JsonObject, accounts: Accounts): JsonObject {
  const expanded: Record<string, Json> = {}
  for (const [key, item] of Object.entries(value)) {
    const symbol = symbolIn(key)
    if (symbol === undefined) expanded[key] = expand(item, accounts)
    else if (accounts.has(symbol) && item === null) Object.assign(expanded, presenceOf(symbol, accounts))
    else throw new UnknownSymbolError(symbol)
  }
  return expanded
}

/** The presence of a client, in symbols. */
export function presenceOf(client: string, accounts: Accounts): JsonObject {
  const account = accounts.get(client) ?? client
  return { user_id: `<${account}.user>`, session_id: `<${client}.session>`, username: `<${account}.name>` }
}

function requireKnown(symbol: string, accounts: Accounts): void {
  const [owner = '', value] = symbol.split('.')
  const known =
    shapeOf(symbol) !== undefined && (value === undefined || accounts.has(owner) || isReserved(owner))
  if (!known) throw new UnknownSymbolError(symbol)
}
