/**
 * `JSON.parse` that keeps integers beyond 2^53, where they stand as bare numbers, as bigints. It takes several times as
 * long. A platform whose reviver is not told the source of a number gives the nearest number instead.
 */
export function parseExactly(text: string): unknown {
  return JSON.parse(text, revive)
}

function revive(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source
  const isLarge = typeof value === 'number' && !Number.isSafeInteger(value)
  return isLarge && source !== undefined && /^-?\d+$/.test(source) ? BigInt(source) : value
}
