import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonSyntaxError, parseJson, parseJsonBody, parseJsonObject } from './json-syntax.ts'

function messageOf(parse: () => unknown): string {
  try {
    parse()
  } catch (error) {
    if (error instanceof JsonSyntaxError) return error.message
    throw error
  }
  throw new Error('was accepted')
}

describe('parseJson', () => {
  it.each([
    ['', 'unexpected end of JSON input'],
    ['  \n', 'unexpected end of JSON input'],
    ['not json', "invalid character 'o' in literal null (expecting 'u')"],
    ['xyz', "invalid character 'x' looking for beginning of value"],
    ['{bad', "invalid character 'b' looking for beginning of object key string"],
    ['{"a":1,}', "invalid character '}' looking for beginning of object key string"],
    ['{}}', "invalid character '}' after top-level value"],
    ['{"a" 1}', "invalid character '1' after object key"],
    ['{"a":1 "b"}', "invalid character '\"' after object key:value pair"],
    ['[1 2]', "invalid character '2' after array element"],
    ['[1,]', "invalid character ']' looking for beginning of value"],
    ['[01]', "invalid character '1' after array element"],
    ['01', "invalid character '1' after top-level value"],
    ['{', 'unexpected end of JSON input'],
    ['{"a":', 'unexpected end of JSON input'],
    ['["a', 'unexpected end of JSON input'],
    ['nul', "invalid character ' ' in literal null (expecting 'l')"],
    ['trUe', "invalid character 'U' in literal true (expecting 'u')"],
    ['fals!', "invalid character '!' in literal false (expecting 'e')"],
    ['-', "invalid character ' ' in numeric literal"],
    ['-a', "invalid character 'a' in numeric literal"],
    ['1.x', "invalid character 'x' after decimal point in numeric literal"],
    ['1e+', "invalid character ' ' in exponent of numeric literal"],
    ['"\\q"', "invalid character 'q' in string escape code"],
    ['"\\u12g4"', "invalid character 'g' in \\u hexadecimal character escape"],
    ['"a\nb"', "invalid character '\\n' in string literal"],
    ['"a\u0001b"', "invalid character '\\x01' in string literal"],
    ["'a'", "invalid character '\\'' looking for beginning of value"],
    ['\\', "invalid character '\\\\' looking for beginning of value"],
    ['é', "invalid character 'Ã' looking for beginning of value"],
    ['\ufeff{}', "invalid character 'ï' looking for beginning of value"],
    ['\u007f', "invalid character '\\x7f' looking for beginning of value"],
    ['['.repeat(10_001), "invalid character '[' exceeded max depth"],
  ])('refuses %j as Go does', (text, message) => {
    expect(messageOf(() => parseJson(text))).toBe(message)
  })

  it('accepts nesting up to the limit', () => {
    expect(Array.isArray(parseJson('['.repeat(10_000) + ']'.repeat(10_000)))).toBe(true)
  })

  it('accepts every JSON value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseJson(` ${text}\t`)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('accepts exactly what JSON.parse accepts, however a text is bent', () => {
    const bend = fc.record({ at: fc.nat(), insert: fc.constantFrom('', ...'{}[]",:0.eE+-\\utn \u0000é') })
    fc.assert(
      fc.property(fc.json(), fc.array(bend, { maxLength: 3 }), (json, bends) => {
        let text = json
        for (const { at, insert } of bends) {
          const position = at % (text.length + 1)
          text = text.slice(0, position) + insert + text.slice(position + (insert === '' ? 1 : 0))
        }
        expect(accepts(() => parseJson(text))).toBe(accepts(() => JSON.parse(text)))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('parseJsonObject', () => {
  it.each([
    ['[1]', 'array'],
    ['"a"', 'string'],
    ['5', 'number'],
    ['true', 'bool'],
  ])('refuses %j', (text, kind) => {
    expect(messageOf(() => parseJsonObject(text))).toBe(
      `json: cannot unmarshal ${kind} into Go value of type map[string]interface {}`,
    )
  })

  it('takes an object, and null as an empty one', () => {
    expect(parseJsonObject('{"a":[1]}')).toEqual({ a: [1] })
    expect(parseJsonObject('null')).toEqual({})
  })
})

describe('parseJsonBody', () => {
  it('takes no value as none given', () => {
    expect(parseJsonBody('')).toBeUndefined()
    expect(parseJsonBody(' \r\n')).toBeUndefined()
  })

  it('reads the first value and leaves the rest alone', () => {
    expect(parseJsonBody('{"id":"a"} trailing')).toEqual({ id: 'a' })
    expect(parseJsonBody('null')).toBeNull()
  })

  it('tells a body that was cut off from one that is wrong', () => {
    expect(messageOf(() => parseJsonBody('{"id":"a'))).toBe('unexpected EOF')
    expect(messageOf(() => parseJsonBody('nul'))).toBe('unexpected EOF')
    expect(messageOf(() => parseJsonBody('{bad'))).toBe(
      "invalid character 'b' looking for beginning of object key string",
    )
  })
})

function accepts(parse: () => unknown): boolean {
  try {
    parse()
    return true
  } catch {
    return false
  }
}
