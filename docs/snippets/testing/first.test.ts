// #region first
import { test } from '@party/testing/vitest'
import { expect } from 'vitest'

test('a full party takes nobody', async ({ player }) => {
  const ada = await player('ada')
  const bo = await player('bo')
  const party = await ada.createParty({ open: true, maxSize: 1 })
  await expect(bo.joinParty(party.partyId)).rejects.toMatchObject({
    code: 'party_full',
  })
})
// #endregion first
