import { describe, expect, it } from 'vitest'
import { docLines } from './docs.ts'
import { camelCase } from './names.ts'

describe('documentation as lines', () => {
  it('is nothing where there is none', () => {
    expect(docLines('', camelCase, 80)).toEqual([])
  })

  it('is wrapped, paragraph by paragraph', () => {
    expect(docLines('One two three.\n\nFour.', camelCase, 8)).toEqual(['One two', 'three.', '', 'Four.'])
  })

  it('never breaks a word', () => {
    expect(docLines('uncommonlylong word', camelCase, 4)).toEqual(['uncommonlylong', 'word'])
  })

  it('has names as the language has them, but errors as they are', () => {
    expect(docLines('By `party_id`.\n\nErrors: `party_full`.', camelCase, 80)).toEqual([
      'By `partyId`.',
      '',
      'Errors: `party_full`.',
    ])
  })
})
