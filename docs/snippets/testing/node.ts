// #region node
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { createTestEnvironment, type TestEnvironment } from '@party/testing'

let env: TestEnvironment

beforeEach(async () => {
  env = await createTestEnvironment()
})
afterEach(() => env.close())

test('a full party takes nobody', async () => {
  const ada = await env.player('ada')
  const bo = await env.player('bo')
  const party = await ada.createParty({ open: true, maxSize: 1 })
  await assert.rejects(bo.joinParty(party.partyId), { code: 'party_full' })
})
// #endregion node
