import type {
  PartyCreate,
  PartyDataSend,
  PartyUpdate,
  Rpc,
  StatusFollow,
  StatusUnfollow,
  StatusUpdate,
  UserPresence,
} from '@party/protocol'
import { createUserPresence, limits } from '@party/protocol'
import * as check from '../checks.ts'
import { type PartyPayload, toBytes } from '../party/payload.ts'

// What a game says, checked and turned into the message that is sent.

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

export function partyCreate(party: CreatePartyOptions): PartyCreate {
  check.object('party', party)
  const { maxSize, open = false, label = '', hidden = false } = party
  check.integer('maxSize', maxSize, 1, limits.maxPartySize)
  check.boolean('open', open)
  check.label('label', label)
  check.boolean('hidden', hidden)
  return { open, maxSize, label, hidden }
}

export function partyUpdate(partyId: string, update: UpdatePartyOptions): PartyUpdate {
  check.object('update', update)
  const { open, hidden = false, label = '' } = update
  check.text('partyId', partyId, 1)
  check.boolean('open', open)
  check.boolean('hidden', hidden)
  check.label('label', label)
  return { partyId, label, open, hidden }
}

/** The request of an operation that names a party and nothing else. */
export function onParty(partyId: string): { partyId: string } {
  check.text('partyId', partyId, 1)
  return { partyId }
}

/** The request of an operation on a member, or on a player who asks to be one. */
export function onMember(
  partyId: string,
  presence: PresenceRef,
): { partyId: string; presence: UserPresence } {
  check.text('partyId', partyId, 1)
  // The server looks for all three at once, and answers `Invalid presence` if one is missing.
  const { userId, sessionId, username } = presence ?? {}
  check.text('presence.userId', userId, 1)
  check.text('presence.sessionId', sessionId, 1)
  check.text('presence.username', username, 1)
  return { partyId, presence: createUserPresence({ userId, sessionId, username }) }
}

export function partyDataSend(partyId: string, opCode: number | bigint, data: PartyPayload): PartyDataSend {
  check.text('partyId', partyId, 1)
  check.int64('opCode', opCode)
  return { partyId, opCode, data: toBytes(data) }
}

export function statusUpdate(status: string | null | undefined): StatusUpdate {
  if (status === null || status === undefined) return { status: undefined }
  check.text('status', status, 0, limits.maxStatusBytes)
  return { status }
}

export function statusFollow(users: UsersToFollow | readonly string[]): StatusFollow {
  check.object('users', users)
  const { userIds = [], usernames = [] } = isList(users) ? { userIds: users } : users
  check.texts('userIds', userIds)
  check.texts('usernames', usernames)
  return { userIds: [...userIds], usernames: [...usernames] }
}

export function statusUnfollow(userIds: readonly string[]): StatusUnfollow {
  check.texts('userIds', userIds)
  return { userIds: [...userIds] }
}

export function rpc(id: string, payload: string): Rpc {
  check.text('id', id, 1)
  check.text('payload', payload)
  return { id, payload, httpKey: '' }
}

function isList(value: UsersToFollow | readonly string[]): value is readonly string[] {
  return Array.isArray(value)
}
