import type { PartyMatchmakerTicket, PartyUpdate, UserPresence } from '@party/protocol'
import { checked, refuse } from '../error.ts'
import type { CallOptions } from '../runtime/call-options.ts'
import type { Handler, Undo } from '../runtime/emitter.ts'
import type { MatchmakerOptions } from '../socket/matchmaking.ts'
import type { Party, PartyLeader } from '../socket/messages.ts'
import type { PresenceRef, UpdatePartyOptions } from '../socket/requests.ts'
import type { SocketCalls } from '../socket/socket-calls.ts'
import type { PartyMessage, PartyMessageType } from './message.ts'
import { deliver, type Feed, release } from './party-feed.ts'
import { type PartyPayload, toBytes } from './payload.ts'
import type { PartyChanges, PartyEnd, PartySnapshot } from './state.ts'

/** Every event of a party, by name, with what it carries. */
export type PartyEventMap = PartyChanges & {
  /** A message of any kind. `definePartyMessage` hears one kind, and reads it. */
  data: PartyMessage<Uint8Array>
}

/** Name of an event of a party. */
export type PartyEventName = keyof PartyEventMap

/** How to send a message. */
export interface SendOptions extends CallOptions {
  /**
   * Whether the player's own handlers hear the message too, with `own: true`, once the server has taken it. The
   * server sends it to the others only. Default false.
   */
  readonly echo?: boolean
}

/**
 * A party that the player is in, as it is now: what is shown changes with every message of the server, before any
 * handler hears of it. `getSnapshot` keeps a moment.
 *
 * It stays the same object over a connection that was lost and made again, while the player comes back into it.
 * Once the party has `ended` for the player it shows what was last known; who enters it again gets another object.
 *
 * Methods end with what the socket's method ends with that they stand for; `operation` is its name.
 */
export class LiveParty implements Party {
  /** `<uuid>.<node>`: what the others join by. */
  declare readonly partyId: string
  /**
   * What listings can be searched by. Empty also where it is not known: the server tells it to the creator and, when
   * it is changed, to everyone, but not to who joins.
   */
  declare readonly label: string
  /** Whether anyone may join. */
  declare readonly open: boolean
  /** Whether listings leave the party out. False also where it is not known, as with `label`. */
  declare readonly hidden: boolean
  /** At most how many members, the leader included. */
  declare readonly maxSize: number
  /** The player's own presence. It is another one after a reconnect. */
  declare readonly self: UserPresence
  declare readonly leader: UserPresence
  /** Who is in the party, the player included: who has been in it longest first. */
  declare readonly members: readonly UserPresence[]
  /** The same as `members`. */
  declare readonly presences: readonly UserPresence[]
  /** Whether the player leads the party. */
  declare readonly isLeader: boolean
  /** To the leader: who asks to join, oldest request first. A new leader lists those who have been waiting. */
  declare readonly joinRequests: readonly UserPresence[]
  /** The party's matchmaker tickets, oldest first. One that the leader has withdrawn stays here for the others. */
  declare readonly tickets: readonly string[]
  /** True while the server tells nothing about the party. */
  declare readonly stale: boolean
  /** How the party ended for the player; `undefined` while it has not. */
  declare readonly ended: PartyEnd | undefined
  readonly #feed: Feed
  readonly #calls: SocketCalls

  /** @internal */
  constructor(feed: Feed, calls: SocketCalls) {
    this.#feed = feed
    this.#calls = calls
  }

  /** What is known now, frozen: the same object until something changes. It needs no `this`. */
  readonly getSnapshot = (): PartySnapshot => this.#feed.snapshot

  /** Calls the listener after every change of the snapshot. It needs no `this`, as `useSyncExternalStore` wants it. */
  readonly subscribe = (listener: () => unknown): Undo => this.#feed.emitter.on('change', listener)

