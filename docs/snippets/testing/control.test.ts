import { createTestEnvironment, type TestEnvironment } from '@party/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'

let env: TestEnvironment

beforeEach(async () => {
  env = await createTestEnvironment()
})
afterEach(() => env.close())

test('time', async () => {
  // #region time
  const ada = await env.player('ada')
  const bo = await env.player('bo')
  await ada.addMatchmaker({ minCount: 2, maxCount: 2 })
  await bo.addMatchmaker({ minCount: 2, maxCount: 2 })

  const matched = env.waitFor(ada, 'matchmakerMatched', () => true, {
    timeoutMs: 20_000,
  })
  await env.clock.advance(15_000)
  expect((await matched).users).toHaveLength(2)
  // #endregion time
})

test('faults on a player', async () => {
  // #region faults
  const ada = await env.player('ada')
  const party = await ada.createParty({ open: true, maxSize: 4 })

  const slow = env.faults.delay(3_000, { player: 'bo' }) // until it is lifted
  env.faults.answerWith('party_full', {
    player: 'cy',
    operation: 'joinParty',
    times: 1,
  })
  const cy = await env.player('cy')
  await expect(cy.joinParty(party.partyId)).rejects.toMatchObject({
    code: 'party_full',
  })
  await cy.joinParty(party.partyId, { wait: 'joined' })

  env.faults.drop({ player: 'ada' })
  await env.until(() => cy.parties.get(party.partyId)?.isLeader)
  slow()
  // #endregion faults
})

test('seeing', async () => {
  const ada = await env.player('ada')
  // #region seeing
  const party = await ada.createParty({ open: false, maxSize: 4 })

  expect(env.server.inspect().parties).toMatchObject([
    { partyId: party.partyId, open: false },
  ])
  const sent = env
    .frames('ada')
    .filter(({ direction }) => direction === 'sent')
  expect(sent.map(({ envelope }) => envelope?.message?.case)).toEqual([
    'partyCreate',
  ])
  // #endregion seeing
  expect(env.timeline()).toContain('ada')
})

test('state', async () => {
  // #region state
  const ada = await env.player('ada')
  const before = await env.snapshot()
  await ada.createParty({ maxSize: 4 })
  await env.restore(before)
  expect(env.server.inspect().parties).toEqual([])
  // #endregion state
})

test('a server of the game', async () => {
  // #region server
  env.server.rpc.register('invite_code', (_context, payload) =>
    payload.toUpperCase(),
  )
  const ada = await env.player('ada')
  expect((await ada.rpc('invite_code', 'abc')).payload).toBe('ABC')
  // #endregion server
})

test('twice the same', async () => {
  // #region seed
  const one = await createTestEnvironment({
    seed: 'a rainy day',
    ids: 'readable',
  })
  const other = await createTestEnvironment({
    seed: 'a rainy day',
    ids: 'readable',
  })
  for (const world of [one, other])
    await (await world.player('ada')).createParty({ maxSize: 4 })
  expect(one.timeline()).toBe(other.timeline())
  // #endregion seed
  await one.close()
  await other.close()
})
