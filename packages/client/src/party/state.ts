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

interface LocalInputs {
  /** The whole list of those who wait, as the leader asked for it. */
  listed: PartyJoinRequest
  /** The connection was lost. */
  lost: undefined
  /** The party has ended for the player, who has not been told so. */
  ended: PartyEnd
}

type Inputs = { readonly [Message in EnvelopeMessage as Message['case']]: Message['value'] } & LocalInputs

/**
 * What a party changes by: a message of the server, a request that the server has acknowledged (it is so from then
 * on), or something that only this side knows.
 */
export type PartyInput = {
  [Case in keyof Inputs]: { readonly case: Case; readonly value: Inputs[Case] }
}[keyof Inputs]

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
  // The table pairs each kind of input with what it carries, which the types cannot follow here.
  const change = rules[input.case]?.(before, input.value as never) ?? {}
  const news = Object.entries(change).filter(([name, value]) => !isSame(before[name as keyof Change], value))
  const copies = news.map(([name, value]) => [name, Array.isArray(value) ? Object.freeze([...value]) : value])
  const next: PartySnapshot = { ...before, ...Object.fromEntries(copies) }
  const after = news[0]
    ? Object.freeze({ ...next, members: next.presences, isLeader: isSame(next.leader, next.self) })
    : before
  return [after, difference(before, after, input)]
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

const end = (ended: PartyEnd): Change => ({ ...nothing, ended, stale: false })

type Rules = { readonly [Case in keyof Inputs]?: (state: PartySnapshot, value: Inputs[Case]) => Change }

const rules: Rules = {
  party: (state, party) => ({
    // The client's reading makes sure that everybody is there.
    ...(party as Party),
    // Only the answer to the creator has these; the server knows them, but leaves them out.
    label: party.label || state.label,
    hidden: party.hidden || state.hidden,
    stale: false,
  }),
  partyPresenceEvent: ({ presences, self }, { joins, leaves }) => ({
    // Who has left and come back at once is told of its own leave.
    presences: union(without(presences, without(leaves, [self])), joins),
    tickets: none,
  }),
  partyLeader: ({ self, joinRequests }, { presence }) => ({
    leader: presence as UserPresence,
    joinRequests: isSame(presence, self) ? joinRequests : none,
  }),
  partyUpdate: (_, update) => update,
  partyJoinRequest: ({ joinRequests }, { presences }) => ({ joinRequests: union(joinRequests, presences) }),
  listed: (_, { presences }) => ({ joinRequests: presences }),
  partyAccept: ({ joinRequests }, { presence }) => ({ joinRequests: without(joinRequests, [presence]) }),
  // Of somebody who is a member and has asked to become one nevertheless, only the membership is removed.
  partyRemove: ({ joinRequests, presences }, { presence }) => ({
    joinRequests: without(joinRequests, without([presence], presences)),
  }),
  partyMatchmakerTicket: ({ tickets }, { ticket }) => ({ tickets: union(tickets, [ticket]) }),
  partyMatchmakerRemove: ({ tickets }, { ticket }) => ({ tickets: without(tickets, [ticket]) }),
  matchmakerMatched: ({ tickets }, { ticket }) => ({ tickets: without(tickets, [ticket]) }),
  // To join an open party again changes nothing but that its tickets end.
  partyJoin: ({ open, stale }) => (open && !stale ? { tickets: none } : {}),
  partyLeave: () => end('left'),
  partyClose: ({ isLeader }) => (isLeader ? end('closed') : { stale: true }),
  lost: () => ({ ...nothing, stale: true }),
  ended: (_, cause) => end(cause),
}

function difference(before: PartySnapshot, after: PartySnapshot, input: PartyInput): PartyChange[] {
  const { label, open, hidden, leader, ended } = after
  const selves = [before.self, after.self]
  const joins = without(after.presences, [...before.presences, ...selves])
  const leaves = without(before.presences, [...after.presences, ...selves])
  const presences = without(after.joinRequests, before.joinRequests)
  const cancelled = without(before.tickets, after.tickets)
  const cause = ended ?? causes[input.case] ?? 'membership'
  const isMatched = input.case === 'matchmakerMatched'
  const changes: (PartyChange | false | undefined)[] = [
    !!(joins[0] ?? leaves[0]) && ['presence', { joins, leaves }],
    !isSame(leader, before.leader) && ['leader', { leader, previous: before.leader }],
    !isSame([label, open, hidden], [before.label, before.open, before.hidden]) && [
      'update',
      { label, open, hidden },
    ],
    presences[0] && ['joinRequest', { presences }],
    ...without(after.tickets, before.tickets).map((ticket): PartyChange => ['matchmaking', { ticket }]),
    ...cancelled.map(
      (ticket): PartyChange | false => !isMatched && ['matchmakingCancelled', { ticket, cause }],
    ),
    isMatched && ['matched', input.value as MatchmakerMatched],
    ended && ['end', { cause: ended }],
  ]
  return changes.filter((change) => !!change)
}

const causes: { readonly [Case in PartyInput['case']]?: MatchmakingEnd } = {
  lost: 'disconnected',
  partyMatchmakerRemove: 'removed',
}

type Item = UserPresence | string | undefined

function without<T extends Item>(list: readonly T[], others: readonly Item[]): T[] {
  return list.filter((item) => !others.some((other) => isSame(item, other)))
}

function union<T extends Item>(list: readonly T[], others: readonly T[]): T[] {
  return [...list, ...without(others, list)]
}

function isSame(a: unknown, b: unknown): boolean {
  return idOf(a) === idOf(b)
}

/** Somebody is in a party by session: the same user may be in it twice. */
function idOf(item: unknown): unknown {
  return Array.isArray(item)
    ? String(item.map(idOf))
    : ((item as UserPresence | undefined)?.sessionId ?? item)
}
