import { createTestEnvironment, type TestEnvironment } from '@party/testing'

// Jest has these as globals; here they are what a reader’s runner brings.
declare const beforeEach: (run: () => Promise<void>) => void
declare const afterEach: (run: () => Promise<void>) => void
declare const test: (name: string, run: () => Promise<void>) => void
declare const expect: (value: unknown) => {
  readonly rejects: { toMatchObject(expected: object): Promise<void> }
}

// #region jest
let env: TestEnvironment

beforeEach(async () => {
  env = await createTestEnvironment()
})
afterEach(() => env.close())

test('a full party takes nobody', async () => {
  const ada = await env.player('ada')
  const bo = await env.player('bo')
  const party = await ada.createParty({ open: true, maxSize: 1 })
  await expect(bo.joinParty(party.partyId)).rejects.toMatchObject({
    code: 'party_full',
  })
})
// #endregion jest
