import type { EnvelopeCase } from '../envelope.ts'
import { fail, type Place, strictRoot, tolerantRoot } from './place.ts'

/** Reads a value that stands in `at` under `name`. */
export type JsonReader<T> = (value: unknown, at: Place, name: string | number) => T

/** Readers of the messages an envelope may carry, by kind. */
export type JsonReaders = { readonly [C in EnvelopeCase]?: JsonReader<object> }

/** A JSON object whose fields are being read. */
export interface Fields extends Place {
  /** The object, with every name in snake_case. */
  readonly json: Readonly<Record<string, unknown>>
  /** How many of its fields nobody has asked for yet. */
  unread: number
}

/**
 * Reads a message from parsed JSON: `fromJson(partyListFromJson, await response.json())`.
 *
 * @param strict whether an unknown field is refused; by default it is passed over, as Nakama does over HTTP
 * @throws DecodeError when the JSON is not such a message
 */
export function fromJson<T>(read: JsonReader<T>, json: unknown, strict = false): T {
  return read(json, strict ? strictRoot : tolerantRoot, '')
}

/** Opens a JSON object for reading. */
export function fields(value: unknown, at: Place, name: string | number): Fields {
  if (!isObject(value)) return fail(at, name, 'expected an object')
  const names = Object.keys(value)
  const from = { parent: at, name, strict: at.strict, json: value, unread: names.length }
  if (names.some(isCamelCase)) from.json = inSnakeCase(value, from)
  return from
}

/** Refuses an object in which several of the fields are set that exclude each other. */
export function atMostOne(from: Fields, ...names: readonly string[]): void {
  const [, second] = names.filter((name) => (from.json[name] ?? null) !== null)
  if (from.strict && second) fail(from, second, 'another member of the oneof is set')
}

/** Closes an object: refuses what none of the message's fields has read. */
export function finish<T extends object>(from: Fields, message: T): T {
  if (from.strict && from.unread > 0) {
    const unknown = Object.keys(from.json).find((name) => !Object.hasOwn(message, camelCase(name)))
    fail(from, unknown ?? '', 'unknown field')
  }
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
    (value, at) => {
      if (!Array.isArray(value)) return fail(at, name, 'expected a list')
      const place = { parent: at, name, strict: at.strict }
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
    (value, at) => {
      if (!isObject(value)) return fail(at, name, 'expected an object')
      const place = { parent: at, name, strict: at.strict }
      // fromEntries, because assigning to `__proto__` would not make a property.
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, convert(item, place, key)]))
    },
    {},
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** A name with capitals and underscores is of neither spelling, and so no field's name. */
function isCamelCase(name: string): boolean {
  return /[A-Z]/.test(name) && !name.includes('_')
}

function inSnakeCase(json: Readonly<Record<string, unknown>>, at: Place): Record<string, unknown> {
  const renamed = new Map<string, unknown>()
  for (const [name, value] of Object.entries(json)) {
    const snake = isCamelCase(name) ? snakeCase(name) : name
    if (at.strict && renamed.has(snake)) fail(at, name, 'the field is there twice')
    renamed.set(snake, value)
  }
  return Object.fromEntries(renamed)
}
