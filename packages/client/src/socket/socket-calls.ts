import type {
  MatchmakerTicket,
  Operation,
  operations,
  PartyJoinRequest,
  PartyMatchmakerTicket,
  PartyUpdate,
  ReplyOf,
  RequestOf,
  Rpc,
  Status,
} from '@party/protocol'
import { type PartyPayload, toBytes, toJson } from '../party/payload.ts'
import type { CallOptions } from '../runtime/call-options.ts'
import {
  type MatchmakerArguments,
  type MatchmakerOptions,
  type MatchmakerOptionsOrArguments,
  matchmakerAdd,
} from './matchmaking.ts'
import type { Party, PartyLeader } from './messages.ts'
import * as requests from './requests.ts'
import { SocketEvents } from './socket-events.ts'

/** What `createParty` takes: options, or whether the party is open and how many it takes. */
export type CreatePartyArguments =
  | [party: requests.CreatePartyOptions, options?: CallOptions | undefined]
  | [open: boolean, maxSize: number, options?: CallOptions | undefined]

/**
 * Kind of the message that an operation sends, and of its reply if it has one. They are written where they are used:
 * the table of the contract is checked against by the types, and not downloaded by every player.
 */
export type KindsOf<O extends Operation> = (typeof operations)[O] extends {
  readonly request: infer Request
  readonly reply: infer Reply
}
  ? Reply extends string
    ? readonly [Request, Reply]
    : readonly [Request, undefined?]
  : never

/** What a socket can ask of the server. */
export abstract class SocketCalls extends SocketEvents {
  /**
   * Sends a request and waits for its reply.
   *
   * @param kinds of the message to send and of its reply.
   * @param request what is asked for. It is checked first.
   * @param largest the argument to blame when the message is too large.
   */
  protected abstract call<O extends Operation>(
    operation: O,
    kinds: KindsOf<O>,
    request: RequestOf<O>,
    options?: CallOptions,
    largest?: string,
  ): Promise<ReplyOf<O>>

  /**
   * Creates a party that the player leads. The player also hears `onParty` and `onPartyPresence` for it.
   *
   * Ends also with `invalid_party_size`, `party_label_too_long`, `party_label_invalid`, `party_create_failed`.
   */
  async createParty(...args: CreatePartyArguments): Promise<Party> {
    const [first, second, third] = args
    const [party, options] =
      typeof first === 'boolean'
        ? [{ open: first, maxSize: second as number }, third]
        : [first, second as CallOptions | undefined]
    const { maxSize, open = false, label = '', hidden = false }: requests.CreatePartyOptions = { ...party }
    const created = await this.call(
      'createParty',
      ['partyCreate', 'party'],
      { open, maxSize, label, hidden },
      options,
      'label',
    )
    // The client's reading makes sure that everybody is there.
    return created as Party
  }

  /**
   * Joins an open party, or asks to be let into a closed one. It resolves in both cases as soon as the server has
   * taken note; `onParty` tells that the player is in. A request that the leader refuses is not answered at all.
   *
   * Ends also with `invalid_party_id`, `party_not_found`, `party_closed`, `party_full`,
   * `party_join_requests_full`, `party_join_request_duplicate`, `party_already_member`, `party_join_failed`.
   */
  joinParty(partyId: string, options?: CallOptions): Promise<void> {
    return this.call('joinParty', ['partyJoin'], { partyId }, options)
  }

  /**
   * Leaves a party. It resolves too if the player is not in it, or if there is none. The player hears no event;
   * the others do.
   *
   * Ends also with `invalid_party_id`.
   */
  leaveParty(partyId: string, options?: CallOptions): Promise<void> {
    return this.call('leaveParty', ['partyLeave'], { partyId }, options)
  }

  /**
   * Lists the players who ask to join, oldest request first. Only the leader may.
   *
   * Ends also with `invalid_party_id`, `party_not_found`, `party_leader_only`.
   */
  listPartyJoinRequests(partyId: string, options?: CallOptions): Promise<PartyJoinRequest> {
    return this.call(
      'listPartyJoinRequests',
      ['partyJoinRequestList', 'partyJoinRequest'],
      { partyId },
      options,
    )
  }

  /**
   * Lets a player in who asked to join. Only the leader may.
   *
   * Ends also with `invalid_party_id`, `invalid_presence`, `party_not_found`, `party_leader_only`, `party_full`,
   * `party_join_request_not_found`, `party_accept_failed` (the player has gone meanwhile).
   *
   * @param presence as in the join request.
   */
  acceptPartyMember(partyId: string, presence: requests.PresenceRef, options?: CallOptions): Promise<void> {
    return this.call(
      'acceptPartyMember',
      ['partyAccept'],
      { partyId, presence: requests.toPresence(presence) },
      options,
    )
  }

