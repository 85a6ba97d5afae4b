import { describe, expect, it } from 'vitest'
import { toJsonText } from './write.ts'

describe('JSON of a message that a client sends', () => {
  it.each([
    [Number.POSITIVE_INFINITY, '"Infinity"'],
    [Number.NEGATIVE_INFINITY, '"-Infinity"'],
    [Number.NaN, '"NaN"'],
    [0.5, '0.5'],
  ])('has the number %s as a server reads it, which may be no JSON number', (value, written) => {
    expect(toJsonText({ numericProperties: { rank: value } })).toBe(
      `{"numeric_properties":{"rank":${written}}}`,
    )
  })

  it('has an integer beyond the safe ones as text', () => {
    expect(toJsonText({ opCode: 9_007_199_254_740_993n })).toBe('{"op_code":"9007199254740993"}')
  })
})
