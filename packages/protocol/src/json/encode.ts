import type { EnvelopeCase } from '../envelope.ts'
import type { Int64 } from '../int64.ts'
import { toBase64 } from './base64.ts'

// Text is put together directly: to build an object for `JSON.stringify` first costs about as much again. The generated
// writers leave out what is not set and call these for the rest.

/** Names in JSON and writers of the messages an envelope may carry, by kind. */
export type JsonWriters = { readonly [C in EnvelopeCase]: readonly [name: string, write: JsonWriter] }

interface JsonMethods {
  // A method, because these may take less than they are declared to: each only ever gets its own message.
  write(message: object): string
}

/** Writes one kind of message as JSON text. */
export type JsonWriter = JsonMethods['write']

/** What stands between the fields so far of an object under way, which begins with its brace, and the next one. */
export function comma(json: string): string {
  return json.length > 1 ? ',' : ''
}

/** What JSON does not have as it is, and halves of surrogate pairs. */
const special = /["\\\p{Cc}\p{Surrogate}]/u

/** Half surrogate pairs become U+FFFD: a server closes the connection of who sends one. */
export function stringToJson(value: string): string {
  if (!special.test(value)) return `"${value}"`
  return JSON.stringify(value.replace(/\p{Surrogate}/gu, '\ufffd'))
}

export function boolToJson(value: boolean): string {
  return String(value)
}

export function int32ToJson(value: number): string {
  return String(value)
}

export function int64ToJson(value: Int64): string {
  return `"${value}"`
}

/** JSON has no notation for what is no finite number. */
export function doubleToJson(value: number): string {
  return Number.isFinite(value) ? String(value) : `"${value}"`
}

export function bytesToJson(value: Uint8Array): string {
  return `"${toBase64(value)}"`
}

export function timestampToJson(time: Date): string {
  return `"${time.toISOString().replace('.000Z', 'Z')}"`
}

export function listToJson<T>(list: readonly T[], write: (item: T) => string): string {
  let json = '['
  for (const item of list) json += `${comma(json)}${write(item)}`
  return `${json}]`
}

/** Whether a map would not be written as an empty one. */
export function hasEntries(map: object): boolean {
  for (const key in map) if (Object.hasOwn(map, key)) return true
  return false
}

export function mapToJson<T>(map: Readonly<Record<string, T>>, write: (value: T) => string): string {
  let json = '{'
  for (const [key, value] of Object.entries(map)) json += `${comma(json)}${stringToJson(key)}:${write(value)}`
  return `${json}}`
}

/** Where a message has its own JSON. */
const ownJson = Symbol('json')

/**
 * Freezes a message and writes its JSON, which every message that names this one takes over from then on: for a
 * presence that a server shows to many. A copy of the message, which may differ, does not have it.
 */
export function keepJson<T extends object>(message: T, write: (message: T) => string): Readonly<T> {
  // In one piece: a text that was put together is a tree until it is read, and would be walked for each taking over.
  const json = [...write(message)].join('')
  return Object.freeze(Object.defineProperty(message, ownJson, { value: json }))
}

/** What {@link keepJson} kept with a message. */
export function keptJson(message: object): string | undefined {
  return (message as { readonly [ownJson]?: string })[ownJson]
}