  /**
   * Removes a member, or refuses a player who asked to join. Only the leader may. A member who is removed hears
   * `onPartyClose`; a player who is refused hears nothing.
   *
   * Ends also with `invalid_party_id`, `invalid_presence`, `party_not_found`, `party_leader_only`,
   * `party_cannot_remove_self`, `party_member_not_found`, `party_remove_failed`.
   *
   * @param presence as in the party, or in the join request.
   */
  removePartyMember(partyId: string, presence: requests.PresenceRef, options?: CallOptions): Promise<void> {
    return this.call(
      'removePartyMember',
      ['partyRemove'],
      { partyId, presence: requests.toPresence(presence) },
      options,
    )
  }

  /**
   * Makes another member the leader, and resolves with who leads now. Only the leader may. Everyone hears
   * `onPartyLeader`, the caller before this resolves.
   *
   * Ends also with `invalid_party_id`, `invalid_presence`, `party_not_found`, `party_leader_only`,
   * `party_member_not_found`.
   *
   * @param presence as in the party.
   */
  async promotePartyMember(
    partyId: string,
    presence: requests.PresenceRef,
    options?: CallOptions,
  ): Promise<PartyLeader> {
    const leader = { partyId, presence: requests.toPresence(presence) }
    await this.call('promotePartyMember', ['partyPromote'], leader, options)
    // The server's answer is empty: it says that what was asked for is so.
    return leader
  }

  /**
   * Ends a party for everyone. Only the leader may. Everyone hears `onPartyClose`, the caller before this resolves.
   *
   * Ends also with `invalid_party_id`, `party_not_found`, `party_closed`, `party_leader_only`.
   */
  closeParty(partyId: string, options?: CallOptions): Promise<void> {
    return this.call('closeParty', ['partyClose'], { partyId }, options)
  }

  /**
   * Replaces what a party is like, and resolves with what it is like now. Only the leader may. Everyone hears
   * `onPartyUpdate`, the caller before this resolves. Servers before 3.28 close the connection.
   *
   * Ends also with `invalid_party_id`, `party_not_found`, `party_leader_only`, `party_label_too_long`,
   * `party_label_invalid`, `party_hidden_with_label`.
   *
   * @param update the whole of it: a label or `hidden` that is left out is set back.
   */
  async updateParty(
    partyId: string,
    update: requests.UpdatePartyOptions,
    options?: CallOptions,
  ): Promise<PartyUpdate> {
    const { open, label = '', hidden = false }: requests.UpdatePartyOptions = { ...update }
    const change = { partyId, label, open, hidden }
    await this.call('updateParty', ['partyUpdate'], change, options, 'label')
    return change
  }

  /**
   * Sends data to the other members. They hear `onPartyData`; the sender does not. Members only.
   *
   * Ends also with `invalid_party_id`, `party_not_found`, `party_closed`, `party_member_not_found`.
   *
   * @param opCode what kind of data it is: any 64-bit integer the game gives a meaning.
   * @param data text, sent as UTF-8, or bytes; at most what fits into a message, in JSON about 2900 bytes.
   */
  async sendPartyData(
    partyId: string,
    opCode: number | bigint,
    data: PartyPayload = '',
    options?: CallOptions,
  ): Promise<void> {
    const bytes = toBytes(partyId, () => data)
    return this.call('sendPartyData', ['partyDataSend'], { partyId, opCode, data: bytes }, options, 'data')
  }

  /** As `sendPartyData`, with a value that is sent as JSON. `decodeJson` reads it. */
  async sendPartyJson(
    partyId: string,
    opCode: number | bigint,
    value: unknown,
    options?: CallOptions,
  ): Promise<void> {
    return this.sendPartyData(
      partyId,
      opCode,
      toBytes(partyId, () => toJson(value)),
      options,
    )
  }

  /**
   * Looks for a match for the whole party, as one. Only the leader may. The other members hear
   * `onPartyMatchmakerTicket`, and everyone `onMatchmakerMatched` once there is a match. The ticket ends silently
   * as soon as anyone joins or leaves the party.
   *
   * Ends also with `invalid_min_count`, `invalid_max_count`, `invalid_count_multiple`, `invalid_party_id`,
   * `party_not_found`, `party_leader_only`, `matchmaker_query_invalid`, `matchmaker_too_many_tickets`,
   * `matchmaker_add_failed`.
   */
  addMatchmakerParty(partyId: string, options?: MatchmakerOptions): Promise<PartyMatchmakerTicket>
  addMatchmakerParty(partyId: string, ...args: MatchmakerArguments): Promise<PartyMatchmakerTicket>
  addMatchmakerParty(partyId: string, ...args: MatchmakerOptionsOrArguments): Promise<PartyMatchmakerTicket> {
    const [request, options] = matchmakerAdd(args)
    return this.call(
      'addMatchmakerParty',
      ['partyMatchmakerAdd', 'partyMatchmakerTicket'],
      { partyId, ...request },
      options,
      'stringProperties',
    )
  }

