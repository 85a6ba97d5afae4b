import { type Int64, toInt64 } from '../int64.ts'
import { fromBase64 } from './base64.ts'
import { fail, type Place } from './place.ts'

// The forms in which protojson takes each scalar. `at` and `name` say where the value stands, for the error.

/** The value of a bytes field that is not set. */
export const noBytes: Uint8Array = new Uint8Array()

export function asString(value: unknown, at: Place, name: string | number): string {
  if (typeof value !== 'string') return fail(at, name, 'expected a string')
  at.rules?.text(value, at, name)
  return value
}

export function asBool(value: unknown, at: Place, name: string | number): boolean {
  return typeof value === 'boolean' ? value : fail(at, name, 'expected true or false')
}

export function asInt32(value: unknown, at: Place, name: string | number): number {
  const number = Number(asInt64(value, at, name))
  return number === (number | 0) ? number : fail(at, name, 'out of range for int32')
}

/** What nearly every integer in a string looks like. */
const fewDigits = /^(?:0|[1-9]\d{0,14})$/

export function asInt64(value: unknown, at: Place, name: string | number): Int64 {
  if (typeof value === 'string' && fewDigits.test(value)) return Number(value)
  if (Number.isSafeInteger(value)) return Number(value) + 0 // + 0 turns -0 into 0
  if (typeof value === 'number') at.rules?.large?.()
  const whole = typeof value === 'bigint' ? value : integer(value)
  if (whole === undefined) return fail(at, name, 'expected an integer')
  return toInt64(whole) ?? fail(at, name, 'out of range for int64')
}

export function asDouble(value: unknown, at: Place, name: string | number): number {
  if (value === 'NaN') return Number.NaN
  if (value === 'Infinity' || value === '-Infinity') return Number(value)
  const isNumber =
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    (typeof value === 'string' && decimal.test(value))
  const number = isNumber ? Number(value) : fail(at, name, 'expected a number')
  return Number.isFinite(number) ? number : fail(at, name, 'out of range for double')
}

export function asBytes(value: unknown, at: Place, name: string | number): Uint8Array {
  return fromBase64(asString(value, at, name)) ?? fail(at, name, 'expected base64')
}

const rfc3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:(\.\d{1,3})\d{0,6})?(Z|[+-]\d\d:\d\d)$/

export function asTimestamp(value: unknown, at: Place, name: string | number): Date {
  const [, second, fraction = '', zone] = rfc3339.exec(asString(value, at, name)) ?? []
  const date = new Date(`${second}${fraction}${zone}`)
  return Number.isNaN(date.getTime()) ? fail(at, name, 'expected an RFC 3339 time') : date
}

const decimal = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/

/** The integer that a number or a numeric string (`7`, `1e2`, `3.0`) stands for, exactly. */
function integer(value: unknown): bigint | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : undefined
  const match = typeof value === 'string' ? decimal.exec(value) : null
  if (match === null) return undefined
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const digits = (whole + fraction).replace(/^0+/, '')
  if (digits === '') return 0n
  const shift = Number(exponent) - fraction.length
  // Beyond any 64-bit integer: the exact value does not matter, and could be as long as memory.
  if (digits.length + shift > 20) return toBigInt(`${sign}1`, 20)
  if (shift >= 0) return toBigInt(sign + digits, shift)
  const kept = digits.slice(0, shift)
  return kept !== '' && /^0+$/.test(digits.slice(shift)) ? toBigInt(sign + kept, 0) : undefined
}

function toBigInt(digits: string, zeros: number): bigint {
  return BigInt(digits + '0'.repeat(zeros))
}
