import { mapFields, wrapperFields } from '../gen/client-json.ts'
import { snakeCase } from '../json/names.ts'
import { encodeBase64 } from './base64.ts'

/**
 * JSON of a message that a client sends, or of a text: names in snake_case, and nothing in it that is not set. What a
 * field is shows in its value; the exceptions are listed by the generator.
 */
export function toJsonText(message: object | string): string {
  return JSON.stringify(message, convert)
}

function convert(name: string, value: unknown): unknown {
  // A server closes the connection of who sends half of a surrogate pair.
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\ufffd')
  // JSON has no notation for what no finite number is, and none for integers beyond the safe ones.
  if (typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)))
    return String(value)
  if (value instanceof Uint8Array) return encodeBase64(value)
  const isMessage = value instanceof Object && !Array.isArray(value) && !mapFields.includes(name)
  return isMessage ? snakeFields(value) : value
}

function snakeFields(message: object): object {
  const fields = Object.entries(message).map(([name, value]) => [snakeCase(name), value] as const)
  return Object.fromEntries(fields.filter(([name, value]) => value || wrapperFields.includes(name)))
}
