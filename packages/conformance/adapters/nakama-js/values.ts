/** Maps whose keys are a game's own. */
const free: ReadonlySet<string> = new Set(['string_properties', 'numeric_properties'])

/** A value of nakama-js in the names of the contract. Nothing is added that nakama-js left out. */
export function toContract(value: unknown, key = ''): unknown {
  if (value === undefined || value === null) return undefined
  if (key === 'op_code') return String(value)
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map((item) => toContract(item))
  if (typeof value !== 'object') return value
  const entries = Object.entries(value).map(([name, item]) => [
    free.has(key) ? name : camelCase(name),
    toContract(item, name),
  ])
  return Object.fromEntries(entries)
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** Bytes of the contract; as a window into a larger buffer if wanted. */
export function toBytes(base64: string, isView: boolean): Uint8Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'))
  if (!isView) return bytes
  const surroundings = new Uint8Array(bytes.length + 16).fill(0xee)
  surroundings.set(bytes, 8)
  return surroundings.subarray(8, 8 + bytes.length)
}