  /**
   * Calls the handler for every event of this name, or every message of this kind, until the function that is
   * returned is called. Handlers run after the party has changed and before those of the socket.
   *
   * Messages wait until the first handler for messages is registered, at most the last 100. They are handed out
   * right after the code that is running then, so that every handler it registers hears them.
   */
  on<Name extends PartyEventName>(event: Name, handler: Handler<PartyEventMap[Name]>): Undo
  on<T>(message: PartyMessageType<T>, handler: Handler<PartyMessage<T>>): Undo
  on(event: PartyEventName | PartyMessageType<unknown>, handler: Handler<never>): Undo {
    const { emitter } = this.#feed
    // The overloads pair each event with its handler, which the types cannot follow in here.
    const handle = handler as Handler<unknown>
    const kind = typeof event === 'object' && event
    if (kind || event === 'data') release(this.#feed)
    if (!kind) return emitter.on(event as PartyEventName, handle)
    return emitter.on('data', (message) => {
      // An op code beyond 2^53 is a bigint.
      if (String(message.opCode) !== String(kind.opCode)) return undefined
      return handle({ ...message, data: kind.decode(message.data) })
    })
  }

  /**
   * Sends the others a message of a kind that `definePartyMessage` has named, or data under an op code. See
   * `sendPartyData`.
   */
  send<T>(message: PartyMessageType<T>, value: T, options?: SendOptions): Promise<void>
  send(opCode: number | bigint, data?: PartyPayload, options?: SendOptions): Promise<void>
  async send(
    message: PartyMessageType<unknown> | number | bigint,
    value: unknown = '',
    options: SendOptions = {},
  ): Promise<void> {
    const { partyId } = this
    const [opCode, payload] =
      typeof message === 'object'
        ? [message.opCode, () => message.encode(value)]
        : [message, () => value as PartyPayload]
    // Copied, because a caller may reuse its buffer before the echo.
    const data = toBytes(partyId, payload).slice()
    await this.#calls.sendPartyData(partyId, opCode, data, options)
    if (options.echo) deliver(this.#feed, { partyId, presence: this.self, opCode, data, own: true })
  }

  /** Leaves the party. See `leaveParty`. */
  leave(options?: CallOptions): Promise<void> {
    return this.#calls.leaveParty(this.partyId, options)
  }

  /** Makes a member the leader. Leader only. See `promotePartyMember`. */
  promote(member: PresenceRef, options?: CallOptions): Promise<PartyLeader> {
    return this.#calls.promotePartyMember(this.partyId, member, options)
  }

  /** Lets a player in who asks to join. Leader only. See `acceptPartyMember`. */
  accept(player: PresenceRef, options?: CallOptions): Promise<void> {
    return this.#calls.acceptPartyMember(this.partyId, player, options)
  }

  /**
   * Refuses a player who asks to join, and who is not told. Leader only. See `removePartyMember`, which removes a
   * member who asks once more: this ends with `invalid_argument` instead.
   */
  async reject(player: PresenceRef, options?: CallOptions): Promise<void> {
    const { partyId, members } = this
    checked({ operation: 'removePartyMember', partyId }, () => {
      if (members.some(({ sessionId }) => sessionId === player.sessionId)) refuse('player', 'is a member')
    })
    return this.#calls.removePartyMember(partyId, player, options)
  }

  /** Removes a member: its party ends with `kicked`. Leader only. See `removePartyMember`. */
  remove(member: PresenceRef, options?: CallOptions): Promise<void> {
    return this.#calls.removePartyMember(this.partyId, member, options)
  }

  /** Ends the party for everyone. Leader only. See `closeParty`. */
  close(options?: CallOptions): Promise<void> {
    return this.#calls.closeParty(this.partyId, options)
  }

  /**
   * Changes what the party is like, and nothing that is left out. Leader only. See `updateParty`; a leader who has
   * joined the party and does not know its label clears it, unless it is given.
   */
  update(change: Partial<UpdatePartyOptions>, options?: CallOptions): Promise<PartyUpdate> {
    const { partyId, open, hidden, label } = this
    return this.#calls.updateParty(partyId, { open, hidden, label, ...change }, options)
  }

  /** Asks who waits to be let in; `joinRequests` is up to date by itself. Leader only. See `listPartyJoinRequests`. */
  async listJoinRequests(options?: CallOptions): Promise<readonly UserPresence[]> {
    const { presences } = await this.#calls.listPartyJoinRequests(this.partyId, options)
    return presences
  }

  /** Looks for a match for the whole party. Leader only. See `addMatchmakerParty`. */
  matchmake(options?: MatchmakerOptions): Promise<PartyMatchmakerTicket> {
    return this.#calls.addMatchmakerParty(this.partyId, options)
  }

  /** Withdraws a ticket of the party. Leader only. See `removeMatchmakerParty`. */
  cancelMatchmaking(ticket: string, options?: CallOptions): Promise<void> {
    return this.#calls.removeMatchmakerParty(this.partyId, ticket, options)
  }
}