  /**
   * Withdraws a ticket of the party. Only the leader may. The other members are not told.
   *
   * Ends also with `invalid_party_id`, `invalid_matchmaker_ticket`, `party_not_found`, `party_leader_only`,
   * `matchmaker_ticket_not_found`.
   */
  removeMatchmakerParty(partyId: string, ticket: string, options?: CallOptions): Promise<void> {
    return this.call('removeMatchmakerParty', ['partyMatchmakerRemove'], { partyId, ticket }, options)
  }

  /**
   * Looks for a match for the player alone. `onMatchmakerMatched` tells when there is one. The ticket ends with
   * the connection.
   *
   * Ends also with `invalid_min_count`, `invalid_max_count`, `invalid_count_multiple`, `matchmaker_add_failed`
   * (the query cannot be read, or there are too many tickets).
   */
  addMatchmaker(options?: MatchmakerOptions): Promise<MatchmakerTicket>
  addMatchmaker(...args: MatchmakerArguments): Promise<MatchmakerTicket>
  addMatchmaker(...args: MatchmakerOptionsOrArguments): Promise<MatchmakerTicket> {
    return this.call(
      'addMatchmaker',
      ['matchmakerAdd', 'matchmakerTicket'],
      ...matchmakerAdd(args),
      'stringProperties',
    )
  }

  /**
   * Withdraws one of the player's own tickets.
   *
   * Ends also with `invalid_matchmaker_ticket`, `matchmaker_ticket_not_found` (also for one of a party).
   */
  removeMatchmaker(ticket: string, options?: CallOptions): Promise<void> {
    return this.call('removeMatchmaker', ['matchmakerRemove'], { ticket }, options)
  }

  /**
   * Sets the player's status. Everyone who follows the player hears `onStatusPresence`, and so does the player.
   *
   * Ends also with `status_too_long`.
   *
   * @param status at most 2048 bytes. Empty: online without a text. `undefined` or `null`: appear offline.
   */
  updateStatus(status?: string | null, options?: CallOptions): Promise<void> {
    return this.call('updateStatus', ['statusUpdate'], { status: status ?? undefined }, options, 'status')
  }

  /**
   * Begins to hear `onStatusPresence` about some users, and resolves with those of them who are online now, once
   * for each of their connections. Users who do not exist are ignored.
   *
   * Ends also with `invalid_user_id`, `invalid_username`.
   *
   * @param users ids, or ids and names.
   */
  followUsers(users: requests.UsersToFollow | readonly string[], options?: CallOptions): Promise<Status> {
    const { userIds = [], usernames = [] }: requests.UsersToFollow =
      Array.isArray(users) || typeof users !== 'object' ? { userIds: users } : { ...(users as object) }
    const request = { userIds: userIds as string[], usernames: usernames as string[] }
    return this.call('followUsers', ['statusFollow', 'status'], request, options, 'userIds')
  }

  /**
   * Hears no more about some users.
   *
   * Ends also with `invalid_user_id`.
   */
  unfollowUsers(userIds: readonly string[], options?: CallOptions): Promise<void> {
    return this.call(
      'unfollowUsers',
      ['statusUnfollow'],
      { userIds: userIds as string[] },
      options,
      'userIds',
    )
  }

  /**
   * Calls a function that the game's own server code has registered, and resolves with what it returns.
   *
   * Ends also with `rpc_not_found`, `server_function_failed`.
   *
   * @param id the name the function is registered under.
   * @param payload what the function gets: any text, often JSON. Default empty.
   */
  rpc(id: string, payload = '', options?: CallOptions): Promise<Rpc> {
    return this.call('rpc', ['rpc', 'rpc'], { id, payload, httpKey: '' }, options, 'payload')
  }

  /**
   * Asks the server for an answer, and resolves with how long that took, in milliseconds. The heartbeat does so
   * by itself.
   */
  async ping(options?: CallOptions): Promise<number> {
    const sentAt = this.settings.clock.now()
    await this.call('ping', ['ping', 'pong'], {}, options)
    return this.settings.clock.now() - sentAt
  }
}
