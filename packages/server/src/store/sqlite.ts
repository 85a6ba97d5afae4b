import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import { migrations } from './sqlite-schema.ts'
import {
  type Account,
  type ConflictField,
  type ListedNotification,
  type Store,
  StoreConflictError,
  type StoredNotification,
  StoreUnavailableError,
} from './store.ts'

/**
 * Opens a store in a SQLite file, which is created when it is not there. Needs Node 22.13 or later: the module
 * `node:sqlite` is only asked for here, so that everything else runs without it.
 *
 * A write is in the file, and on the disk, before its promise is fulfilled: it survives the process being killed
 * at any moment, and what was being written then is there whole or not at all. One process at a time may have
 * the file open for writing; a second one waits up to five seconds for each write.
 *
 * @throws {StoreUnavailableError} (rejects) when the runtime has no SQLite, the file cannot be opened or is not
 *   such a store, or was written by a later version.
 */
export async function openSqliteStore(path: string): Promise<Store> {
  const sqlite = globalThis.process?.getBuiltinModule?.('node:sqlite')
  if (sqlite === undefined) {
    throw new StoreUnavailableError(
      'keeping data in a file needs Node 22.13 or later (its module node:sqlite)',
    )
  }
  let database: DatabaseSync | undefined
  try {
    database = new sqlite.DatabaseSync(path)
    prepare(database)
    return new SqliteStore(database)
  } catch (error) {
    database?.close()
    if (error instanceof StoreUnavailableError) throw error
    throw new StoreUnavailableError(`cannot open ${path} as a store: ${messageOf(error)}`, { cause: error })
  }
}

function prepare(database: DatabaseSync): void {
  // The write-ahead log makes a commit one append; FULL waits until it is on the disk.
  database.exec(`
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;`)
  transaction(database, () => {
    database.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT')
    const row = database.prepare('SELECT version FROM schema_version').get()
    const version = Number(row?.['version'] ?? 0)
    if (version > migrations.length) {
      throw new StoreUnavailableError(
        `the store is of version ${version}, this server knows versions up to ${migrations.length}`,
      )
    }
    for (const script of migrations.slice(version)) database.exec(script)
    database.exec('DELETE FROM schema_version')
    database.prepare('INSERT INTO schema_version (version) VALUES (?)').run(migrations.length)
  })
}

