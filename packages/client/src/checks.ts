import { limits } from '@party/protocol'
import { PartyError } from './error.ts'
import type { Session } from './http/session.ts'
import { byteLength } from './runtime/text.ts'

// Each refuses a bad argument with `invalid_argument`, naming it, before anything is sent. What only the server
// can know (whether a party exists, who leads it) is left to the server.

/** A text of at least and at most so many bytes. */
export function text(
  argument: string,
  value: unknown,
  minBytes = 0,
  maxBytes = Number.POSITIVE_INFINITY,
): void {
  if (typeof value !== 'string') refuse(argument, 'has to be a string')
  const size = byteLength(value)
  if (size === 0 && minBytes > 0) refuse(argument, 'must not be empty')
  if (size < minBytes) refuse(argument, `has to have at least ${minBytes} bytes, not ${size}`)
  if (size > maxBytes) refuse(argument, `may have at most ${maxBytes} bytes, not ${size}`)
}

/** An account id: a text without spaces and control characters. */
export function id(argument: string, value: string, minBytes: number): void {
  text(argument, value, minBytes, limits.maxIdBytes)
  if (/[\s\p{Cc}]/u.test(value)) refuse(argument, 'must not have spaces or control characters')
}

/** A signed-in player. */
export function session(value: Session | undefined): void {
  if (typeof value?.token !== 'string') refuse('session', 'has to be a session')
}

/** A list of non-empty texts. */
export function texts(argument: string, values: unknown): asserts values is readonly string[] {
  if (!Array.isArray(values)) refuse(argument, 'has to be a list')
  for (const [index, value] of values.entries()) text(`${argument}[${index}]`, value, 1)
}

/** A map of texts. */
export function textMap(argument: string, map: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(map)) text(`${argument}.${name}`, value)
}

/** A map of finite numbers. */
export function numberMap(argument: string, map: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(map)) {
    if (!Number.isFinite(value)) refuse(`${argument}.${name}`, 'has to be a finite number')
  }
}

/** An object with options. */
export function object(argument: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) refuse(argument, 'has to be an object')
}

/** A truth value. */
export function boolean(argument: string, value: unknown): void {
  if (typeof value !== 'boolean') refuse(argument, 'has to be true or false')
}

/** An integer of a range. */
export function integer(argument: string, value: unknown, min: number, max: number): void {
  if (!Number.isInteger(value)) refuse(argument, 'has to be an integer')
  if (Number(value) < min || Number(value) > max)
    refuse(argument, `has to be from ${min} to ${max}, not ${value}`)
}

const maxInt64 = 2n ** 63n - 1n

/** A 64-bit integer. A number beyond 2^53 is refused, because it may be another than was meant. */
export function int64(argument: string, value: unknown): void {
  if (typeof value === 'bigint') {
    if (value > maxInt64 || value < -maxInt64 - 1n) refuse(argument, 'has to fit into 64 bits')
  } else if (!Number.isSafeInteger(value)) {
    refuse(argument, 'has to be an integer; beyond 2^53 a bigint')
  }
}

/** A party's label: empty, or a JSON object. */
export function label(argument: string, value: unknown): void {
  text(argument, value, 0, limits.maxLabelBytes)
  if (value !== '' && !isJsonObject(String(value))) refuse(argument, 'has to be a JSON object, as text')
}

/** Refuses an argument. */
export function refuse(argument: string, why: string): never {
  throw PartyError.invalidArgument(argument, why)
}

function isJsonObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
