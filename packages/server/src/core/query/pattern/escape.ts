import type { Characters } from './characters.ts'
import { PatternError } from './error.ts'
import { lastCodePoint } from './expression.ts'

const controls: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
])

/** The code point that an escape stands for; the backslash has been taken. */
export function takeEscapedCodePoint(characters: Characters): number {
  const character = characters.take()
  const control = controls.get(character)
  if (control !== undefined) return control
  if (character === 'x') return takeHexadecimal(characters)
  // `\1` to `\7` alone would be back references, which no automaton can follow.
  if (character === '0' || (isOctal(character) && isOctal(characters.peek()))) {
    return takeOctal(characters, character)
  }
  if (/^[!-/:-@[-`{-~ ]$/.test(character)) return character.codePointAt(0) ?? 0
  throw new PatternError(`invalid escape \\${character}`)
}

function isOctal(character: string): boolean {
  return /^[0-7]$/.test(character)
}

function takeOctal(characters: Characters, first: string): number {
  let digits = first
  while (digits.length < 3 && isOctal(characters.peek())) digits += characters.take()
  return Number.parseInt(digits, 8)
}

function takeHexadecimal(characters: Characters): number {
  const isBraced = characters.skip('{')
  const digits = isBraced ? (characters.skipPast('}') ?? '') : characters.take() + characters.take()
  const codePoint = /^[0-9a-f]+$/i.test(digits) ? Number.parseInt(digits, 16) : Number.NaN
  if (codePoint <= lastCodePoint) return codePoint
  throw new PatternError(`invalid escape \\x${digits}`)
}
