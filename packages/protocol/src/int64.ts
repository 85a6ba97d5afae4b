/** A 64-bit integer: a number where that is exact, a bigint beyond ±(2^53 − 1), so that nothing is lost. */
export type Int64 = number | bigint

const min = -(2n ** 63n)
const max = 2n ** 63n - 1n

/** The shortest exact form of an integer; undefined when it does not fit into 64 bits. */
export function toInt64(value: bigint): Int64 | undefined {
  if (value < min || value > max) return undefined
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}
