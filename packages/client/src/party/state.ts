import type { EnvelopeMessage, PartyJoinRequest, UserPresence } from '@party/protocol'
import type { MatchmakerMatched, Party } from '../socket/messages.ts'

/**
 * How a party ended for the player.
 *
 * - `left`: the player has left it, here or, on a server that allows one party each, by entering another one.
 * - `kicked`: the leader has removed the player.
 * - `closed`: the leader has closed it.
 * - `disconnected`: the connection was lost, and the player did not come back into it.
 *
 * On the wire a kick looks like a close. Whoever is not the leader therefore asks the server, with a request that
 * changes nothing, whether the party is still there; `end` comes with the answer. It says `closed` where that
 * cannot be known: the party was closed right after the kick, or the answer did not come.
 */
export type PartyEnd = 'left' | 'kicked' | 'closed' | 'disconnected'

/** What is known of a party at one moment. It is frozen, and another object as soon as anything is different. */
export interface PartySnapshot extends Party {
  /** The same as `presences`: the members, who has been in it longest first. */
  readonly members: readonly UserPresence[]
  /** Whether the player leads the party. */
  readonly isLeader: boolean
  /** To the leader: who asks to join, oldest request first. Empty for everyone else, whom the server does not tell. */
  readonly joinRequests: readonly UserPresence[]
  /**
   * The party's matchmaker tickets, oldest first. When the leader withdraws one, the server does not tell the other
   * members, who see it until the next change of members.
   */
  readonly tickets: readonly string[]
  /**
   * True while the server tells nothing about the party: what is shown is as it was when the connection was lost,
   * or when the party came to an end whose cause is being asked for.
   */
  readonly stale: boolean
  /** How the party ended for the player; `undefined` while it has not. */
  readonly ended: PartyEnd | undefined
}

/** Why a ticket is no more: the leader withdrew it, members came or went, or the party ended for the player. */
export type MatchmakingEnd = 'removed' | 'membership' | PartyEnd

/** What a change of a party is told as. */
export type PartyChanges = {
  /** Members came or went. The player itself is not told of its own coming and going. */
  presence: { readonly joins: readonly UserPresence[]; readonly leaves: readonly UserPresence[] }
  /** Somebody else leads. */
  leader: { readonly leader: UserPresence; readonly previous: UserPresence }
  /** Label, openness or visibility are different. */
  update: { readonly label: string; readonly open: boolean; readonly hidden: boolean }
  /** To the leader: players ask to join. A new leader hears so of those who have been waiting. */
  joinRequest: { readonly presences: readonly UserPresence[] }
  /** The party looks for a match. */
  matchmaking: { readonly ticket: string }
  /** A ticket is no more. The server does not tell it: it follows from what it does tell. */
  matchmakingCancelled: { readonly ticket: string; readonly cause: MatchmakingEnd }
  /** A match was found for the party. */
  matched: MatchmakerMatched
  /** The party has ended for the player. Nothing follows. */
  end: { readonly cause: PartyEnd }
}

/** One event, by name, with what it carries. */
export type PartyChange = {
  readonly [Name in keyof PartyChanges]: readonly [Name, PartyChanges[Name]]
}[keyof PartyChanges]

/**
 * What a party changes by: a message of the server, a request that the server has acknowledged (it is so from then
 * on), or something that only this side knows.
 */
export type PartyInput =
  | EnvelopeMessage
  /** The whole list of those who wait, as the leader asked for it. */
  | { readonly case: 'listed'; readonly value: PartyJoinRequest }
  | { readonly case: 'lost' }
  | { readonly case: 'ended'; readonly cause: PartyEnd }

/**
 * The party after an input, and what the input has changed, in order. The same object if it has changed nothing.
 *
 * @param state `undefined`: the player is not in the party.
 */
export function reduce(
  state: PartySnapshot | undefined,
  input: PartyInput,
): readonly [PartySnapshot | undefined, readonly PartyChange[]] {
  const before = state ?? outside
  if (before.ended || (!state && input.case !== 'party')) return [state, []]
  const news = Object.entries(changeOf(before, input)).filter(
    ([name, value]) => !isSame(before[name as keyof Change], value),
  )
  const matched: PartyChange[] =
    input.case === 'matchmakerMatched' ? [['matched', input.value as MatchmakerMatched]] : []
  if (news.length === 0) return [state, matched]
  const copies = news.map(([name, value]) => [name, Array.isArray(value) ? Object.freeze([...value]) : value])
  const next: PartySnapshot = { ...before, ...Object.fromEntries(copies) }
  const after = Object.freeze({
    ...next,
    members: next.presences,
    isLeader: isSame(next.leader, next.self),
  })
  return [after, [...difference(before, after, input), ...matched]]
}

