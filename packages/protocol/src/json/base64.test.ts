import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from './base64.ts'

describe('base64', () => {
  // RFC 4648, section 10.
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('of %j is %j', (text, base64) => {
    expect(toBase64(Buffer.from(text))).toBe(base64)
    expect(fromBase64(base64)).toEqual(new Uint8Array(Buffer.from(text)))
  })

  it('is what the platform makes of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      }),
    )
  })

  it('is read in both alphabets, with and without padding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const standard = toBase64(bytes)
        const url = standard.replaceAll('+', '-').replaceAll('/', '_')
        for (const form of [standard, standard.replace(/=+$/, ''), url, url.replace(/=+$/, '')]) {
          expect(fromBase64(form)).toEqual(bytes)
        }
      }),
    )
  })

  it.each([
    'A',
    'AAAAA',
    'A===',
    '=',
    '====',
    'AA=A',
    'AAA=AAA=',
    'AA AA',
    'AA\n',
    'Ä',
    '+-AA',
    '\ud83d',
    'AAAA=',
  ])('is not %j', (text) => {
    expect(fromBase64(text)).toBeUndefined()
  })
})
