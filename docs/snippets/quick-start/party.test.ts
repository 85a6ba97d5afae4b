// #region test
import { test } from '@party/testing/vitest'
import { expect } from 'vitest'

test('the lead goes to who has been in the party longest', async ({
  env,
  player,
}) => {
  const ada = await player('ada')
  const bo = await player('bo')
  const party = await ada.createParty({ open: true, maxSize: 2 })
  const same = await bo.joinParty(party.partyId, { wait: 'joined' })

  env.faults.drop({ player: 'ada' })
  await env.until(() => same.isLeader)

  expect(same.members).toHaveLength(1)
})
// #endregion test
