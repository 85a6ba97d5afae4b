// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

/** Every call over the socket: the message it sends, and the one that answers it, if any. */
export const operations = {
  /**
   * Creates a party led by the caller, who is its first member.
   *
   * The reply carries the party with the caller as leader and only member. Around it, before or after, the
   * caller also receives the event `party` (without `label` and `hidden`) and then `partyPresenceEvent` with
   * itself in `joins`. Where the server allows one party per session, the caller leaves every other party
   * first.
   *
   * Errors: `invalid_party_size`, `party_label_too_long`, `party_label_invalid`, `party_create_failed`.
   */
  createParty: { request: 'partyCreate', reply: 'party' },
  /**
   * Joins an open party, or asks to be let into a closed one.
   *
   * The reply is empty in both cases and does not say which. Open: the caller receives `party`, then
   * `partyPresenceEvent` with itself in `joins`; every member receives the same presence event, and the
   * party's matchmaker tickets are cancelled silently. Closed: the leader alone receives `partyJoinRequest`,
   * and the caller hears nothing until it is accepted (then as above); a rejected caller hears nothing at
   * all. Joining a party one is in already changes nothing, but cancels its tickets.
   *
   * Errors: `invalid_party_id`, `party_not_found`, `party_closed`, `party_full`, `party_join_requests_full`,
   * `party_join_request_duplicate`, `party_already_member`, `party_join_failed`.
   */
  joinParty: { request: 'partyJoin', reply: undefined },
  /**
   * Leaves a party.
   *
   * The caller receives the empty reply and no event. The others receive `partyPresenceEvent` with the caller
   * in `leaves`; if the caller led the party they receive `partyLeader` first, naming the member who has been
   * in it longest. The last one out ends the party. Matchmaker tickets of the party are cancelled silently.
   * Leaving a party one is not in, or that does not exist, succeeds.
   *
   * Errors: `invalid_party_id`.
   */
  leaveParty: { request: 'partyLeave', reply: undefined },
  /**
   * Makes another member the leader. Only the leader may.
   *
   * Every member, the caller included and before its reply, receives `partyLeader`. Join requests that wait
   * are not sent to the new leader, who has to list them.
   *
   * Errors: `invalid_party_id`, `invalid_presence`, `party_not_found`, `party_leader_only`,
   * `party_member_not_found`.
   */
  promotePartyMember: { request: 'partyPromote', reply: undefined },
  /**
   * Lets a player in who asked to join. Only the leader may.
   *
   * The accepted player receives `party`, then `partyPresenceEvent` with itself in `joins`; every member
   * receives the same presence event, the leader before or after its reply. Matchmaker tickets of the party
   * are cancelled silently.
   *
   * Errors: `invalid_party_id`, `invalid_presence`, `party_not_found`, `party_leader_only`, `party_full`,
   * `party_join_request_not_found`, `party_accept_failed` (the player has gone meanwhile; the request is
   * dropped).
   */
  acceptPartyMember: { request: 'partyAccept', reply: undefined },
  /**
   * Removes a member, or rejects a player who asked to join. Only the leader may.
   *
   * A removed member receives `partyClose`; everyone who remains receives `partyPresenceEvent` with the
   * removed one in `leaves`, the leader before or after its reply. Matchmaker tickets of the party are
   * cancelled silently. A rejected player is not told.
   *
   * Errors: `invalid_party_id`, `invalid_presence`, `party_not_found`, `party_leader_only`,
   * `party_cannot_remove_self`, `party_member_not_found`, `party_remove_failed`.
   */
  removePartyMember: { request: 'partyRemove', reply: undefined },
  /**
   * Ends a party for everyone. Only the leader may.
   *
   * Every member, the caller included and before its reply, receives `partyClose`. No presence events follow.
   *
   * Errors: `invalid_party_id`, `party_not_found`, `party_closed`, `party_leader_only`.
   */
  closeParty: { request: 'partyClose', reply: undefined },
  /**
   * Lists the players who wait to be let in, oldest first. Only the leader may.
   *
   * Errors: `invalid_party_id`, `party_not_found`, `party_leader_only`.
   */
  listPartyJoinRequests: { request: 'partyJoinRequestList', reply: 'partyJoinRequest' },
  /**
   * Looks for a match for the whole party. Only the leader may.
   *
   * The leader gets the ticket as the reply; then every other member receives it as `partyMatchmakerTicket`.
   * A match is announced to each member as `matchmakerMatched`. The ticket ends, without a message, as soon
   * as anyone joins or leaves the party.
   *
   * Errors: `invalid_min_count`, `invalid_max_count`, `invalid_count_multiple`, `invalid_party_id`,
   * `party_not_found`, `party_leader_only`, `matchmaker_query_invalid`, `matchmaker_too_many_tickets`,
   * `matchmaker_add_failed`.
   */
  addMatchmakerParty: { request: 'partyMatchmakerAdd', reply: 'partyMatchmakerTicket' },
  /**
   * Withdraws a ticket of the party. Only the leader may. The other members are not told.
   *
   * Errors: `invalid_party_id`, `invalid_matchmaker_ticket`, `party_not_found`, `party_leader_only`,
   * `matchmaker_ticket_not_found`.
   */
  removeMatchmakerParty: { request: 'partyMatchmakerRemove', reply: undefined },
  /**
   * Sends data to every other member of a party. Members only.
   *
   * The others receive `partyData`; the sender does not. The server neither reads nor keeps the data.
   *
   * Errors: `invalid_party_id`, `party_not_found`, `party_closed`, `party_member_not_found`.
   */
  sendPartyData: { request: 'partyDataSend', reply: undefined },
  /**
   * Replaces the label of a party and whether it is open and hidden. Only the leader may.
   *
   * A full replacement: `open`, `hidden` and `label` take the values sent, and what is left out becomes false
   * or empty. Every member, the caller included and before its reply, receives the event `partyUpdate`.
   *
   * Errors: `invalid_party_id`, `party_not_found`, `party_leader_only`, `party_label_too_long`,
   * `party_label_invalid`, `party_hidden_with_label`.
   */
  updateParty: { request: 'partyUpdate', reply: undefined },
  /**
   * Looks for a match for the caller alone. A match is announced as `matchmakerMatched`.
   *
   * The ticket ends with the session.
   *
   * Errors: `invalid_min_count`, `invalid_max_count`, `invalid_count_multiple`, `matchmaker_add_failed`
   * (which includes a query that cannot be read and too many tickets).
   */
  addMatchmaker: { request: 'matchmakerAdd', reply: 'matchmakerTicket' },
  /**
   * Withdraws one of the caller's own tickets.
   *
   * Errors: `invalid_matchmaker_ticket`, `matchmaker_ticket_not_found` (also for a ticket of somebody else or
   * of a party).
   */
  removeMatchmaker: { request: 'matchmakerRemove', reply: undefined },
  /**
   * Starts to receive `statusPresenceEvent` for some users.
   *
   * The reply lists those of them who are online now, once per session. Users that do not exist are ignored.
   * A session always follows its own user; that is not listed.
   *
   * Errors: `invalid_user_id`, `invalid_username`.
   */
  followUsers: { request: 'statusFollow', reply: 'status' },
  /**
   * Stops following some users. A session cannot stop following its own user.
   *
   * Errors: `invalid_user_id`.
   */
  unfollowUsers: { request: 'statusUnfollow', reply: undefined },
  /**
   * Sets the caller's status, or makes the caller appear offline.
   *
   * Every session that follows the user, the user's own sessions included, receives `statusPresenceEvent`,
   * the caller before or after its reply: `joins` has the new status and `leaves` the one before, each if
   * there is one.
   *
   * Errors: `status_too_long`.
   */
  updateStatus: { request: 'statusUpdate', reply: undefined },
  /**
   * Calls a function that the game's own server code has registered, and returns what it returns.
   *
   * Errors: `rpc_id_missing`, `rpc_not_found`, `server_function_failed`.
   */
  rpc: { request: 'rpc', reply: 'rpc' },
  /**
   * Asks for a `Pong`, to see that the server still answers and how long that takes.
   *
   * It does not keep the connection alive: the server's own WebSocket pings do.
   */
  ping: { request: 'ping', reply: 'pong' },
} as const
