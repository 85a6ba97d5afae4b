import {
  type Account,
  type ListedNotification,
  type Store,
  StoreConflictError,
  type StoredNotification,
} from './store.ts'

/** All that was kept at one moment. */
export interface SavedStore {
  readonly accounts: readonly Account[]
  /** Of all users, in the order of arrival. */
  readonly notifications: readonly ListedNotification[]
  readonly lastPosition: number
}

/** Keeps everything in this process, for as long as it lives: the store of a mock. */
export class MemoryStore implements Store {
  readonly #accounts = new Map<string, Account>()
  readonly #userIdByUsername = new Map<string, string>()
  readonly #userIdByCustomId = new Map<string, string>()
  readonly #userIdByDeviceId = new Map<string, string>()
  readonly #userIdByEmail = new Map<string, string>()
  readonly #notificationIds = new Set<string>()
  /** User id → id → notification. A Map keeps the order of insertion, which is the order of the positions. */
  readonly #notifications = new Map<string, Map<string, ListedNotification>>()
  #lastPosition = 0

  /** What `load` puts back. */
  save(): SavedStore {
    const notifications = [...this.#notifications.values()].flatMap((ofUser) => [...ofUser.values()])
    return structuredClone({
      accounts: [...this.#accounts.values()],
      notifications: notifications.sort((a, b) => a.position - b.position),
      lastPosition: this.#lastPosition,
    })
  }

  /** Puts what was kept at an earlier moment in place of what is. */
  load({ accounts, notifications, lastPosition }: SavedStore): void {
    for (const index of [
      this.#accounts,
      this.#userIdByUsername,
      this.#userIdByCustomId,
      this.#userIdByDeviceId,
      this.#userIdByEmail,
      this.#notificationIds,
      this.#notifications,
    ]) {
      index.clear()
    }
    for (const account of accounts) this.#put(account)
    for (const notification of notifications) this.#keep({ ...notification })
    this.#lastPosition = lastPosition
  }

  async createAccount(account: Account): Promise<void> {
    this.#refuseConflicts(account)
    this.#put(account)
  }

  #put(account: Account): void {
    const { userId, username, customId, email } = account
    this.#accounts.set(userId, copyAccount(account))
    this.#userIdByUsername.set(username, userId)
    if (customId !== undefined) this.#userIdByCustomId.set(customId, userId)
    for (const deviceId of account.deviceIds) this.#userIdByDeviceId.set(deviceId, userId)
    if (email !== undefined) this.#userIdByEmail.set(email, userId)
  }

  async findByUserId(userId: string): Promise<Account | undefined> {
    return this.#copyOf(userId)
  }

  async findByUsername(username: string): Promise<Account | undefined> {
    return this.#copyOf(this.#userIdByUsername.get(username))
  }

  async findByCustomId(customId: string): Promise<Account | undefined> {
    return this.#copyOf(this.#userIdByCustomId.get(customId))
  }

  async findByDeviceId(deviceId: string): Promise<Account | undefined> {
    return this.#copyOf(this.#userIdByDeviceId.get(deviceId))
  }

  async findByEmail(email: string): Promise<Account | undefined> {
    return this.#copyOf(this.#userIdByEmail.get(email))
  }

  async setBanned(userId: string, banned: boolean): Promise<boolean> {
    const account = this.#accounts.get(userId)
    if (account === undefined) return false
    account.banned = banned
    return true
  }

  async addNotification(notification: StoredNotification): Promise<void> {
    if (this.#notificationIds.has(notification.id)) throw new StoreConflictError('notificationId')
    this.#keep({ ...notification, position: ++this.#lastPosition })
  }

  #keep(notification: ListedNotification): void {
    const { id, userId } = notification
    this.#notificationIds.add(id)
    const ofUser = this.#notifications.get(userId) ?? new Map<string, ListedNotification>()
    ofUser.set(id, notification)
    this.#notifications.set(userId, ofUser)
  }

  async listNotifications(
    userId: string,
    limit: number,
    afterPosition: number,
  ): Promise<ListedNotification[]> {
    const page: ListedNotification[] = []
    for (const notification of this.#notifications.get(userId)?.values() ?? []) {
      if (page.length >= limit) break
      if (notification.position > afterPosition) page.push({ ...notification })
    }
    return page
  }

  async deleteNotifications(userId: string, ids: readonly string[]): Promise<void> {
    const ofUser = this.#notifications.get(userId)
    for (const id of ids) {
      if (ofUser?.delete(id)) this.#notificationIds.delete(id)
    }
    if (ofUser?.size === 0) this.#notifications.delete(userId)
  }

  async close(): Promise<void> {}

  #refuseConflicts(account: Account): void {
    if (this.#accounts.has(account.userId)) throw new StoreConflictError('userId')
    if (this.#userIdByUsername.has(account.username)) throw new StoreConflictError('username')
    if (account.customId !== undefined && this.#userIdByCustomId.has(account.customId)) {
      throw new StoreConflictError('customId')
    }
    if (account.deviceIds.some((id) => this.#userIdByDeviceId.has(id)))
      throw new StoreConflictError('deviceId')
    if (account.email !== undefined && this.#userIdByEmail.has(account.email)) {
      throw new StoreConflictError('email')
    }
  }

  #copyOf(userId: string | undefined): Account | undefined {
    const account = userId === undefined ? undefined : this.#accounts.get(userId)
    return account === undefined ? undefined : copyAccount(account)
  }
}

/** What callers hold is theirs: changing it must not change the store. */
function copyAccount(account: Account): Account {
  return { ...account, deviceIds: [...account.deviceIds] }
}
