import { VirtualClock } from '@party/protocol/virtual-clock'
import { beforeEach, describe, expect, it } from 'vitest'
import { ApiError } from '../api-error.ts'
import { isUuid } from '../ids.ts'
import { systemRandom } from '../random.ts'
import { MemoryStore } from '../store/memory.ts'
import { AccountService } from './accounts.ts'
import { hashPassword, verifyPassword } from './password.ts'

let store: MemoryStore
let accounts: AccountService
beforeEach(() => {
  store = new MemoryStore()
  accounts = new AccountService({
    store,
    clock: new VirtualClock(),
    random: systemRandom,
    passwordIterations: 2,
  })
})

const create = { create: true, username: '' }
const only = { create: false, username: '' }
const as = (username: string) => ({ create: true, username })

async function refusal(promise: Promise<unknown>): Promise<[number, string]> {
  const error = await promise.then(
    () => new Error('was accepted'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof ApiError)) throw error
  return [error.grpcCode, error.message]
}

describe.each([
  ['a custom id', (id: string, how: typeof create) => accounts.signInCustom(id, how), 'Custom ID', 6],
  ['a device id', (id: string, how: typeof create) => accounts.signInDevice(id, how), 'Device ID', 10],
] as const)('signing in with %s', (_name, signIn, kind, least) => {
  const id = 'id-of-someone'

  it('creates an account once and finds it ever after', async () => {
    const first = await signIn(id, as('ada'))
    expect(first).toEqual({ userId: expect.any(String), username: 'ada', created: true })
    expect(isUuid(first.userId)).toBe(true)
    expect(await signIn(id, only)).toEqual({ ...first, created: false })
    expect(await signIn(id, as('ignored'))).toEqual({ ...first, created: false })
  })

  it('makes up a name of ten letters when none is given', async () => {
    expect((await signIn(id, create)).username).toMatch(/^[a-zA-Z]{10}$/)
  })

  it('creates nothing when it may not', async () => {
    expect(await refusal(signIn(id, only))).toEqual([5, 'User account not found.'])
  })

  it('refuses a name that somebody has', async () => {
    await signIn(id, as('ada'))
    expect(await refusal(signIn('id-of-another', as('ada')))).toEqual([6, 'Username is already in use.'])
    expect((await signIn('id-of-another', as('Ada'))).created).toBe(true)
  })

  it('refuses a banned account', async () => {
    await store.setBanned((await signIn(id, create)).userId, true)
    expect(await refusal(signIn(id, create))).toEqual([7, 'User account banned.'])
  })

  it('creates one account for two requests at once', async () => {
    const [first, second] = await Promise.all([signIn(id, create), signIn(id, create)])
    expect([first.userId, first.created, second.created]).toEqual([second.userId, true, false])
  })

  it.each([
    ['', `${kind} is required.`],
    ['a b c d e f', `${kind} invalid, no spaces or control characters allowed.`],
    ['abcdefghijk\n', `${kind} invalid, no spaces or control characters allowed.`],
    ['abcdefghijk\u007f', `${kind} invalid, no spaces or control characters allowed.`],
    ['x'.repeat(least - 1), `${kind} invalid, must be ${least}-128 bytes.`],
    ['x'.repeat(129), `${kind} invalid, must be ${least}-128 bytes.`],
    ['\u00fc'.repeat(65), `${kind} invalid, must be ${least}-128 bytes.`],
  ])('refuses the id %j', async (bad, message) => {
    expect(await refusal(signIn(bad, create))).toEqual([3, message])
  })

  it('takes ids of the least and the greatest length', async () => {
    expect((await signIn('x'.repeat(least), create)).created).toBe(true)
    expect((await signIn('\u00fc'.repeat(64), create)).created).toBe(true)
  })

  it.each([
    ['a\tb', 'Username invalid, no spaces or control characters allowed.'],
    ['a[]b', 'Username invalid, no spaces or control characters allowed.'],
    ['x'.repeat(129), 'Username invalid, must be 1-128 bytes.'],
  ])('refuses the name %j', async (bad, message) => {
    expect(await refusal(signIn(id, as(bad)))).toEqual([3, message])
  })

  it('takes a name with spaces, whatever the text of the refusal says', async () => {
    expect((await signIn(id, as('Ada Lovelace'))).username).toBe('Ada Lovelace')
  })
})

