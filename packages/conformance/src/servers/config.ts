import type { ServerConfigOverrides } from '@party/server'
import { isObject, type Json, type JsonObject } from '../files/json.ts'

/** Options under Nakama's names, `interval_sec`, as our server takes them, `intervalSec`. */
export function serverConfig(config: JsonObject): ServerConfigOverrides {
  return camelCase(config) as ServerConfigOverrides
}

/** One configuration over another, group by group. */
export function mergeConfig(below: JsonObject, above: JsonObject): JsonObject {
  const groups = Object.entries(above).map(([key, value]) => {
    const under = below[key]
    return [key, isObject(value) && isObject(under) ? { ...under, ...value } : value]
  })
  return { ...below, ...Object.fromEntries(groups) }
}

function camelCase(value: Json): Json {
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      camelCase(item),
    ]),
  )
}
