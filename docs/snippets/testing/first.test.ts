// #region first
import { createTestEnvironment } from '@party/testing'
import { expect, onTestFinished, test } from 'vitest'

test('a full party takes nobody', async () => {
  const env = await createTestEnvironment()
  onTestFinished(() => env.close())
  const ada = await env.player('ada')
  const bo = await env.player('bo')
  const party = await ada.createParty({ open: true, maxSize: 1 })
  await expect(bo.joinParty(party.partyId)).rejects.toMatchObject({ code: 'party_full' })
})
// #endregion first