describe('signing in with an e-mail address', () => {
  const address = 'Ada@game.test'

  it('creates an account once and finds it ever after, in any letter case', async () => {
    const first = await accounts.signInEmail(address, 'a secret of mine', as('ada'))
    expect(first).toMatchObject({ username: 'ada', created: true })
    expect(await accounts.signInEmail('ADA@GAME.TEST', 'a secret of mine', only)).toEqual({
      ...first,
      created: false,
    })
  })

  it('never keeps the password itself', async () => {
    const { userId } = await accounts.signInEmail(address, 'a secret of mine', create)
    expect(JSON.stringify(await store.findByUserId(userId))).not.toContain('a secret of mine')
  })

  it('refuses a wrong password, and an account that is not there and not to be created', async () => {
    await accounts.signInEmail(address, 'a secret of mine', create)
    expect(await refusal(accounts.signInEmail(address, 'not a secret', create))).toEqual([
      16,
      'Invalid credentials.',
    ])
    expect(await refusal(accounts.signInEmail('bo@game.test', 'a secret of mine', only))).toEqual([
      5,
      'User account not found.',
    ])
  })

  it('creates one account for two requests at once, and checks the password of both', async () => {
    const [first, second, third] = await Promise.allSettled([
      accounts.signInEmail(address, 'a secret of mine', create),
      accounts.signInEmail(address, 'a secret of mine', create),
      accounts.signInEmail(address, 'not a secret', create),
    ])
    const created = [first, second, third].filter(({ status }) => status === 'fulfilled')
    expect(created.length).toBeGreaterThanOrEqual(1)
    expect(await store.findByEmail('ada@game.test')).toBeDefined()
    expect([first?.status, third?.status]).not.toEqual(['fulfilled', 'fulfilled'])
  })

  it.each([
    ['a b@game.test', 'Invalid email address, no spaces or control characters allowed.'],
    ['ada.game.test', 'Invalid email address format.'],
    ['ada@gametest', 'Invalid email address format.'],
    ['a@game.te', 'Invalid email address, must be 10-255 bytes.'],
    [`${'a'.repeat(251)}@a.bc`, 'Invalid email address, must be 10-255 bytes.'],
  ])('refuses the address %j', async (bad, message) => {
    expect(await refusal(accounts.signInEmail(bad, 'long enough', create))).toEqual([3, message])
  })

  it('refuses a password of less than 8 bytes, before it looks for the account', async () => {
    const message = 'Password must be at least 8 characters long.'
    expect(await refusal(accounts.signInEmail(address, '1234567', only))).toEqual([3, message])
    expect(await refusal(accounts.signInEmail('', '', only))).toEqual([3, message])
  })

  it('creates no account with a password that Nakama could not keep', async () => {
    expect(await refusal(accounts.signInEmail(address, 'x'.repeat(73), create))).toEqual([
      13,
      'Error finding or creating user account.',
    ])
    expect((await accounts.signInEmail(address, 'x'.repeat(72), create)).created).toBe(true)
  })
})

describe('signing in with a user name and a password', () => {
  it('finds the account, and never creates one', async () => {
    const ada = await accounts.signInEmail('ada@game.test', 'a secret of mine', as('ada'))
    expect(await accounts.signInEmail('', 'a secret of mine', as('ada'))).toEqual({ ...ada, created: false })
    expect(await refusal(accounts.signInEmail('', 'a secret of mine', as('bo')))).toEqual([
      5,
      'User account not found.',
    ])
  })

  it('needs the name', async () => {
    expect(await refusal(accounts.signInEmail('', 'a secret of mine', create))).toEqual([
      3,
      'Username is required when email address is not supplied.',
    ])
  })

  it('refuses a wrong password as it refuses an account that has none', async () => {
    await accounts.signInEmail('ada@game.test', 'a secret of mine', as('ada'))
    await accounts.signInCustom('bo-custom', as('bo'))
    for (const name of ['ada', 'bo']) {
      expect(await refusal(accounts.signInEmail('', 'not a secret', as(name)))).toEqual([
        16,
        'Invalid credentials.',
      ])
    }
  })
})

describe('finding users', () => {
  it('gives the ids of those that exist, each once', async () => {
    const ada = await accounts.signInCustom('ada-custom', as('ada'))
    const bo = await accounts.signInCustom('bo-custom', as('bo'))
    const nobody = '1c3c7c52-0a3c-4a1f-8c57-3f0f2b7f5d22'
    expect(await accounts.findUserIds([ada.userId, nobody], ['ada', 'bo', 'nobody'])).toEqual([
      ada.userId,
      bo.userId,
    ])
  })
})

describe('a hashed password', () => {
  it('is verified whatever it was made with, and each has a salt of its own', async () => {
    const [first, second] = [
      await hashPassword('secret', systemRandom, 3),
      await hashPassword('secret', systemRandom),
    ]
    expect(first).not.toBe(second)
    expect(first).toMatch(/^pbkdf2-sha256\$3\$[0-9a-f]{32}\$[0-9a-f]{64}$/)
    expect(await verifyPassword('secret', first)).toBe(true)
    expect(await verifyPassword('secret', second)).toBe(true)
    expect(await verifyPassword('Secret', first)).toBe(false)
  })

  it('of an unknown make verifies nothing', async () => {
    for (const hashed of ['', 'x', 'bcrypt$3$00$00', 'pbkdf2-sha256$0$00$00', 'pbkdf2-sha256$1e99$00$']) {
      expect(await verifyPassword('', hashed)).toBe(false)
    }
  })
})
