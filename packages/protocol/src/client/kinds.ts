import { DecodeError } from '../codec.ts'
import type { EnvelopeCase } from '../envelope.ts'
import type { Int64 } from '../int64.ts'
import { snakeCase } from '../json/names.ts'
import { decodeBase64 } from './base64.ts'

// How a client reads JSON. It takes what a server writes, not everything that protojson would take, and passes over
// fields that it does not know. A value of the wrong type is refused: what has a type has to have it.

/** Reads a value. Each kind has a default for what is not there. */
export type Reader<T> = (value: unknown) => T

/** Readers of the messages that an envelope may carry, by kind. */
export type Readers = { readonly [C in EnvelopeCase]?: Reader<object> }

/** What each field of a message is. */
type FieldReaders<T> = { readonly [Name in keyof T]-?: Reader<T[Name]> }

export const text: Reader<string> = (value) =>
  typeof value === 'string' ? value : unset(value, 'a text', '')

export const bool: Reader<boolean> = (value) =>
  typeof value === 'boolean' ? value : unset(value, 'true or false', false)

export const double: Reader<number> = (value) =>
  typeof value === 'number' || typeof value === 'string' ? Number(value) : unset(value, 'a number', 0)

export const int64: Reader<Int64> = (value) => {
  const number = double(value)
  // BigInt refuses what is no integer.
  return Number.isSafeInteger(number) ? number : BigInt(value as string | number)
}

export const int32: Reader<number> = (value) => Number(int64(value))

export const bytes: Reader<Uint8Array> = (value) => decodeBase64(text(value))

export const optionalText: Reader<string | undefined> = (value) =>
  value === undefined || value === null ? undefined : text(value)

export const optionalTime: Reader<Date | undefined> = (value) =>
  value === undefined || value === null ? undefined : new Date(text(value))

/** The fields of a message, not read yet, under the names they have in JSON. */
export type Fields = Readonly<Record<string, unknown>>

export const object: Reader<Fields> = (value) =>
  value instanceof Object ? (value as Fields) : unset(value, 'an object', {})

export function list<T>(read: Reader<T>): Reader<T[]> {
  return (value) => (Array.isArray(value) ? value.map(read) : unset(value, 'a list', []))
}

export function map<T>(read: Reader<T>): Reader<Record<string, T>> {
  // fromEntries, because assigning to `__proto__` would not make a property.
  return (value) =>
    Object.fromEntries(Object.entries(object(value)).map(([name, item]) => [name, read(item)]))
}

/** A message that is not there has the default of each of its fields. */
export function message<T extends object>(fields: FieldReaders<T>): Reader<T> {
  const readers = Object.entries<Reader<unknown>>(fields).map(
    ([name, read]) => [name, read, snakeCase(name)] as const,
  )
  return (value) => {
    const from = object(value)
    const to: Record<string, unknown> = {}
    for (const [name, read, wireName] of readers) to[name] = read(from[wireName])
    return to as T
  }
}

/** What stands for a value that is not there; one that is there is refused. */
function unset<T>(value: unknown, expected: string, fallback: T): T {
  if (value !== undefined && value !== null) {
    throw new DecodeError(`expected ${expected}, got ${JSON.stringify(value)}`)
  }
  return fallback
}
