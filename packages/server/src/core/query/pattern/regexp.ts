import { takeCharacterClass, takePerlClass } from './character-class.ts'
import { Characters } from './characters.ts'
import { PatternError } from './error.ts'
import { takeEscapedCodePoint } from './escape.ts'
import { anyCharacter, type Expression, lastCodePoint, literal } from './expression.ts'

/** How deep groups may nest. */
const maxDepth = 250
/** How often a part may be asked for, as in Go. */
const maxRepeat = 1_000

/**
 * Reads a regular expression in the syntax Nakama takes: Go's, of which Bluge's automata leave out the anchors
 * and word boundaries (an expression is for the whole value anyway) and the lazy quantifiers. Not taken either
 * are `(?i)`, of which Bluge's automata make something else, and Unicode classes.
 *
 * @throws {PatternError} for all else.
 */
export function parseRegexp(source: string): Expression {
  // One anchor at the start is forgiven, because it changes nothing.
  const parser = new RegexpParser(source.replace(/^\^/, ''))
  return parser.parse()
}

interface Flags {
  readonly dotMatchesNewline: boolean
}

class RegexpParser {
  readonly #characters: Characters
  #depth = 0
  #flags: Flags = { dotMatchesNewline: false }

  constructor(source: string) {
    this.#characters = new Characters(source)
  }

  parse(): Expression {
    const expression = this.#alternatives()
    if (!this.#characters.atEnd) throw new PatternError('unexpected )')
    return expression
  }

  #alternatives(): Expression {
    const parts = [this.#sequence()]
    while (this.#characters.skip('|')) parts.push(this.#sequence())
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'alternatives', parts }
  }

  #sequence(): Expression {
    const parts: Expression[] = []
    while (!this.#characters.atEnd && this.#characters.peek() !== '|' && this.#characters.peek() !== ')') {
      if (this.#characters.skip('\\Q')) parts.push(...this.#quoted())
      else if (!this.#skipFlags()) parts.push(this.#atom())
      const quantifier = this.#quantifier()
      if (quantifier === undefined) continue
      const part = parts.pop()
      if (part === undefined) throw new PatternError('nothing to repeat')
      parts.push({ kind: 'repeat', part, ...quantifier })
      if (this.#quantifier() !== undefined) throw new PatternError('lazy or nested repetition')
    }
    return { kind: 'sequence', parts }
  }

  #atom(): Expression {
    const characters = this.#characters
    const perlClass = takePerlClass(characters)
    if (perlClass !== undefined) return { kind: 'set', set: perlClass }
    const character = characters.take()
    if (character === '(') return this.#group()
    if (character === '[') return { kind: 'set', set: takeCharacterClass(characters) }
    if (character === '.') {
      return { kind: 'set', set: this.#flags.dotMatchesNewline ? [[0, lastCodePoint]] : anyCharacter }
    }
    if (character === '\\') {
      const codePoint = takeEscapedCodePoint(characters)
      return { kind: 'set', set: [[codePoint, codePoint]] }
    }
    if (character === '^' || character === '$') throw new PatternError(`${character} is not supported`)
    if ('*+?'.includes(character)) throw new PatternError('nothing to repeat')
    return literal(character)
  }

  /** What is in the parentheses; the opening one has been taken. */
  #group(): Expression {
    if (++this.#depth > maxDepth) throw new PatternError('the regular expression nests too deeply')
    const outerFlags = this.#flags
    if (this.#characters.skip('?')) this.#groupKind()
    const expression = this.#alternatives()
    if (!this.#characters.skip(')')) throw new PatternError('missing )')
    this.#flags = outerFlags
    this.#depth--
    return expression
  }

  /** What stands between `(?` and the content: a name, which does not matter here, or flags. */
  #groupKind(): void {
    const characters = this.#characters
    if (characters.skip('P<') || characters.skip('<')) {
      if (!/^\w+$/.test(characters.skipPast('>') ?? '')) throw new PatternError('invalid group name')
      return
    }
    this.#readFlags()
    if (!characters.skip(':')) throw new PatternError('invalid group')
  }

  /** `(?s)` and its like, which hold to the end of the group they stand in. */
  #skipFlags(): boolean {
    const characters = this.#characters
    if (!(characters.peek() === '(' && characters.peek(1) === '?')) return false
    let length = 2
    while (/^[a-zA-Z-]$/.test(characters.peek(length))) length++
    if (length === 2 || characters.peek(length) !== ')') return false
    characters.skip('(?')
    this.#readFlags()
    characters.skip(')')
    return true
  }

  #readFlags(): void {
    let value = true
    while (/^[a-zA-Z-]$/.test(this.#characters.peek())) {
      const flag = this.#characters.take()
      if (flag === '-' && value) value = false
      else if (flag === 's') this.#flags = { dotMatchesNewline: value }
      // Multi-line mode is about anchors, of which there are none; the others change nothing when switched off.
      else if (!(flag === 'm' || (!value && (flag === 'i' || flag === 'U')))) {
        throw new PatternError(`the flag ${flag} is not supported`)
      }
    }
  }

  #quoted(): Expression[] {
    let text = this.#characters.skipPast('\\E')
    if (text === undefined) {
      text = ''
      while (!this.#characters.atEnd) text += this.#characters.take()
    }
    return [...text].map(literal)
  }

  #quantifier(): { min: number; max: number | undefined } | undefined {
    const characters = this.#characters
    if (characters.skip('*')) return { min: 0, max: undefined }
    if (characters.skip('+')) return { min: 1, max: undefined }
    if (characters.skip('?')) return { min: 0, max: 1 }
    return characters.peek() === '{' ? this.#repeatCounts() : undefined
  }

  /** `{2}`, `{2,}` or `{2,5}`. A brace that is none of them is a character like any other. */
  #repeatCounts(): { min: number; max: number | undefined } | undefined {
    const characters = this.#characters
    let length = 0
    while (length < '{1000,1000'.length && characters.peek(length) !== '}') length++
    const text = Array.from({ length: length + 1 }, (_, index) => characters.peek(index)).join('')
    const counts = /^\{(\d+)(,(\d*))?\}$/.exec(text)
    if (counts === null) return undefined
    const min = Number(counts[1])
    const max = counts[2] === undefined ? min : counts[3] === '' ? undefined : Number(counts[3])
    if (min > maxRepeat || (max !== undefined && (max > maxRepeat || max < min))) {
      throw new PatternError(`invalid repetition ${text}`)
    }
    characters.skip(text)
    return { min, max }
  }
}
