import { describe, expect, it } from 'vitest'
import { covers } from './files/pattern.ts'
import { knownFailureOf, loadKnownFailures, staleEntries } from './known-failures.ts'

const entry = (pattern: string, codec?: 'json' | 'protobuf') => ({
  pattern,
  reason: 'known',
  link: undefined,
  codec,
})
const ran = (id: string, passed: boolean, codec: 'json' | 'protobuf' = 'json') => ({ id, codec, passed })

describe('a list of known failures', () => {
  it('has a pattern and a reason for each, and may have a link and an encoding', () => {
    expect(loadKnownFailures('f', '- { pattern: a/*, reason: none, link: docs, codec: protobuf }')).toEqual([
      { pattern: 'a/*', reason: 'none', link: 'docs', codec: 'protobuf' },
    ])
    expect(loadKnownFailures('f', '')).toEqual([])
    expect(() => loadKnownFailures('f', '- { pattern: x }')).toThrow('f, entry 1: "reason" must be a text')
    expect(() => loadKnownFailures('f', '- { pattern: x, reason: y, codec: xml }')).toThrow('"codec" must be')
    expect(() => loadKnownFailures('f', 'pattern: x')).toThrow('f: must be a list')
  })

  it('is stale where an entry covers nothing or something that passes', () => {
    const list = [entry('join/*'), entry('data/*')]
    expect(staleEntries(list, [ran('join/open', true), ran('join/full', false)])).toEqual([
      '"join/*" covers join/open, which passes',
      '"data/*" covers no case that ran',
    ])
  })

  it('may be about one encoding alone', () => {
    const list = [entry('join/open', 'protobuf')]
    expect(knownFailureOf(list, ran('join/open', false, 'protobuf'))).toBe(list[0])
    expect(knownFailureOf(list, ran('join/open', false))).toBeUndefined()
    expect(staleEntries(list, [ran('join/open', true), ran('join/open', false, 'protobuf')])).toEqual([])
  })
})

describe('a pattern', () => {
  it('matches whole names, with * for anything', () => {
    expect(covers('join-*', 'join-open')).toBe(true)
    expect(covers('join-*', 's-join-second')).toBe(false)
    expect(covers('join', 'join-open')).toBe(false)
    expect(covers('*-open', 'join-open')).toBe(true)
    expect(covers('j.in-open', 'join-open')).toBe(false)
    expect(covers('wire/**', 'wire/join-open')).toBe(true)
  })
})
