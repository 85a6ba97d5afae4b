import { expect, it } from 'vitest'
import { camelCase, lowerFirst, snakeCase } from './names.ts'

it.each([
  ['party_id', 'partyId'],
  ['on_party_join_request', 'onPartyJoinRequest'],
  ['cid', 'cid'],
])('%s and %s are two spellings of one name', (snake, camel) => {
  expect(camelCase(snake)).toBe(camel)
  expect(snakeCase(camel)).toBe(snake)
})

it('names of messages become snake_case and names of functions too', () => {
  expect(snakeCase('PartyCreate')).toBe('party_create')
  expect(lowerFirst('PartyCreate')).toBe('partyCreate')
})
