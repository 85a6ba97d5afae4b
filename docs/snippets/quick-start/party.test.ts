// #region test
import { createTestEnvironment } from '@party/testing'
import { expect, onTestFinished, test } from 'vitest'

test('the lead goes to who has been in the party longest', async () => {
  const env = await createTestEnvironment()
  onTestFinished(() => env.close())
  const ada = await env.player('ada')
  const bo = await env.player('bo')
  const party = await ada.createParty({ open: true, maxSize: 2 })
  const same = await bo.joinParty(party.partyId, { wait: 'joined' })

  env.faults.drop({ player: 'ada' })
  await env.until(() => same.isLeader)

  expect(same.members).toHaveLength(1)
})
// #endregion test
