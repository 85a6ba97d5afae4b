/** A user account, with everything it can sign in with. */
export interface Account {
  /** UUID. */
  userId: string
  /** Unique among all accounts. */
  username: string
  /** Custom id that signs in to this account, if any. Unique. */
  customId: string | undefined
  /** Device ids that sign in to this account. Each is unique. */
  deviceIds: string[]
  /** E-mail address that signs in to this account, in lower case, if any. Unique. */
  email: string | undefined
  /** The hashed password, in a form only `accounts/password.ts` reads. Undefined: no password signs in. */
  passwordHash: string | undefined
  /** A banned account cannot sign in. */
  banned: boolean
  /** When the account was created, in ms since the Unix epoch. */
  createTimeMs: number
}

/** A notification that is kept until it is deleted. */
export interface StoredNotification {
  /** UUID. */
  id: string
  /** Whose it is. */
  userId: string
  subject: string
  /** JSON, as text. */
  content: string
  code: number
  /** UUID of the user who has sent it; empty when it was the server. */
  senderId: string
  /** When it was sent, in ms since the Unix epoch. */
  createTimeMs: number
}

/** A stored notification with its place in the order of arrival. */
export interface ListedNotification extends StoredNotification {
  /** Grows from one notification to the next and is never given twice. A list goes on after a position. */
  position: number
}

/** What has to be unique, and was not. */
export type ConflictField = 'userId' | 'username' | 'customId' | 'deviceId' | 'email' | 'notificationId'

/** A write that would have broken uniqueness. Nothing of it was stored. */
export class StoreConflictError extends Error {
  readonly field: ConflictField

  constructor(field: ConflictField) {
    super(`${field} is already in use`)
    this.name = 'StoreConflictError'
    this.field = field
  }
}

/** A store that cannot be opened here: the runtime lacks what it needs, or the file is not one it can read. */
export class StoreUnavailableError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreUnavailableError'
  }
}

/**
 * What outlives a connection: accounts and kept notifications. A write is stored, whole, once its promise is
 * fulfilled; a promise that is rejected has stored nothing.
 *
 * Not stored, as in Nakama: parties, tickets and presences, which live as long as their members are connected,
 * and which tokens were logged out, which the server that issued them remembers.
 */
export interface Store {
  /** @throws {StoreConflictError} (rejects) when an id, the name or the address is another account's. */
  createAccount(account: Account): Promise<void>
  findByUserId(userId: string): Promise<Account | undefined>
  /** User names are compared exactly, letter case included. */
  findByUsername(username: string): Promise<Account | undefined>
  findByCustomId(customId: string): Promise<Account | undefined>
  findByDeviceId(deviceId: string): Promise<Account | undefined>
  /** The address has to be in lower case. */
  findByEmail(email: string): Promise<Account | undefined>
  /** Bans an account, or lifts its ban. False when there is no such account. */
  setBanned(userId: string, banned: boolean): Promise<boolean>

  /** @throws {StoreConflictError} (rejects) when the id is taken. */
  addNotification(notification: StoredNotification): Promise<void>
  /** At most `limit` notifications of a user, in the order of their arrival, from behind `afterPosition`. */
  listNotifications(userId: string, limit: number, afterPosition: number): Promise<ListedNotification[]>
  /** Deletes those of the ids that are this user's notifications; the others are ignored. */
  deleteNotifications(userId: string, ids: readonly string[]): Promise<void>

  /** Lets go of whatever the store holds. No other call may follow, except another `close`. */
  close(): Promise<void>
}
