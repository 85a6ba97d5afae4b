/** A 64-bit integer: a number where that is exact, a bigint beyond ±(2^53 − 1), so that nothing is lost. */
export type Int64 = number | bigint

/** An integer in the form of `Int64`; undefined when it does not fit into 64 bits. */
export function toInt64(value: bigint): Int64 | undefined {
  if (BigInt.asIntN(64, value) !== value) return undefined
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}
