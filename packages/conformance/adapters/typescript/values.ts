import { fromBase64, toBase64 } from './base64.ts'

/** A value of the SDK as the contract writes it: bytes in base64, 64-bit integers in digits, times in RFC 3339. */
export function toContract(value: unknown, key = ''): unknown {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'bigint' || key === 'opCode') return String(value)
  if (value instanceof Uint8Array) return toBase64(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map((item) => toContract(item))
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toContract(item, name)]))
}

/** A 64-bit integer of the contract, as the SDK takes it. */
export function toInt64(digits: string): number | bigint {
  const number = Number(digits)
  return Number.isSafeInteger(number) ? number : BigInt(digits)
}

/** Bytes of the contract; as a window into a larger buffer if wanted. */
export function toBytes(base64: string, isView: boolean): Uint8Array {
  const bytes = fromBase64(base64)
  if (!isView) return bytes
  const surroundings = new Uint8Array(bytes.length + 16).fill(0xee)
  surroundings.set(bytes, 8)
  return surroundings.subarray(8, 8 + bytes.length)
}
