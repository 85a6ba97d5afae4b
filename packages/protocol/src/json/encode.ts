import type { EnvelopeCase } from '../envelope.ts'
import type { Int64 } from '../int64.ts'
import { toBase64 } from './base64.ts'

/** A JSON object to be written. Undefined properties are not: `JSON.stringify` leaves them out. */
export type JsonObject = Record<string, unknown>

/** Names in JSON and writers of the messages an envelope may carry, by kind. */
export type JsonWriters = { readonly [C in EnvelopeCase]: readonly [name: string, write: JsonWriter] }

interface JsonMethods {
  // A method, because these may take less than they are declared to: each only ever gets its own message.
  write(message: object): JsonObject
}

/** Writes one kind of message. */
export type JsonWriter = JsonMethods['write']

// Each gives undefined for a value that is not set, so that it does not travel.

export function int64ToJson(value: Int64): string | undefined {
  return value ? String(value) : undefined
}

export function bytesToJson(bytes: Uint8Array): string | undefined {
  return bytes.length > 0 ? toBase64(bytes) : undefined
}

export function timestampToJson(time: Date | undefined): string | undefined {
  return time?.toISOString().replace('.000Z', 'Z')
}

/** JSON has no notation for these three. */
export function doubleToJson(value: number): number | string {
  return Number.isFinite(value) ? value : String(value)
}

export function listToJson<T>(list: readonly T[], write?: (item: T) => unknown): unknown[] | undefined {
  if (list.length === 0) return undefined
  return write ? list.map((item) => write(item)) : [...list]
}

export function mapToJson<T>(
  map: Readonly<Record<string, T>>,
  write: (value: T) => unknown = (value) => value,
): JsonObject | undefined {
  const entries = Object.entries(map)
  return entries.length > 0
    ? Object.fromEntries(entries.map(([key, value]) => [key, write(value)]))
    : undefined
}

/** JSON text. Half surrogate pairs become U+FFFD: a server closes the connection of who sends one. */
export function stringify(json: JsonObject): string {
  const text = JSON.stringify(json)
  // Only such a half is written as an escape, which makes the search a cheap one.
  if (!text.includes('\\ud')) return text
  return JSON.stringify(json, (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value,
  )
}
