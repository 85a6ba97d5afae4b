import {
  type Clock,
  createNotification,
  limits,
  type Notification,
  type NotificationList,
} from '@party/protocol'
import { ApiError } from '../api-error.ts'
import { type IdSource, randomIds } from '../ids.ts'
import type { JsonObject } from '../json-syntax.ts'
import type { RandomSource } from '../random.ts'
import type { ListedNotification, Store } from '../store/store.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'

/** What to tell a user. */
export interface NotificationContent {
  /** What it is about, for a reader. */
  readonly subject: string
  /** What it says, for a program. Clients get it as JSON text. */
  readonly content: JsonObject
  /** What it is about, for a program. Above 0: those below are Nakama's own. */
  readonly code: number
  /** The user who sends it; without one it is the server. */
  readonly senderId?: string | undefined
  /** Whether it is kept until the user deletes it, beside being delivered at once. False by default. */
  readonly persistent?: boolean | undefined
}

export interface NotificationServiceOptions {
  readonly store: Store
  readonly clock: Clock
  readonly random: RandomSource
  /** Where the ids of notifications come from; `random` by default. */
  readonly ids?: IdSource | undefined
  /** Hands a notification to every connected session of a user; there may be none. */
  readonly deliver: (userId: string, notification: Notification) => void
}

/** How a notification that the game's backend sends names its sender on a socket; in a listing it has none. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Messages of the server, or of one player, to a player: delivered at once to who is there, kept if wanted. */
export class NotificationService {
  readonly #store: Store
  readonly #clock: Clock
  readonly #ids: IdSource
  readonly #deliver: NotificationServiceOptions['deliver']

  constructor({ store, clock, random, ids, deliver }: NotificationServiceOptions) {
    this.#store = store
    this.#clock = clock
    this.#ids = ids ?? randomIds(random)
    this.#deliver = deliver
  }

  /**
   * Keeps a notification if it is persistent, then delivers it, and returns it as delivered. What could not be kept
   * is not delivered.
   *
   * @throws {RangeError} (rejects) for an empty subject, or a code that is not a whole number above 0.
   */
  async send(userId: string, content: NotificationContent): Promise<Notification> {
    if (content.subject === '') throw new RangeError('a notification needs a subject')
    if (!Number.isSafeInteger(content.code) || content.code <= 0) {
      throw new RangeError(`a notification's code is a whole number above 0, not ${content.code}`)
    }
    const { senderId = '' } = content
    const notification = this.compose({ ...content, senderId: senderId === '' ? nobody : senderId })
    if (notification.persistent) {
      const { id, subject, content, code } = notification
      const createTimeMs = this.#clock.now()
      await this.#store.addNotification({ id, userId, subject, content, code, senderId, createTimeMs })
    }
    this.#deliver(userId, notification)
    return notification
  }

  /**
   * A notification with an id and the present time, neither kept nor delivered; any code will do. For those that the
   * server itself sends, such as -7 before it ends a session.
   */
  compose({ subject, content, code, senderId = '', persistent = false }: NotificationContent): Notification {
    return createNotification({
      id: this.#ids.next('notification'),
      subject,
      content: JSON.stringify(content),
      code,
      senderId,
      createTime: wholeSecond(this.#clock.now()),
      persistent,
    })
  }

  /**
   * A user's kept notifications, oldest first, from behind the cursor. The cursor that is returned finds, at any
   * later time, what has come since.
   *
   * @throws {ApiError} (rejects) 3 for a limit outside 1 to 100; 13 for a cursor that was not given out here.
   */
  async list(userId: string, limit: number, cursor: string): Promise<NotificationList> {
    if (limit < 1 || limit > limits.maxListLimit) {
      throw ApiError.invalidArgument('Invalid limit - limit must be between 1 and 100.')
    }
    const after = cursor === '' ? 0 : decodeCursor(cursor)
    if (after === undefined) throw ApiError.internal('Error retrieving notifications.')
    const page = await this.#store.listNotifications(userId, limit, after)
    return {
      notifications: page.map(listed),
      cacheableCursor: encodeCursor(page.at(-1)?.position ?? after),
    }
  }

  /** Deletes kept notifications of a user. Ids that are not there, or not the user's, are ignored. */
  delete(userId: string, ids: readonly string[]): Promise<void> {
    return this.#store.deleteNotifications(userId, ids)
  }
}

function listed({ id, subject, content, code, senderId, createTimeMs }: ListedNotification): Notification {
  return { id, subject, content, code, senderId, createTime: wholeSecond(createTimeMs), persistent: true }
}

/** Nakama sends no fractions of a second. */
function wholeSecond(timeMs: number): Date {
  return new Date(Math.floor(timeMs / 1_000) * 1_000)
}
