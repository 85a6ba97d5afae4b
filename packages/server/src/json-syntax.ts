/** Any JSON value. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue }

/** A JSON object. */
export type JsonObject = { [key: string]: JsonValue }

/** A text that is not the JSON it has to be. The message is, letter for letter, what Nakama would answer. */
export class JsonSyntaxError extends Error {
  /** Whether the text is right as far as it goes, but ends too early. */
  readonly truncated: boolean

  constructor(message: string, truncated = false) {
    super(message)
    this.name = 'JsonSyntaxError'
    this.truncated = truncated
  }
}

/** How deep arrays and objects may nest, as in Go's `encoding/json`. */
const maxDepth = 10_000

/**
 * Parses one JSON text. What is wrong with it is told in the words of Go's `encoding/json`, because Nakama
 * passes those words on to the client.
 *
 * @throws {JsonSyntaxError} for anything but exactly one JSON value.
 */
export function parseJson(text: string): JsonValue {
  const cursor: Cursor = { text, at: 0 }
  scanValue(cursor)
  const end = cursor.at
  while (isSpace(text[cursor.at])) cursor.at++
  if (cursor.at < text.length) throw unexpected(cursor, 'after top-level value')
  return JSON.parse(text.slice(0, end)) as JsonValue
}

/**
 * Parses a JSON text that has to be an object, such as a party's label. `null` counts as an object without
 * members, as it does for Go.
 *
 * @throws {JsonSyntaxError} for what is not JSON, or not an object.
 */
export function parseJsonObject(text: string): JsonObject {
  const value = parseJson(text)
  if (value === null) return {}
  if (typeof value === 'object' && !Array.isArray(value)) return value
  throw new JsonSyntaxError(
    `json: cannot unmarshal ${kindOf(value)} into Go value of type map[string]interface {}`,
  )
}

/**
 * Parses the body of an HTTP request as Nakama's gateway does: the first JSON value counts, what follows it is
 * not looked at, and no value at all is `undefined`.
 *
 * @throws {JsonSyntaxError} for a value that is not JSON; `unexpected EOF` for one that is cut off.
 */
export function parseJsonBody(text: string): JsonValue | undefined {
  const cursor: Cursor = { text, at: 0 }
  while (isSpace(text[cursor.at])) cursor.at++
  if (cursor.at === text.length) return undefined
  try {
    scanValue(cursor)
  } catch (error) {
    if (error instanceof JsonSyntaxError && error.truncated) throw new JsonSyntaxError('unexpected EOF', true)
    throw error
  }
  return JSON.parse(text.slice(0, cursor.at)) as JsonValue
}

function kindOf(value: JsonValue): string {
  if (typeof value === 'boolean') return 'bool'
  return Array.isArray(value) ? 'array' : typeof value
}

/*
 * The scanner only finds out whether a value is well-formed and where it ends; JSON.parse builds it. Nesting is
 * kept on a stack of its own, so that no input can exhaust the call stack.
 */

interface Cursor {
  readonly text: string
  at: number
}

/** Moves behind the value that starts at the cursor, after optional space. */
function scanValue(cursor: Cursor): void {
  const open: ('object' | 'array')[] = []
  for (;;) {
    const first = skipSpace(cursor)
    if (first === '{' || first === '[') {
      open.push(first === '{' ? 'object' : 'array')
      if (open.length > maxDepth) throw unexpected(cursor, 'exceeded max depth')
      cursor.at++
      const isEmpty = skipSpace(cursor) === (first === '{' ? '}' : ']')
      if (!isEmpty) {
        if (first === '{') scanKey(cursor)
        continue
      }
      cursor.at++
      open.pop()
    } else {
      scanScalar(cursor, first)
    }
    if (closeContainers(cursor, open)) return
  }
}

/** After a value: closes the containers that end here. True when the outermost value is complete. */
function closeContainers(cursor: Cursor, open: ('object' | 'array')[]): boolean {
  for (;;) {
    const container = open.at(-1)
    if (container === undefined) return true
    const next = skipSpace(cursor)
    if (next === ',') {
      cursor.at++
      if (container === 'object') scanKey(cursor)
      return false
    }
    if (next !== (container === 'object' ? '}' : ']')) {
      throw unexpected(cursor, container === 'object' ? 'after object key:value pair' : 'after array element')
    }
    cursor.at++
    open.pop()
  }
}

