import type { UserPresence } from '@party/protocol'

/** What a new party is like. */
export interface CreatePartyOptions {
  /** At most how many members, 1 to 256, the creator included. */
  readonly maxSize: number
  /** Whether anyone may join. If not, which is the default, the leader lets each player in. */
  readonly open?: boolean
  /**
   * What listings can be searched by: a JSON object, as text of at most 2048 bytes. Default none. Servers before
   * 3.28 close the connection when it is given.
   */
  readonly label?: string
  /** Whether listings leave the party out. Default false. Servers before 3.28 close the connection when it is true. */
  readonly hidden?: boolean
}

/** What a party is to be like from now on: everything that is left out is set back. */
export interface UpdatePartyOptions {
  /** Whether anyone may join. */
  readonly open: boolean
  /** Whether listings leave the party out. Default false. A hidden party cannot have a label. */
  readonly hidden?: boolean
  /** A JSON object, as text of at most 2048 bytes. Default none. */
  readonly label?: string
}

/** Whose status to follow. */
export interface UsersToFollow {
  readonly userIds?: readonly string[]
  readonly usernames?: readonly string[]
}

/** Whom a request is about: the presence that an event or a party has, or what matters of it. */
export type PresenceRef = Pick<UserPresence, 'userId' | 'sessionId' | 'username'>

/** What the server is to be told of a presence: nothing else is set, because it takes nothing else. */
export function toPresence(presence: PresenceRef): UserPresence {
  const { userId, sessionId, username } = { ...presence }
  return { userId, sessionId, username, persistence: false, status: undefined }
}