type Change = { [Name in keyof PartySnapshot]?: PartySnapshot[Name] }

const none = Object.freeze([])
const nothing = { joinRequests: none, tickets: none }

/** What is known of a party that the player is not in. */
const outside = {
  ...nothing,
  label: '',
  hidden: false,
  presences: none,
  ended: undefined,
} as Change as PartySnapshot

function changeOf(state: PartySnapshot, input: PartyInput): Change {
  switch (input.case) {
    case 'party': {
      // The client's reading makes sure that everybody is there.
      const { label, hidden, ...party } = input.value as Party
      // Only the answer to the creator has a label and `hidden`; the server knows them, but leaves them out.
      return { ...party, label: label || state.label, hidden: hidden || state.hidden, stale: false }
    }
    case 'partyPresenceEvent': {
      const { joins, leaves } = input.value
      // Who has left and come back at once is told of its own leave.
      const stay = without(state.presences, without(leaves, [state.self]))
      return { presences: union(stay, joins), tickets: [] }
    }
    case 'partyLeader': {
      const { leader } = { leader: input.value.presence as UserPresence }
      return { leader, ...(!isSame(leader, state.self) && { joinRequests: [] }) }
    }
    case 'partyUpdate': {
      const { label, open, hidden } = input.value
      return { label, open, hidden }
    }
    case 'partyJoinRequest':
      return { joinRequests: union(state.joinRequests, input.value.presences) }
    case 'listed':
      return { joinRequests: input.value.presences }
    case 'partyAccept':
      return { joinRequests: without(state.joinRequests, [input.value.presence]) }
    case 'partyRemove':
      // Of somebody who is a member and has asked to become one nevertheless, only the membership is removed.
      return { joinRequests: without(state.joinRequests, without([input.value.presence], state.presences)) }
    case 'partyMatchmakerTicket':
      return { tickets: union(state.tickets, [input.value.ticket]) }
    case 'partyMatchmakerRemove':
    case 'matchmakerMatched':
      return { tickets: without(state.tickets, [input.value.ticket]) }
    case 'partyJoin':
      // To join an open party again changes nothing but that its tickets end.
      return state.open && !state.stale ? { tickets: [] } : {}
    case 'partyLeave':
      return end('left')
    case 'partyClose':
      return state.isLeader ? end('closed') : { stale: true }
    case 'lost':
      // Whoever leads when the player is back is told of the requests anew.
      return { stale: true, tickets: [], joinRequests: [] }
    case 'ended':
      return end(input.cause)
    default:
      return {}
  }
}

function end(ended: PartyEnd): Change {
  return { ...nothing, ended, stale: false }
}

function difference(before: PartySnapshot, after: PartySnapshot, input: PartyInput): PartyChange[] {
  const { label, open, hidden, leader, ended } = after
  const changes: PartyChange[] = []
  const selves = [before.self, after.self]
  const joins = without(after.presences, [...before.presences, ...selves])
  const leaves = without(before.presences, [...after.presences, ...selves])
  if (joins[0] || leaves[0]) changes.push(['presence', { joins, leaves }])
  if (!isSame(leader, before.leader)) changes.push(['leader', { leader, previous: before.leader }])
  if (!isSame([label, open, hidden], [before.label, before.open, before.hidden])) {
    changes.push(['update', { label, open, hidden }])
  }
  const presences = without(after.joinRequests, before.joinRequests)
  if (presences[0]) changes.push(['joinRequest', { presences }])
  for (const ticket of without(after.tickets, before.tickets)) changes.push(['matchmaking', { ticket }])
  if (input.case !== 'matchmakerMatched') {
    for (const ticket of without(before.tickets, after.tickets)) {
      changes.push(['matchmakingCancelled', { ticket, cause: ended ?? causes[input.case] ?? 'membership' }])
    }
  }
  if (ended) changes.push(['end', { cause: ended }])
  return changes
}

const causes: { readonly [Case in PartyInput['case']]?: MatchmakingEnd } = {
  lost: 'disconnected',
  partyMatchmakerRemove: 'removed',
}

type Item = UserPresence | string | undefined

/** Somebody is in a party by session: the same user may be in it twice. */
function idOf(item: unknown): unknown {
  return (item as UserPresence | undefined)?.sessionId ?? item
}

function without<T extends Item>(list: readonly T[], others: readonly Item[]): T[] {
  return list.filter((item) => !others.some((other) => isSame(item, other)))
}

function union<T extends Item>(list: readonly T[], others: readonly T[]): T[] {
  return [...list, ...without(others, list)]
}

function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return idOf(a) === idOf(b)
  return a.length === b.length && a.every((item, index) => isSame(item, b[index]))
}