function scanKey(cursor: Cursor): void {
  if (skipSpace(cursor) !== '"') throw unexpected(cursor, 'looking for beginning of object key string')
  scanString(cursor)
  if (skipSpace(cursor) !== ':') throw unexpected(cursor, 'after object key')
  cursor.at++
}

function scanScalar(cursor: Cursor, first: string): void {
  if (first === '"') scanString(cursor)
  else if (first === '-' || isDigit(first)) scanNumber(cursor)
  else if (first === 't') scanLiteral(cursor, 'true')
  else if (first === 'f') scanLiteral(cursor, 'false')
  else if (first === 'n') scanLiteral(cursor, 'null')
  else throw unexpected(cursor, 'looking for beginning of value')
}

function scanString(cursor: Cursor): void {
  cursor.at++
  for (;;) {
    const char = cursor.text[cursor.at]
    if (char === undefined) throw endOfInput()
    if (char < ' ') throw unexpected(cursor, 'in string literal')
    cursor.at++
    if (char === '"') return
    if (char === '\\') scanEscape(cursor)
  }
}

function scanEscape(cursor: Cursor): void {
  const char = here(cursor)
  if (!'"\\/bfnrtu'.includes(char)) throw unexpected(cursor, 'in string escape code')
  cursor.at++
  if (char !== 'u') return
  for (let digits = 0; digits < 4; digits++) {
    if (!/^[0-9a-f]$/i.test(here(cursor))) throw unexpected(cursor, 'in \\u hexadecimal character escape')
    cursor.at++
  }
}

function scanNumber(cursor: Cursor): void {
  if (here(cursor) === '-') cursor.at++
  // Whatever follows a leading zero is not part of the number any more.
  if (here(cursor) === '0') cursor.at++
  else scanDigits(cursor, 'in numeric literal')
  if (here(cursor) === '.') {
    cursor.at++
    scanDigits(cursor, 'after decimal point in numeric literal')
  }
  if (here(cursor) === 'e' || here(cursor) === 'E') {
    cursor.at++
    if (here(cursor) === '+' || here(cursor) === '-') cursor.at++
    scanDigits(cursor, 'in exponent of numeric literal')
  }
}

function scanDigits(cursor: Cursor, context: string): void {
  if (!isDigit(here(cursor))) throw unexpected(cursor, context)
  while (isDigit(here(cursor))) cursor.at++
}

function scanLiteral(cursor: Cursor, literal: string): void {
  for (const expected of literal) {
    if (here(cursor) !== expected) throw unexpected(cursor, `in literal ${literal} (expecting '${expected}')`)
    cursor.at++
  }
}

/** The next character that is not space. */
function skipSpace(cursor: Cursor): string {
  while (isSpace(cursor.text[cursor.at])) cursor.at++
  const char = cursor.text[cursor.at]
  if (char === undefined) throw endOfInput()
  return char
}

/** The character at the cursor. Behind the end there is a space, which is how Go finds unfinished literals. */
function here(cursor: Cursor): string {
  return cursor.text[cursor.at] ?? ' '
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r'
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9'
}

function endOfInput(): JsonSyntaxError {
  return new JsonSyntaxError('unexpected end of JSON input', true)
}

function unexpected(cursor: Cursor, context: string): JsonSyntaxError {
  return new JsonSyntaxError(
    `invalid character ${quoteByte(cursor)} ${context}`,
    cursor.at >= cursor.text.length,
  )
}

const escapes: Readonly<Record<number, string>> = {
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
  39: "\\'",
  92: '\\\\',
}

/** Go reads bytes: of a character beyond ASCII it names the first byte, as if that were a character. */
function quoteByte(cursor: Cursor): string {
  const char = String.fromCodePoint(cursor.text.codePointAt(cursor.at) ?? 0x20)
  const byte = new TextEncoder().encode(char)[0] ?? 0x20
  const isControl = byte < 0x20 || byte === 0x7f
  const hex = `\\x${byte.toString(16).padStart(2, '0')}`
  return `'${escapes[byte] ?? (isControl ? hex : String.fromCharCode(byte))}'`
}
