import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PatternError, regexpPattern, wildcardPattern } from './pattern.ts'

describe('a regular expression', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'abcd', false],
    ['abc', 'zabc', false],
    ['', '', true],
    ['', 'a', false],
    ['a|b|', 'b', true],
    ['a|b|', '', true],
    ['(ab)+', 'ababab', true],
    ['(ab)+', '', false],
    ['a?b*', 'abb', true],
    ['a{2}', 'aa', true],
    ['a{2}', 'aaa', false],
    ['a{2,}', 'aaaa', true],
    ['a{1,2}', 'aaa', false],
    ['a{0}', '', true],
    ['a{,2}', 'a{,2}', true],
    ['a{x', 'a{x', true],
    ['.', 'é', true],
    ['.', '😀', true],
    ['.', '\n', false],
    ['(?s).', '\n', true],
    ['(?s:.)a', '\na', true],
    ['((?s).).', '\n\n', false],
    ['(?m-is)a', 'a', true],
    ['[a-c]x', 'bx', true],
    ['[^a-c]', 'b', false],
    ['[^a-c]', '\n', true],
    ['[]a]', ']', true],
    ['[a-]', '-', true],
    ['[\\d_]', '7', true],
    ['[^\\w]', '7', false],
    ['[[:alpha:]-]+', 'ab-c', true],
    ['[[:^digit:]]', '5', false],
    ['[[]', '[', true],
    ['\\d\\D\\s\\S\\w\\W', '1a b_-', true],
    ['\\x41\\x{1F600}\\101\\0', 'A😀A\0', true],
    ['\\.\\*\\$', '.*$', true],
    ['\\Qa.b\\E+', 'a.bb', true],
    ['\\Qa*', 'a*', true],
    ['(?P<name>a)(?<other>b)(?:c)', 'abc', true],
    ['^abc', 'abc', true],
    ['(a*)*b', 'aab', true],
  ])('%s on %j: %s', (source, text, expected) => {
    expect(regexpPattern(source).matches(text)).toBe(expected)
  })

  it.each([
    '(',
    ')',
    'a)',
    '[a',
    '*a',
    'a**',
    'a+?',
    'a{2}{3}',
    'a{1001}',
    'a{3,2}',
    '(?i)a',
    '(?U)a',
    '(?z)a',
    '(?=a)',
    '(?!a)',
    '(?<=a)',
    '(?P<>a)',
    'a$',
    'a|^b',
    '\\bword\\b',
    '\\A',
    '\\1',
    '\\8',
    '\\é',
    '\\',
    '\\p{L}',
    '[z-a]',
    '[a-\\d]',
    '[[:nope:]]',
    '\\x4',
    '\\x{110000}',
    '((a{100}){100}){100}',
    `${'('.repeat(1_000)}a${')'.repeat(1_000)}`,
    '((){1000}){1000}',
  ])('is refused: %s', (source) => {
    expect(() => regexpPattern(source)).toThrow(PatternError)
  })

  it('takes no longer for what makes a backtracking matcher try for years', () => {
    const text = `${'a'.repeat(20_000)}b`
    for (const source of ['(a+)+', '(a|a)*', '(a*)*(a*)*c', '(.*.*.*)*x']) {
      expect(regexpPattern(source).matches(text)).toBe(false)
    }
  })

  it('agrees with JavaScript where both know the syntax', () => {
    const piece = fc.oneof(
      fc.constantFrom('a', 'b', 'ab', '.', '[ab]', '[^a]', '\\w', '\\.', '(a|b)', '(?:ab)'),
      fc.constantFrom('a*', 'b+', '.?', '(ab)*', '[ab]{1,2}', '(a|b*)+', 'a{2}'),
    )
    const source = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''))
    const subject = fc.array(fc.constantFrom('a', 'b', '.', ' ', '\n', '😀'), { maxLength: 6 })
    fc.assert(
      fc.property(fc.array(source, { minLength: 1, maxLength: 3 }), subject, (alternatives, characters) => {
        const expression = alternatives.join('|')
        const text = characters.join('')
        // JavaScript's dot leaves out more line ends than Go's; none of them is among the characters.
        expect(regexpPattern(expression).matches(text)).toBe(
          new RegExp(`^(?:${expression})$`, 'u').test(text),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('is compiled or refused, whatever it looks like', () => {
    const symbols = fc.constantFrom(...'ab()[]{}*+?|\\^$.-,:=!<>PQEdxi017'.split(''))
    fc.assert(
      fc.property(fc.array(symbols, { maxLength: 40 }), (characters) => {
        try {
          regexpPattern(characters.join('')).matches('ab01')
        } catch (error) {
          expect(error).toBeInstanceOf(PatternError)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a wildcard term', () => {
  it.each([
    ['a*', 'a', true],
    ['a*', 'abc', true],
    ['*c', 'abc', true],
    ['a?c', 'abc', true],
    ['a?c', 'a😀c', true],
    ['a?c', 'ac', false],
    ['a*b*c', 'a-b-c', true],
    ['.(+)*', '.(+)!', true],
    ['a*', 'a\nb', false],
  ])('%s on %j: %s', (term, text, expected) => {
    expect(wildcardPattern(term).matches(text)).toBe(expected)
  })
})
