import { describe, expect, it } from 'vitest'
import { readErrors } from './errors.ts'

const texts = 'meaning: It is full.\n  who: Joiners.\n  what_to_do: Wait.'

describe('errors.yaml', () => {
  it('says how an error is recognised', () => {
    const source = `
party_full:
  ${texts}
  realtime: [{ code: 3, message: party full }, { code: 0 }]
  http: [{ grpc: 8, status: 429, message: full }, { status: 503 }]
`
    expect(readErrors(source)).toEqual([
      {
        code: 'party_full',
        docs: 'It is full.\n\nSeen by: Joiners.\n\nWhat to do: Wait.',
        realtime: [
          { code: 3, message: 'party full' },
          { code: 0, message: undefined },
        ],
        http: [
          { grpc: 8, status: 429, message: 'full' },
          { grpc: undefined, status: 503, message: undefined },
        ],
      },
    ])
  })

  it('need not: a client makes errors of its own', () => {
    expect(readErrors(`timeout:\n  ${texts}`)).toMatchObject([{ code: 'timeout', realtime: [], http: [] }])
  })

  it.each([
    ['no map', '[]', 'errors.yaml'],
    ['a code that is not in snake_case', `PartyFull:\n  ${texts}`, 'PartyFull'],
    ['no meaning', 'party_full:\n  who: Joiners.\n  what_to_do: Wait.', 'meaning'],
    ['an unknown key', `party_full:\n  ${texts}\n  since: 3.0`, 'since'],
    ['a realtime error without a code', `party_full:\n  ${texts}\n  realtime: [{ message: full }]`, 'code'],
    ['a code that is no number', `party_full:\n  ${texts}\n  realtime: [{ code: three }]`, 'code'],
    ['an HTTP error without a status', `party_full:\n  ${texts}\n  http: [{ grpc: 8 }]`, 'status'],
    ['a way to recognise that is no list', `party_full:\n  ${texts}\n  http: 429`, 'list'],
  ])('is refused with %s', (_, source, named) => {
    expect(() => readErrors(source)).toThrow(named)
  })
})