class SqliteStore implements Store {
  readonly #database: DatabaseSync
  /** SQL → prepared statement. */
  readonly #statements = new Map<string, StatementSync>()
  #isClosed = false

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  async createAccount(account: Account): Promise<void> {
    const { userId, username, customId, email, passwordHash, banned, createTimeMs } = account
    this.#write(() => {
      this.#statement(
        `INSERT INTO account (user_id, username, custom_id, email, password_hash, banned, create_time_ms)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        userId,
        username,
        customId ?? null,
        email ?? null,
        passwordHash ?? null,
        banned ? 1 : 0,
        createTimeMs,
      )
      const device = this.#statement('INSERT INTO account_device (device_id, user_id) VALUES (?, ?)')
      for (const deviceId of account.deviceIds) device.run(deviceId, userId)
    })
  }

  async findByUserId(userId: string): Promise<Account | undefined> {
    return this.#find('SELECT * FROM account WHERE user_id = ?', userId)
  }

  async findByUsername(username: string): Promise<Account | undefined> {
    return this.#find('SELECT * FROM account WHERE username = ?', username)
  }

  async findByCustomId(customId: string): Promise<Account | undefined> {
    return this.#find('SELECT * FROM account WHERE custom_id = ?', customId)
  }

  async findByDeviceId(deviceId: string): Promise<Account | undefined> {
    return this.#find(
      'SELECT account.* FROM account JOIN account_device USING (user_id) WHERE device_id = ?',
      deviceId,
    )
  }

  async findByEmail(email: string): Promise<Account | undefined> {
    return this.#find('SELECT * FROM account WHERE email = ?', email)
  }

  async setBanned(userId: string, banned: boolean): Promise<boolean> {
    const result = this.#statement('UPDATE account SET banned = ? WHERE user_id = ?').run(
      banned ? 1 : 0,
      userId,
    )
    return Number(result.changes) > 0
  }

  async addNotification(notification: StoredNotification): Promise<void> {
    const { id, userId, subject, content, code, senderId, createTimeMs } = notification
    this.#write(() => {
      this.#statement(
        `INSERT INTO notification (id, user_id, subject, content, code, sender_id, create_time_ms)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ).run(id, userId, subject, content, code, senderId, createTimeMs)
    })
  }

  async listNotifications(
    userId: string,
    limit: number,
    afterPosition: number,
  ): Promise<ListedNotification[]> {
    return this.#statement(
      'SELECT * FROM notification WHERE user_id = ? AND position > ? ORDER BY position LIMIT ?',
    )
      .all(userId, afterPosition, limit)
      .map(notificationFrom)
  }

  async deleteNotifications(userId: string, ids: readonly string[]): Promise<void> {
    this.#write(() => {
      const statement = this.#statement('DELETE FROM notification WHERE user_id = ? AND id = ?')
      for (const id of ids) statement.run(userId, id)
    })
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#database.close()
  }

  #find(sql: string, key: string): Account | undefined {
    const row = this.#statement(sql).get(key)
    if (row === undefined) return undefined
    const devices = this.#statement(
      'SELECT device_id FROM account_device WHERE user_id = ? ORDER BY device_id',
    )
    return accountFrom(row, devices.all(text(row, 'user_id')))
  }

  #write(run: () => void): void {
    try {
      transaction(this.#database, run)
    } catch (error) {
      const field = conflictOf(error)
      throw field === undefined ? error : new StoreConflictError(field)
    }
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

function transaction(database: DatabaseSync, run: () => void): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    run()
    database.exec('COMMIT')
  } catch (error) {
    rollBack(database)
    throw error
  }
}

function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK')
  } catch {
    // A failure as grave as a full disk has already ended the transaction; the first error is the one to tell.
  }
}

/** Which uniqueness a failed write would have broken; SQLite only tells it in its message. */
function conflictOf(error: unknown): ConflictField | undefined {
  const column = /^UNIQUE constraint failed: (\w+\.\w+)/.exec(messageOf(error))?.[1]
  return column === undefined ? undefined : conflictFields[column]
}

const conflictFields: Readonly<Record<string, ConflictField>> = {
  'account.user_id': 'userId',
  'account.username': 'username',
  'account.custom_id': 'customId',
  'account.email': 'email',
  'account_device.device_id': 'deviceId',
  'notification.id': 'notificationId',
}

type Row = Record<string, SQLOutputValue>

function accountFrom(row: Row, devices: Row[]): Account {
  return {
    userId: text(row, 'user_id'),
    username: text(row, 'username'),
    customId: optionalText(row, 'custom_id'),
    deviceIds: devices.map((device) => text(device, 'device_id')),
    email: optionalText(row, 'email'),
    passwordHash: optionalText(row, 'password_hash'),
    banned: Number(row['banned']) !== 0,
    createTimeMs: Number(row['create_time_ms']),
  }
}

function notificationFrom(row: Row): ListedNotification {
  return {
    id: text(row, 'id'),
    userId: text(row, 'user_id'),
    subject: text(row, 'subject'),
    content: text(row, 'content'),
    code: Number(row['code']),
    senderId: text(row, 'sender_id'),
    createTimeMs: Number(row['create_time_ms']),
    position: Number(row['position']),
  }
}

function text(row: Row, column: string): string {
  return String(row[column])
}

function optionalText(row: Row, column: string): string | undefined {
  const value = row[column]
  return typeof value === 'string' ? value : undefined
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
