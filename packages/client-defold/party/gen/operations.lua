-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

--- Every call over the socket, by the name of the message it sends: its arguments in their order, the writer
--- of the message, and the name of the message that answers it, if any.
return {
  --- Creates a party led by the caller, who is its first member.
  ---
  --- The reply carries the party with the caller as leader and only member. Around it, before or after, the
  --- caller also receives the event `party` (without `label` and `hidden`) and then `party_presence_event`
  --- with itself in `joins`. Where the server allows one party per session, the caller leaves every other
  --- party first.
  ---
  --- Errors: `invalid_party_size`, `party_label_too_long`, `party_label_invalid`, `party_create_failed`.
  party_create = {
    arguments = { "open", "max_size", "label", "hidden" },
    message = "party_create",
    reply = "party",
  },
  --- Joins an open party, or asks to be let into a closed one.
  ---
  --- The reply is empty in both cases and does not say which. Open: the caller receives `party`, then
  --- `party_presence_event` with itself in `joins`; every member receives the same presence event, and the
  --- party's matchmaker tickets are cancelled silently. Closed: the leader alone receives
  --- `party_join_request`, and the caller hears nothing until it is accepted (then as above); a rejected
  --- caller hears nothing at all. Joining a party one is in already changes nothing, but cancels its tickets.
  ---
  --- Errors: `invalid_party_id`, `party_not_found`, `party_closed`, `party_full`, `party_join_requests_full`,
  --- `party_join_request_duplicate`, `party_already_member`, `party_join_failed`.
  party_join = {
    arguments = { "party_id" },
    message = "party_join",
  },
  --- Leaves a party.
  ---
  --- The caller receives the empty reply and no event. The others receive `party_presence_event` with the
  --- caller in `leaves`; if the caller led the party they receive `party_leader` first, naming the member who
  --- has been in it longest. The last one out ends the party. Matchmaker tickets of the party are cancelled
  --- silently. Leaving a party one is not in, or that does not exist, succeeds.
  ---
  --- Errors: `invalid_party_id`.
  party_leave = {
    arguments = { "party_id" },
    message = "party_leave",
  },
  --- Makes another member the leader. Only the leader may.
  ---
  --- Every member, the caller included and before its reply, receives `party_leader`. Join requests that wait
  --- are not sent to the new leader, who has to list them.
  ---
  --- Errors: `invalid_party_id`, `invalid_presence`, `party_not_found`, `party_leader_only`,
  --- `party_member_not_found`.
  party_promote = {
    arguments = { "party_id", "presence" },
    message = "party_promote",
  },
  --- Lets a player in who asked to join. Only the leader may.
  ---
  --- The accepted player receives `party`, then `party_presence_event` with itself in `joins`; every member
  --- receives the same presence event, the leader before or after its reply. Matchmaker tickets of the party
  --- are cancelled silently.
  ---
  --- Errors: `invalid_party_id`, `invalid_presence`, `party_not_found`, `party_leader_only`, `party_full`,
  --- `party_join_request_not_found`, `party_accept_failed` (the player has gone meanwhile; the request is
  --- dropped).
  party_accept = {
    arguments = { "party_id", "presence" },
    message = "party_accept",
  },
  --- Removes a member, or rejects a player who asked to join. Only the leader may.
  ---
  --- A removed member receives `party_close`; everyone who remains receives `party_presence_event` with the
  --- removed one in `leaves`, the leader before or after its reply. Matchmaker tickets of the party are
  --- cancelled silently. A rejected player is not told.
  ---
  --- Errors: `invalid_party_id`, `invalid_presence`, `party_not_found`, `party_leader_only`,
  --- `party_cannot_remove_self`, `party_member_not_found`, `party_remove_failed`.
  party_remove = {
    arguments = { "party_id", "presence" },
    message = "party_remove",
  },
  --- Ends a party for everyone. Only the leader may.
  ---
  --- Every member, the caller included and before its reply, receives `party_close`. No presence events
  --- follow.
  ---
  --- Errors: `invalid_party_id`, `party_not_found`, `party_closed`, `party_leader_only`.
  party_close = {
    arguments = { "party_id" },
    message = "party_close",
  },
  --- Lists the players who wait to be let in, oldest first. Only the leader may.
  ---
  --- Errors: `invalid_party_id`, `party_not_found`, `party_leader_only`.
  party_join_request_list = {
    arguments = { "party_id" },
    message = "party_join_request_list",
    reply = "party_join_request",
  },
  --- Looks for a match for the whole party. Only the leader may.
  ---
  --- The leader gets the ticket as the reply; then every other member receives it as
  --- `party_matchmaker_ticket`. A match is announced to each member as `matchmaker_matched`. The ticket ends,
  --- without a message, as soon as anyone joins or leaves the party.
  ---
  --- Errors: `invalid_min_count`, `invalid_max_count`, `invalid_count_multiple`, `invalid_party_id`,
  --- `party_not_found`, `party_leader_only`, `matchmaker_query_invalid`, `matchmaker_too_many_tickets`,
  --- `matchmaker_add_failed`.
  party_matchmaker_add = {
    arguments = { "party_id", "min_count", "max_count", "query", "string_properties", "numeric_properties", "count_multiple" },
    message = "party_matchmaker_add",
    reply = "party_matchmaker_ticket",
  },
  --- Withdraws a ticket of the party. Only the leader may. The other members are not told.
  ---
  --- Errors: `invalid_party_id`, `invalid_matchmaker_ticket`, `party_not_found`, `party_leader_only`,
  --- `matchmaker_ticket_not_found`.
  party_matchmaker_remove = {
    arguments = { "party_id", "ticket" },
    message = "party_matchmaker_remove",
  },
  --- Sends data to every other member of a party. Members only.
  ---
  --- The others receive `party_data`; the sender does not. The server neither reads nor keeps the data.
  ---
  --- Errors: `invalid_party_id`, `party_not_found`, `party_closed`, `party_member_not_found`.
  party_data_send = {
    arguments = { "party_id", "op_code", "data" },
    message = "party_data_send",
  },
  --- Replaces the label of a party and whether it is open and hidden. Only the leader may.
  ---
  --- A full replacement: `open`, `hidden` and `label` take the values sent, and what is left out becomes
  --- false or empty. Every member, the caller included and before its reply, receives the event
  --- `party_update`.
  ---
  --- Errors: `invalid_party_id`, `party_not_found`, `party_leader_only`, `party_label_too_long`,
  --- `party_label_invalid`, `party_hidden_with_label`.
  party_update = {
    arguments = { "party_id", "label", "open", "hidden" },
    message = "party_update",
  },
  --- Looks for a match for the caller alone. A match is announced as `matchmaker_matched`.
  ---
  --- The ticket ends with the session.
  ---
  --- Errors: `invalid_min_count`, `invalid_max_count`, `invalid_count_multiple`, `matchmaker_add_failed`
  --- (which includes a query that cannot be read and too many tickets).
  matchmaker_add = {
    arguments = { "min_count", "max_count", "query", "string_properties", "numeric_properties", "count_multiple" },
    message = "matchmaker_add",
    reply = "matchmaker_ticket",
  },
  --- Withdraws one of the caller's own tickets.
  ---
  --- Errors: `invalid_matchmaker_ticket`, `matchmaker_ticket_not_found` (also for a ticket of somebody else
  --- or of a party).
  matchmaker_remove = {
    arguments = { "ticket" },
    message = "matchmaker_remove",
  },
  --- Starts to receive `status_presence_event` for some users.
  ---
  --- The reply lists those of them who are online now, once per session. Users that do not exist are ignored.
  --- A session always follows its own user; that is not listed.
  ---
  --- Errors: `invalid_user_id`, `invalid_username`.
  status_follow = {
    arguments = { "user_ids", "usernames" },
    message = "status_follow",
    reply = "status",
  },
  --- Stops following some users. A session cannot stop following its own user.
  ---
  --- Errors: `invalid_user_id`.
  status_unfollow = {
    arguments = { "user_ids" },
    message = "status_unfollow",
  },
  --- Sets the caller's status, or makes the caller appear offline.
  ---
  --- Every session that follows the user, the user's own sessions included, receives `status_presence_event`,
  --- the caller before or after its reply: `joins` has the new status and `leaves` the one before, each if
  --- there is one.
  ---
  --- Errors: `status_too_long`.
  status_update = {
    arguments = { "status" },
    message = "status_update",
  },
  --- Calls a function that the game's own server code has registered, and returns what it returns.
  ---
  --- Errors: `rpc_id_missing`, `rpc_not_found`, `server_function_failed`.
  rpc = {
    arguments = { "id", "payload", "http_key" },
    message = "rpc",
    reply = "rpc",
  },
  --- Asks for a `Pong`, to see that the server still answers and how long that takes.
  ---
  --- It does not keep the connection alive: the server's own WebSocket pings do.
  ping = {
    arguments = {},
    message = "ping",
    reply = "pong",
  },
}
