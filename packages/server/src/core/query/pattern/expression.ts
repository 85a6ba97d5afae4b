/** Ranges of code points, both ends included; any order, overlaps allowed. */
export type CharacterSet = readonly (readonly [first: number, last: number])[]

/** What a regular expression and a wildcard term both come down to. */
export type Expression =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'alternatives'; readonly parts: readonly Expression[] }
  /** Without a maximum there is no limit. */
  | {
      readonly kind: 'repeat'
      readonly part: Expression
      readonly min: number
      readonly max: number | undefined
    }

export const lastCodePoint = 0x10ffff

/** `.` and the wildcards stop at the end of a line, as they do in Go. */
export const anyCharacter: CharacterSet = [
  [0, 0x09],
  [0x0b, lastCodePoint],
]

/** Any number of any characters. */
export const anything: Expression = {
  kind: 'repeat',
  part: { kind: 'set', set: anyCharacter },
  min: 0,
  max: undefined,
}

export function literal(character: string): Expression {
  const codePoint = character.codePointAt(0) ?? 0
  return { kind: 'set', set: [[codePoint, codePoint]] }
}

/** Everything that is not in the set. */
export function complement(set: CharacterSet): CharacterSet {
  const gaps: [number, number][] = []
  let next = 0
  for (const [first, last] of [...set].sort((a, b) => a[0] - b[0])) {
    if (first > next) gaps.push([next, first - 1])
    next = Math.max(next, last + 1)
  }
  if (next <= lastCodePoint) gaps.push([next, lastCodePoint])
  return gaps
}

/** The set of some ranges, each given as the text of its first and its last character, or of the only one. */
export function setOf(...ranges: readonly string[]): CharacterSet {
  return ranges.map((range) => {
    const [first = 0, last = first] = [...range].map((character) => character.codePointAt(0) ?? 0)
    return [first, last]
  })
}
