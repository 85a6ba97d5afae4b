import type { Characters } from './characters.ts'
import { namedClasses, perlClasses } from './classes.ts'
import { PatternError } from './error.ts'
import { takeEscapedCodePoint } from './escape.ts'
import { type CharacterSet, complement } from './expression.ts'

/** Reads `[…]`; the opening bracket has been taken. */
export function takeCharacterClass(characters: Characters): CharacterSet {
  const isNegated = characters.skip('^')
  const set: (readonly [number, number])[] = []
  // A bracket that comes first closes nothing.
  while (set.length === 0 || characters.peek() !== ']') {
    const wholeClass = takeNamedClass(characters) ?? takePerlClass(characters)
    if (wholeClass === undefined) set.push(takeRange(characters))
    else set.push(...wholeClass)
  }
  characters.take()
  return isNegated ? complement(set) : set
}

/** `\d`, `\s`, `\w` and their opposites, in a class or outside of one. */
export function takePerlClass(characters: Characters): CharacterSet | undefined {
  if (characters.peek() !== '\\') return undefined
  const letter = characters.peek(1)
  if (letter === 'p' || letter === 'P') throw new PatternError('Unicode classes are not supported')
  const set = perlClasses.get(letter.toLowerCase())
  if (set === undefined) return undefined
  characters.skip(`\\${letter}`)
  return letter === letter.toLowerCase() ? set : complement(set)
}

function takeNamedClass(characters: Characters): CharacterSet | undefined {
  if (!(characters.peek() === '[' && characters.peek(1) === ':')) return undefined
  const text = characters.skipPast(':]')
  if (text === undefined) return undefined
  const isNegated = text.startsWith('[:^')
  const set = namedClasses.get(text.slice(isNegated ? 3 : 2))
  if (set === undefined) throw new PatternError(`unknown class ${text}:]`)
  return isNegated ? complement(set) : set
}

function takeRange(characters: Characters): readonly [number, number] {
  const first = takeMember(characters)
  const isRange = characters.peek() === '-' && characters.peek(1) !== ']'
  if (!isRange) return [first, first]
  characters.take()
  const last = takeMember(characters)
  if (last < first) throw new PatternError('invalid character range')
  return [first, last]
}

function takeMember(characters: Characters): number {
  const character = characters.take()
  return character === '\\' ? takeEscapedCodePoint(characters) : (character.codePointAt(0) ?? 0)
}
