import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, fromStandardBase64, toBase64, toBase64ByTable } from './base64.ts'

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
    expect(toBase64ByTable(Buffer.from(text))).toBe(base64)
    expect(fromBase64(base64)).toEqual(new Uint8Array(Buffer.from(text)))
  })

  it('is what the platform makes of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const base64 = btoa(String.fromCharCode(...bytes))
        expect(toBase64ByTable(bytes)).toBe(base64)
        expect(toBase64(bytes)).toBe(base64)
        expect(toBase64(bytes.subarray(1))).toBe(toBase64ByTable(bytes.slice(1)))
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

  it('is read no less strictly where its alphabet is known', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'ABCXYZabcxyz0189+/'), maxLength: 12 })
    fc.assert(
      fc.property(digits, fc.constantFrom('', '=', '=='), (text, padding) => {
        expect(fromStandardBase64(text + padding)).toStrictEqual(fromBase64(text + padding))
      }),
    )
  })
})
