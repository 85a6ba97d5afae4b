import { DecodeError } from '../codec.ts'
import type { EnvelopeCase } from '../envelope.ts'
import type { Int64 } from '../int64.ts'
import { decodeBase64 } from './base64.ts'

// How a client reads JSON. It takes what a server writes, not everything that protojson would take, and passes over
// fields that it does not know. A value of the wrong type is refused: what has a type has to have it.

/** Reads a value. Each kind has a default for what is not there. */
export type Reader<T> = (value: unknown) => T

/** Readers of the messages that an envelope may carry, by kind. */
export type Readers = { readonly [C in EnvelopeCase]?: Reader<object> }

/** The fields of a message, not read yet, under the names they have in JSON. */
export type Fields = Readonly<Record<string, unknown>>

export const text: Reader<string> = (value) =>
  typeof value === 'string' ? value : unset(value, 'a string') || ''

export const bool: Reader<boolean> = (value) =>
  typeof value === 'boolean' ? value : unset(value, 'true or false') || false

export const double: Reader<number> = (value) =>
  typeof value === 'number' || typeof value === 'string' ? Number(value) : unset(value, 'a number') || 0

export const int64: Reader<Int64> = (value) => {
  const number = double(value)
  // BigInt refuses what is no integer.
  return Number.isSafeInteger(number) ? number : BigInt(value as string | number)
}

export const int32: Reader<number> = (value) => Number(int64(value))

export const bytes: Reader<Uint8Array> = (value) => decodeBase64(text(value))

export const optionalText: Reader<string | undefined> = (value) => optional(value, text)

export const optionalTime: Reader<Date | undefined> = (value) =>
  optional(value, (time) => new Date(text(time)))

/** The fields of a message; none if it is not there, so that it has the default of each. */
export function fields(value: unknown): Fields {
  return value instanceof Object ? (value as Fields) : unset(value, 'an object') || {}
}

export function list<T>(value: unknown, read: Reader<T>): T[] {
  return Array.isArray(value) ? value.map((item) => read(item)) : unset(value, 'a list') || []
}

export function map<T>(value: unknown, read: Reader<T>): Record<string, T> {
  // fromEntries, because assigning to `__proto__` would not make a property.
  return Object.fromEntries(Object.entries(fields(value)).map(([name, item]) => [name, read(item)]))
}

function optional<T>(value: unknown, read: Reader<T>): T | undefined {
  return value === undefined || value === null ? undefined : read(value)
}

/** Refuses a value that is there. */
function unset(value: unknown, expected: string): undefined {
  if (value !== undefined && value !== null) {
    throw new DecodeError(`expected ${expected}, got ${JSON.stringify(value)}`)
  }
}
