/**
 * `JSON.parse` for a side that has to take integers beyond 2^53 as bare numbers: those become bigints, exactly.
 * A platform whose reviver is not told the source of a number gives the nearest number instead.
 */
export function parseExactly(text: string): unknown {
  // Almost no frame has such a number, and a reviver costs several times the parsing.
  return /\d{16}/.test(text) ? JSON.parse(text, revive) : JSON.parse(text)
}

function revive(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source
  const isLarge = typeof value === 'number' && !Number.isSafeInteger(value)
  return isLarge && source !== undefined && /^-?\d+$/.test(source) ? BigInt(source) : value
}
