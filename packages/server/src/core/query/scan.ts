import { QueryError } from './error.ts'

/** `fuzzy` and `boost` carry what follows `~` and `^`. */
export type TokenKind = 'string' | 'number' | 'phrase' | 'fuzzy' | 'boost' | '+' | '-' | ':' | '>' | '<' | '='

export interface Token {
  readonly kind: TokenKind
  /** The token without its escapes and quotes. */
  readonly text: string
  readonly position: number
}

/** What a backslash takes the meaning from. Before anything else it is a backslash like any other character. */
const escapable = new Set('+-=&|><!(){}[]^"~*?:\\/ ')
const operators = new Map<string, TokenKind>(
  (['+', '-', ':', '>', '<', '='] as const).map((operator) => [operator, operator]),
)
/** Go's `unicode.IsSpace`, which differs from `\s` in two characters. */
const space = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/
const digit = /\p{Nd}/u

/**
 * Splits a query into tokens the way Bluge's query strings are split. Operators count only where a token may
 * start; inside a term they are characters like any other, and so are parentheses everywhere.
 *
 * @throws {QueryError} for a phrase without its closing quote.
 */
export function scan(query: string): Token[] {
  const tokens: Token[] = []
  const characters = [...query]
  const cursor: Cursor = { characters, index: 0, position: 0 }
  for (;;) {
    while (space.test(peek(cursor))) advance(cursor)
    const first = peek(cursor)
    if (first === '') return tokens
    const { position } = cursor
    const operator = operators.get(first)
    if (operator !== undefined) {
      tokens.push({ kind: operator, text: advance(cursor), position })
    } else if (first === '"') {
      advance(cursor)
      tokens.push({ kind: 'phrase', text: readPhrase(cursor, position), position })
    } else if (first === '^' || first === '~') {
      advance(cursor)
      // Only a space ends these two, so that `cat~2^3` is a `~` followed by `2^3`.
      tokens.push({ kind: first === '^' ? 'boost' : 'fuzzy', text: readUntil(cursor, ' '), position })
    } else if (first === '\\' && cursor.index + 1 === characters.length) {
      return tokens
    } else {
      tokens.push({ ...readWord(cursor), position })
    }
  }
}

interface Cursor {
  readonly characters: readonly string[]
  index: number
  /** The same place as an index into the string, where a character beyond U+FFFF counts twice. */
  position: number
}

function peek(cursor: Cursor): string {
  return cursor.characters[cursor.index] ?? ''
}

function advance(cursor: Cursor): string {
  const character = peek(cursor)
  cursor.index++
  cursor.position += character.length
  return character
}

/** One character, or what an escape stands for. A backslash at the very end stands for nothing. */
function readCharacter(cursor: Cursor): string {
  const character = advance(cursor)
  if (character !== '\\') return character
  const escaped = advance(cursor)
  return escaped === '' || escapable.has(escaped) ? escaped : `\\${escaped}`
}

function readPhrase(cursor: Cursor, start: number): string {
  let text = ''
  while (peek(cursor) !== '"') {
    if (peek(cursor) === '') throw new QueryError('unterminated quote', start)
    text += readCharacter(cursor)
  }
  advance(cursor)
  return text
}

function readUntil(cursor: Cursor, ends: string): string {
  let text = ''
  while (peek(cursor) !== '' && !ends.includes(peek(cursor))) text += readCharacter(cursor)
  return text
}

/**
 * A term, or a number. A word that starts like a number is one if a space follows; otherwise the character that
 * spoils the number, whichever it is, belongs to the term: `5^2` is a term of three characters.
 */
function readWord(cursor: Cursor): { kind: 'string' | 'number'; text: string } {
  let text = ''
  if (digit.test(peek(cursor))) {
    while (digit.test(peek(cursor)) || (peek(cursor) === '.' && !text.includes('.'))) text += advance(cursor)
    const isEnd = peek(cursor) === '\\' && cursor.index + 1 === cursor.characters.length
    if (peek(cursor) === '' || peek(cursor) === ' ' || isEnd) {
      advance(cursor)
      return { kind: 'number', text }
    }
  }
  return { kind: 'string', text: text + readCharacter(cursor) + readUntil(cursor, ' :^~') }
}
