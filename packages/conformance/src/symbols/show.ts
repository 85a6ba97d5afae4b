import { isList, isObject, type Json, type JsonObject } from '../files/json.ts'
import type { Bindings } from './bindings.ts'
import { passingSymbolFor } from './symbols.ts'

/**
 * Writes a value as a recording or a case would: symbols for what they stand for, `<a>` for a's presence, whether its
 * names are those of the wire or those of the contract.
 */
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
  const {
    session_id: onWire,
    sessionId: session = onWire,
    user_id: _1,
    userId: _2,
    username: _3,
    ...others
  } = value
  const owner = ownerOf(session, bindings)
  if (owner !== undefined && Object.keys(others).length === 0) return `<${owner}>`
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
