import type { EnvelopeCase } from '../envelope.ts'
import { isCamelCase, snakeCase } from './names.ts'
import { type Fields, fail, type Place } from './place.ts'

/** Reads a value that stands in `at` under `name`. */
export type JsonReader<T> = (value: unknown, at: Place, name: string | number) => T

/** Kinds and readers of the messages an envelope may carry, by name in JSON. */
export type JsonReaders = Readonly<Record<string, readonly [kind: EnvelopeCase, read: JsonReader<object>]>>

/**
 * Reads a message from parsed JSON: `fromJson(partyListFromJson, await response.json())`. Unknown fields are passed
 * over, as Nakama does over HTTP.
 *
 * @throws DecodeError when the JSON is not such a message
 */
export function fromJson<T>(read: JsonReader<T>, json: unknown): T {
  return read(json, { parent: undefined, name: '', rules: undefined }, '')
}

/** Opens a JSON object for reading. */
export function fields(value: unknown, at: Place, name: string | number): Fields {
  if (!isObject(value)) return fail(at, name, 'expected an object')
  let unread = 0
  let isSnakeCase = true
  for (const field in value) {
    unread++
    isSnakeCase &&= !isCamelCase(field)
  }
  return { parent: at, name, rules: at.rules, json: isSnakeCase ? value : inSnakeCase(value), unread }
}

/** Declares fields of which at most one may be set. */
export function atMostOne(from: Fields, ...names: readonly string[]): void {
  from.rules?.atMostOne(from, names)
}

/** Closes an object. */
export function finish<T extends object>(from: Fields, message: T): T {
  from.rules?.allRead(from, message)
  return message
}

/** Reads a field; `unset` when it is not there or null. */
export function read<T, U>(from: Fields, name: string, convert: JsonReader<T>, unset: U): T | U {
  const value = from.json[name]
  if (value === undefined) return unset
  from.unread--
  return value === null ? unset : convert(value, from, name)
}

/** Reads a repeated field. */
export function readList<T>(from: Fields, name: string, convert: JsonReader<T>): T[] {
  return read(
    from,
    name,
    (value) => {
      if (!Array.isArray(value)) return fail(from, name, 'expected a list')
      const place = { parent: from, name, rules: from.rules }
      return value.map((item, index) => convert(item, place, index))
    },
    [],
  )
}

/** Reads a map. */
export function readMap<T>(from: Fields, name: string, convert: JsonReader<T>): Record<string, T> {
  return read(
    from,
    name,
    (value) => {
      if (!isObject(value)) return fail(from, name, 'expected an object')
      const place = { parent: from, name, rules: from.rules }
      // fromEntries, because assigning to `__proto__` would not make a property.
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, convert(item, place, key)]))
    },
    {},
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function inSnakeCase(json: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(json)
  return Object.fromEntries(
    entries.map(([name, value]) => [isCamelCase(name) ? snakeCase(name) : name, value]),
  )
}
