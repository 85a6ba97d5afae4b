import { describe, expect, it } from 'vitest'
import { checkContract } from './check.ts'
import type { Contract, Operation } from './model.ts'

const request = { field: 'party_join', message: 'PartyJoin' }

function contractWith(operation: Pick<Operation, 'docs' | 'errors'>): Contract {
  return {
    messages: [],
    enums: [],
    operations: [{ name: 'JoinParty', request, reply: undefined, ...operation }],
    httpOperations: [],
    events: [],
    errors: [{ code: 'party_full', docs: '', realtime: [], http: [] }],
  }
}

describe('a contract', () => {
  it('is right when every error it names is one', () => {
    const docs = 'Joins `party_id`.\n\nErrors: `party_full`.'
    expect(() => checkContract(contractWith({ docs, errors: ['party_full'] }))).not.toThrow()
  })

  it('is wrong when an operation names an error that is none', () => {
    const contract = contractWith({ docs: 'Errors: `party_fool`.', errors: ['party_fool'] })
    expect(() => checkContract(contract)).toThrow('JoinParty: the error party_fool is not in errors.yaml')
  })

  it('is wrong when an error is named where a target would turn it into a name of its language', () => {
    const contract = contractWith({ docs: 'Ends with `party_full` at times.', errors: [] })
    expect(() => checkContract(contract)).toThrow('party_full')
  })
})
