import { describe, expect, it } from 'vitest'
import { covers, loadNotYet, staleEntries } from './not-yet.ts'

describe('a list of known failures', () => {
  it('has a pattern and a reason for each', () => {
    expect(loadNotYet('f', '- { pattern: matchmake-*, reason: no matchmaker }')).toEqual([
      { pattern: 'matchmake-*', reason: 'no matchmaker' },
    ])
    expect(loadNotYet('f', '')).toEqual([])
    expect(() => loadNotYet('f', '- { pattern: x }')).toThrow('f, entry 1: "reason" must be a text')
    expect(() => loadNotYet('f', 'pattern: x')).toThrow('f: must be a list')
  })

  it('matches whole names, with * for anything', () => {
    expect(covers('join-*', 'join-open')).toBe(true)
    expect(covers('join-*', 's-join-second')).toBe(false)
    expect(covers('join', 'join-open')).toBe(false)
    expect(covers('*-open', 'join-open')).toBe(true)
    expect(covers('j.in-open', 'join-open')).toBe(false)
  })

  it('is stale where an entry covers nothing or something that passes', () => {
    const list = [
      { pattern: 'join-*', reason: '' },
      { pattern: 'data-*', reason: '' },
    ]
    const passed = new Map([
      ['join-open', true],
      ['join-full', false],
    ])
    expect(staleEntries(list, passed)).toEqual([
      '"join-*" covers join-open, which passes',
      '"data-*" covers no scenario',
    ])
  })
})
