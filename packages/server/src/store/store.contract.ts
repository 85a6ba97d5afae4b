import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Account, type Store, StoreConflictError, type StoredNotification } from './store.ts'

/** What every store promises. `open` gives a new, empty one for each test. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`${name}: accounts`, () => {
    const store = useStore(open)

    it('finds an account by everything it can sign in with', async () => {
      const ada = account('ada', {
        customId: 'ada-custom',
        deviceIds: ['ada-1', 'ada-2'],
        email: 'ada@game.test',
      })
      await store().createAccount(account('bo', { customId: 'bo-custom' }))
      await store().createAccount(ada)
      expect(await store().findByUserId(ada.userId)).toEqual(ada)
      expect(await store().findByUsername('ada')).toEqual(ada)
      expect(await store().findByCustomId('ada-custom')).toEqual(ada)
      expect(await store().findByDeviceId('ada-2')).toEqual(ada)
      expect(await store().findByEmail('ada@game.test')).toEqual(ada)
    })

    it('finds nothing where nothing was stored', async () => {
      await store().createAccount(account('ada'))
      expect(await store().findByUserId('nobody')).toBeUndefined()
      expect(await store().findByUsername('Ada')).toBeUndefined()
      expect(await store().findByCustomId('')).toBeUndefined()
      expect(await store().findByDeviceId('nothing')).toBeUndefined()
      expect(await store().findByEmail('ada@game.test')).toBeUndefined()
    })

    it.each<[string, Partial<Account>]>([
      ['userId', { userId: 'id-of-ada' }],
      ['username', { username: 'ada' }],
      ['customId', { customId: 'ada-custom' }],
      ['deviceId', { deviceIds: ['free', 'ada-1'] }],
      ['email', { email: 'ada@game.test' }],
    ])('refuses a second account with the same %s and stores nothing of it', async (field, same) => {
      await store().createAccount(
        account('ada', { customId: 'ada-custom', deviceIds: ['ada-1'], email: 'ada@game.test' }),
      )
      const second = account('bo', {
        customId: 'bo-custom',
        deviceIds: ['free'],
        email: 'bo@game.test',
        ...same,
      })
      await expect(store().createAccount(second)).rejects.toEqual(
        expect.objectContaining({ constructor: StoreConflictError, field }),
      )
      expect(await store().findByDeviceId('free')).toBeUndefined()
      const ada = await store().findByUserId('id-of-ada')
      expect([ada?.username, ada?.customId, ada?.email]).toEqual(['ada', 'ada-custom', 'ada@game.test'])
    })

    it('allows any number of accounts without an id or address of a kind', async () => {
      await store().createAccount(account('ada'))
      await store().createAccount(account('bo'))
      expect((await store().findByUsername('bo'))?.userId).toBe('id-of-bo')
    })

    it('keeps texts as they are', async () => {
      const odd = account("O'Brien; DROP TABLE account --", { customId: 'ünïcode \u{1f3ae}\u0000x' })
      await store().createAccount(odd)
      expect(await store().findByUsername(odd.username)).toEqual(odd)
      expect(await store().findByCustomId('ünïcode \u{1f3ae}\u0000x')).toEqual(odd)
    })

    it('bans an account and lifts the ban', async () => {
      await store().createAccount(account('ada'))
      expect(await store().setBanned('id-of-ada', true)).toBe(true)
      expect((await store().findByUsername('ada'))?.banned).toBe(true)
      expect(await store().setBanned('id-of-ada', false)).toBe(true)
      expect((await store().findByUsername('ada'))?.banned).toBe(false)
      expect(await store().setBanned('nobody', true)).toBe(false)
    })

    it('does not change when what it was given or has returned is changed', async () => {
      const ada = account('ada', { deviceIds: ['ada-1'] })
      await store().createAccount(ada)
      ada.username = 'changed'
      ada.deviceIds.push('ada-2')
      const found = await store().findByUserId('id-of-ada')
      found?.deviceIds.push('ada-3')
      expect(await store().findByUserId('id-of-ada')).toEqual(account('ada', { deviceIds: ['ada-1'] }))
    })
  })

  describe(`${name}: notifications`, () => {
    const store = useStore(open)

    it("lists a user's notifications in the order of their arrival, page by page", async () => {
      for (const id of ['n3', 'n1', 'n2']) await store().addNotification(notification('ada', id))
      await store().addNotification(notification('bo', 'n4'))
      const first = await store().listNotifications('ada', 2, 0)
      expect(first.map(({ id }) => id)).toEqual(['n3', 'n1'])
      const next = await store().listNotifications('ada', 2, first.at(-1)?.position ?? 0)
      expect(next.map(({ id }) => id)).toEqual(['n2'])
      expect(await store().listNotifications('ada', 2, next.at(-1)?.position ?? 0)).toEqual([])
      expect(await store().listNotifications('cy', 2, 0)).toEqual([])
    })

    it('returns a notification as it was stored', async () => {
      const sent = notification('ada', 'n1', {
        content: '{"gift":"\\u00fc"}',
        code: -7,
        senderId: 'id-of-bo',
      })
      await store().addNotification(sent)
      expect(await store().listNotifications('ada', 1, 0)).toEqual([
        { ...sent, position: expect.any(Number) },
      ])
    })

    it("deletes only the user's own, and ignores what is not there", async () => {
      await store().addNotification(notification('ada', 'n1'))
      await store().addNotification(notification('bo', 'n2'))
      await store().deleteNotifications('ada', ['n1', 'n2', 'never'])
      await store().deleteNotifications('nobody', ['n2'])
      expect(await store().listNotifications('ada', 10, 0)).toEqual([])
      expect((await store().listNotifications('bo', 10, 0)).map(({ id }) => id)).toEqual(['n2'])
    })

    it('never gives a position twice, not even after the last notification is deleted', async () => {
      await store().addNotification(notification('ada', 'n1'))
      const position = (await store().listNotifications('ada', 1, 0))[0]?.position ?? 0
      await store().deleteNotifications('ada', ['n1'])
      await store().addNotification(notification('ada', 'n1'))
      expect((await store().listNotifications('ada', 1, position)).map(({ id }) => id)).toEqual(['n1'])
    })

    it('refuses a second notification with the same id, whoever it is for', async () => {
      await store().addNotification(notification('ada', 'n1'))
      await expect(store().addNotification(notification('bo', 'n1'))).rejects.toBeInstanceOf(
        StoreConflictError,
      )
      expect(await store().listNotifications('bo', 1, 0)).toEqual([])
    })
  })

  it(`${name}: can be closed twice`, async () => {
    const store = await open()
    await store.close()
    await store.close()
  })
}

/** An account with nothing to sign in with but what `changes` say. */
export function account(username: string, changes: Partial<Account> = {}): Account {
  return {
    userId: `id-of-${username}`,
    username,
    customId: undefined,
    deviceIds: [],
    email: undefined,
    passwordHash: undefined,
    banned: false,
    createTimeMs: 1_700_000_000_123,
    ...changes,
  }
}

/** A notification for a user, with nothing in it but what `changes` say. */
export function notification(
  userId: string,
  id: string,
  changes: Partial<StoredNotification> = {},
): StoredNotification {
  return { id, userId, subject: 's', content: '{}', code: 1, senderId: '', createTimeMs: 1_000, ...changes }
}

function useStore(open: () => Promise<Store>): () => Store {
  let store: Store | undefined
  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store?.close())
  return () => {
    if (store === undefined) throw new Error('no store is open')
    return store
  }
}
