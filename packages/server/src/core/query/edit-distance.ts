/**
 * The edits that turn one text into the other, a swap of neighbours counting as one, or undefined when it takes
 * more than `limit`. Only a band that wide around the diagonal is looked at, so the time grows with the texts'
 * length and not with its square.
 */
export function editDistance(from: string, to: string, limit: number): number | undefined {
  const source = [...from]
  const target = [...to]
  if (Math.abs(source.length - target.length) > limit) return undefined
  const tooMany = limit + 1
  /** Distance between the first `row` and the first `column` characters, for the last three rows. */
  let beforeLast = new Map<number, number>()
  let last = new Map<number, number>()
  for (let column = 0; column <= Math.min(limit, target.length); column++) last.set(column, column)
  for (let row = 1; row <= source.length; row++) {
    const current = new Map<number, number>()
    for (let column = Math.max(0, row - limit); column <= Math.min(target.length, row + limit); column++) {
      const isSame = source[row - 1] === target[column - 1]
      const isSwap = source[row - 1] === target[column - 2] && source[row - 2] === target[column - 1]
      const distances = [
        (last.get(column) ?? tooMany) + 1,
        (current.get(column - 1) ?? tooMany) + 1,
        column > 0 ? (last.get(column - 1) ?? tooMany) + (isSame ? 0 : 1) : tooMany,
        isSwap && row > 1 && column > 1 ? (beforeLast.get(column - 2) ?? tooMany) + 1 : tooMany,
      ]
      current.set(column, Math.min(...distances))
    }
    beforeLast = last
    last = current
  }
  const distance = last.get(target.length) ?? tooMany
  return distance > limit ? undefined : distance
}
