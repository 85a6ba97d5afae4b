-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

local M = {}

--- What a call can end with instead of a result.
M.codes = {
  --- The party id does not have the form of one, or belongs to another server.
  ---
  --- Seen by: Anyone who names a party.
  ---
  --- What to do: Use the id as it came, without a change. A party id is a UUID, a dot and the name of a
  --- server node.
  invalid_party_id = "invalid_party_id",
  --- The presence lacks its user id, session id or user name.
  ---
  --- Seen by: A leader who promotes, accepts or removes.
  ---
  --- What to do: Pass the presence as it came in the party or in an event.
  invalid_presence = "invalid_presence",
  --- A party can have 1 to 256 members.
  ---
  --- Seen by: Who creates a party.
  ---
  --- What to do: Choose another size.
  invalid_party_size = "invalid_party_size",
  --- There is no such party, or there is none any more.
  ---
  --- Seen by: Anyone who names a party.
  ---
  --- What to do: Drop the id; the party has been closed or its last member has left.
  party_not_found = "party_not_found",
  --- The party is being closed.
  ---
  --- Seen by: Anyone who names a party.
  ---
  --- What to do: Drop the id.
  party_closed = "party_closed",
  --- The party has as many members as it may have.
  ---
  --- Seen by: Who joins an open party; a leader who accepts.
  ---
  --- What to do: Wait until a member leaves, or look for another party.
  party_full = "party_full",
  --- As many players wait to be let in as the party may have members.
  ---
  --- Seen by: Who asks to join a closed party.
  ---
  --- What to do: Try again later, or look for another party.
  party_join_requests_full = "party_join_requests_full",
  --- The session has asked to join already.
  ---
  --- Seen by: Who asks to join a closed party.
  ---
  --- What to do: Wait for the leader's answer.
  party_join_request_duplicate = "party_join_request_duplicate",
  --- The session is a member already.
  ---
  --- Seen by: Who asks to join a closed party.
  ---
  --- What to do: Nothing. (No released server is known to send it.)
  party_already_member = "party_already_member",
  --- Only the leader of the party may do this.
  ---
  --- Seen by: A member or stranger who promotes, accepts, removes, closes, updates, lists join requests or
  --- matches.
  ---
  --- What to do: Ask the leader, or become it.
  party_leader_only = "party_leader_only",
  --- There is no such member in the party. When sending data, the caller is not one.
  ---
  --- Seen by: A leader who promotes or removes; who sends data.
  ---
  --- What to do: Look at the members again; the one that was meant has left.
  party_member_not_found = "party_member_not_found",
  --- The player has not asked to join, or has been answered already.
  ---
  --- Seen by: A leader who accepts.
  ---
  --- What to do: List the join requests again.
  party_join_request_not_found = "party_join_request_not_found",
  --- The player who asked to join has disconnected since. The request is gone.
  ---
  --- Seen by: A leader who accepts.
  ---
  --- What to do: Nothing; the player can ask again.
  party_accept_failed = "party_accept_failed",
  --- The member could not be taken out of the party, because it is just leaving.
  ---
  --- Seen by: A leader who removes.
  ---
  --- What to do: Wait for the presence event.
  party_remove_failed = "party_remove_failed",
  --- A leader cannot remove itself.
  ---
  --- Seen by: A leader who removes.
  ---
  --- What to do: Leave the party instead, or close it.
  party_cannot_remove_self = "party_cannot_remove_self",
  --- A label may have 2048 bytes.
  ---
  --- Seen by: Who creates or updates a party.
  ---
  --- What to do: Say less.
  party_label_too_long = "party_label_too_long",
  --- The label is not a JSON object.
  ---
  --- Seen by: Who creates or updates a party.
  ---
  --- What to do: Pass an object as JSON text, or an empty text for no label.
  party_label_invalid = "party_label_invalid",
  --- A hidden party cannot be given a label, because nobody could find it by that.
  ---
  --- Seen by: A leader who updates.
  ---
  --- What to do: Leave the label empty, or the party visible.
  party_hidden_with_label = "party_hidden_with_label",
  --- The server could not create the party.
  ---
  --- Seen by: Who creates a party.
  ---
  --- What to do: Try again.
  party_create_failed = "party_create_failed",
  --- The server could not make the caller a member.
  ---
  --- Seen by: Who joins an open party.
  ---
  --- What to do: Try again.
  party_join_failed = "party_join_failed",
  --- A match has at least two players.
  ---
  --- Seen by: Who adds to the matchmaker.
  ---
  --- What to do: Set the minimum to 2 or more.
  invalid_min_count = "invalid_min_count",
  --- The maximum number of players is smaller than the minimum.
  ---
  --- Seen by: Who adds to the matchmaker.
  ---
  --- What to do: Set the maximum to the minimum or more.
  invalid_max_count = "invalid_max_count",
  --- The count multiple is smaller than 1, or does not divide the minimum and the maximum.
  ---
  --- Seen by: Who adds to the matchmaker.
  ---
  --- What to do: Choose counts that are multiples of it, or leave it unset.
  invalid_count_multiple = "invalid_count_multiple",
  --- The query cannot be read.
  ---
  --- Seen by: A leader who adds the party to the matchmaker.
  ---
  --- What to do: Correct the query.
  matchmaker_query_invalid = "matchmaker_query_invalid",
  --- The party has as many tickets as the server allows, three by default.
  ---
  --- Seen by: A leader who adds the party to the matchmaker.
  ---
  --- What to do: Withdraw one first.
  matchmaker_too_many_tickets = "matchmaker_too_many_tickets",
  --- The matchmaker has not taken the request. The query cannot be read, or there are too many tickets.
  ---
  --- Seen by: Who adds to the matchmaker.
  ---
  --- What to do: Check the query, withdraw a ticket, or try again.
  matchmaker_add_failed = "matchmaker_add_failed",
  --- The ticket is empty.
  ---
  --- Seen by: Who withdraws a ticket.
  ---
  --- What to do: Pass the ticket that adding has returned.
  invalid_matchmaker_ticket = "invalid_matchmaker_ticket",
  --- There is no such ticket of the caller's, or there is none any more.
  ---
  --- Seen by: Who withdraws a ticket.
  ---
  --- What to do: Nothing; the ticket has been matched or has ended.
  matchmaker_ticket_not_found = "matchmaker_ticket_not_found",
  --- A user id is not a UUID.
  ---
  --- Seen by: Who follows or unfollows users.
  ---
  --- What to do: Use the id as it came.
  invalid_user_id = "invalid_user_id",
  --- A status may have 2048 bytes.
  ---
  --- Seen by: Who sets a status.
  ---
  --- What to do: Say less.
  status_too_long = "status_too_long",
  --- The call does not name a function.
  ---
  --- Seen by: Who calls a function of the game's server code.
  ---
  --- What to do: Name it.
  rpc_id_missing = "rpc_id_missing",
  --- The server has no function of this name.
  ---
  --- Seen by: Who calls a function of the game's server code.
  ---
  --- What to do: Check the name, and whether the server runs the code that has it.
  rpc_not_found = "rpc_not_found",
  --- The game's own server code has refused or failed. The message is its own.
  ---
  --- Seen by: Who calls a function of the game's server code, or does something that such code watches over.
  ---
  --- What to do: What the game's server code says.
  server_function_failed = "server_function_failed",
  --- The envelope has no message. The server closes the connection.
  ---
  --- Seen by: A client that sends something by hand.
  ---
  --- What to do: Send a message in every envelope.
  missing_message = "missing_message",
  --- The game's own server code has switched this off. The server closes the connection.
  ---
  --- Seen by: Anyone.
  ---
  --- What to do: Do not ask for it.
  disabled_by_server = "disabled_by_server",
  --- The server does not know the message, or does not take it from a client. It closes the connection.
  ---
  --- Seen by: A client that is newer than the server, or that sends something by hand.
  ---
  --- What to do: Update the server, or do without.
  unrecognized_message = "unrecognized_message",
  --- There is no such match.
  ---
  --- Seen by: Who joins a match.
  ---
  --- What to do: Look for another.
  match_not_found = "match_not_found",
  --- The match did not let the player in.
  ---
  --- Seen by: Who joins a match.
  ---
  --- What to do: Look for another.
  match_join_rejected = "match_join_rejected",
  --- The server key is missing or wrong.
  ---
  --- Seen by: Who signs in or refreshes a session.
  ---
  --- What to do: Give the client the server's key.
  server_key_invalid = "server_key_invalid",
  --- The HTTP key is wrong, or the call has neither that nor a session token.
  ---
  --- Seen by: Who calls a function of the game's server code over HTTP.
  ---
  --- What to do: Use the server's HTTP key, or sign in.
  http_key_invalid = "http_key_invalid",
  --- The refresh token is missing, wrong, used up by a logout, or has expired.
  ---
  --- Seen by: Who refreshes a session.
  ---
  --- What to do: Sign in again.
  refresh_token_invalid = "refresh_token_invalid",
  --- There is no account with this password under this address or name.
  ---
  --- Seen by: Who signs in with e-mail.
  ---
  --- What to do: Ask the player again.
  invalid_credentials = "invalid_credentials",
  --- There is no such account, and none was to be created.
  ---
  --- Seen by: Who signs in.
  ---
  --- What to do: Let the account be created, or sign in otherwise.
  account_not_found = "account_not_found",
  --- The account is banned.
  ---
  --- Seen by: Who signs in.
  ---
  --- What to do: Tell the player.
  account_banned = "account_banned",
  --- Another account has this user name.
  ---
  --- Seen by: Who creates an account by signing in.
  ---
  --- What to do: Ask the player for another.
  username_taken = "username_taken",
  --- The custom id is missing, has spaces or control characters, or has not 6 to 128 bytes.
  ---
  --- Seen by: Who signs in with a custom id.
  ---
  --- What to do: Use another id.
  invalid_custom_id = "invalid_custom_id",
  --- The device id is missing, has spaces or control characters, or has not 10 to 128 bytes.
  ---
  --- Seen by: Who signs in with a device id.
  ---
  --- What to do: Use another id.
  invalid_device_id = "invalid_device_id",
  --- The e-mail address is missing, has not the form of one, or has not 10 to 255 bytes.
  ---
  --- Seen by: Who signs in with e-mail.
  ---
  --- What to do: Ask the player again.
  invalid_email = "invalid_email",
  --- The password is missing, or has fewer than 8 characters.
  ---
  --- Seen by: Who signs in with e-mail.
  ---
  --- What to do: Ask the player again.
  invalid_password = "invalid_password",
  --- The user name is empty, has spaces or control characters, or has more than 128 bytes.
  ---
  --- Seen by: Who creates an account by signing in; who follows users.
  ---
  --- What to do: Use another name.
  invalid_username = "invalid_username",
  --- The session token is missing, wrong or expired, or was made invalid. The socket does not open with it.
  ---
  --- Seen by: Who connects, and whoever calls anything over HTTP but signing in.
  ---
  --- What to do: Refresh the session, or sign in again.
  unauthenticated = "unauthenticated",
  --- A list may have 1 to 100 entries.
  ---
  --- Seen by: Who lists parties or notifications.
  ---
  --- What to do: Choose another limit.
  invalid_limit = "invalid_limit",
  --- The list could not be made. Most often the query or the cursor cannot be read.
  ---
  --- Seen by: Who lists parties or notifications.
  ---
  --- What to do: Correct the query; start again without a cursor.
  list_failed = "list_failed",
  --- The body of a request may have 262144 bytes.
  ---
  --- Seen by: Anyone, over HTTP.
  ---
  --- What to do: Send less.
  request_too_large = "request_too_large",
  --- There is no such thing, or no such address on this server.
  ---
  --- Seen by: Anyone, over HTTP.
  ---
  --- What to do: Check the address, and the version of the server.
  not_found = "not_found",
  --- There is such a thing already.
  ---
  --- Seen by: Anyone, over HTTP.
  ---
  --- What to do: Use that.
  already_exists = "already_exists",
  --- The player may not do this.
  ---
  --- Seen by: Anyone, over HTTP.
  ---
  --- What to do: Do without.
  permission_denied = "permission_denied",
  --- That was too much in too short a time.
  ---
  --- Seen by: Anyone, over HTTP.
  ---
  --- What to do: Wait, then try again, less often each time.
  rate_limited = "rate_limited",
  --- The server does not know this call.
  ---
  --- Seen by: Anyone, over HTTP.
  ---
  --- What to do: Update the server, or do without.
  unimplemented = "unimplemented",
  --- The server, or something in front of it, cannot answer now.
  ---
  --- Seen by: Anyone, over HTTP.
  ---
  --- What to do: Wait, then try again.
  unavailable = "unavailable",
  --- The server has understood the request and refused it. The message says why.
  ---
  --- Seen by: Anyone.
  ---
  --- What to do: What the message says.
  invalid_input = "invalid_input",
  --- Something has failed inside the server.
  ---
  --- Seen by: Anyone.
  ---
  --- What to do: Try again; look into the server's log.
  server_error = "server_error",
  --- An argument is not what it has to be. Nothing was sent.
  ---
  --- Seen by: Who makes the call.
  ---
  --- What to do: Correct the call; the message names the argument.
  invalid_argument = "invalid_argument",
  --- There was no answer in time. Whether the server has done it is not known.
  ---
  --- Seen by: Who waits for an answer.
  ---
  --- What to do: Look how things stand before trying again.
  timeout = "timeout",
  --- The caller has called it off. What was sent may still take effect.
  ---
  --- Seen by: Who made the call with a signal.
  ---
  --- What to do: Nothing.
  aborted = "aborted",
  --- The connection ended before the answer came. Whether the server has done it is not known.
  ---
  --- Seen by: Who waits for an answer.
  ---
  --- What to do: Connect again, and look how things stand before trying again.
  disconnected = "disconnected",
  --- The socket is not open. Nothing was sent.
  ---
  --- Seen by: Who makes the call.
  ---
  --- What to do: Connect first.
  not_connected = "not_connected",
  --- The socket could not be opened. The server cannot be reached, or has refused it.
  ---
  --- Seen by: Who connects.
  ---
  --- What to do: Check address and port; wait, then try again.
  connection_failed = "connection_failed",
  --- The session and its refresh token have expired. Nothing was sent.
  ---
  --- Seen by: Who uses a session after a long while.
  ---
  --- What to do: Sign in again.
  session_expired = "session_expired",
  --- The message is larger than the server takes. Nothing was sent.
  ---
  --- Seen by: Who sends a message.
  ---
  --- What to do: Send less at a time; a frame may have 4096 bytes.
  message_too_large = "message_too_large",
  --- The server has sent something that cannot be read.
  ---
  --- Seen by: Who waits for an answer.
  ---
  --- What to do: Check that the address is that of a game server, and that its version fits.
  malformed_message = "malformed_message",
  --- The server has answered with another message than the call has as its answer.
  ---
  --- Seen by: Who waits for an answer.
  ---
  --- What to do: Check that the server's version fits.
  unexpected_reply = "unexpected_reply",
  --- The server could not be reached over HTTP, or the connection broke.
  ---
  --- Seen by: Anyone, over HTTP.
  ---
  --- What to do: Check the address; wait, then try again.
  network_error = "network_error",
  --- A handler that the game has given to an event has thrown, or its promise has rejected.
  ---
  --- Seen by: Who listens to errors.
  ---
  --- What to do: Correct the handler; the cause is what it has thrown. Nothing else was affected.
  handler_failed = "handler_failed",
  --- None of the above.
  ---
  --- Seen by: Anyone.
  ---
  --- What to do: Read the message.
  unknown = "unknown",
}

--- By the number of an `error` envelope: how its message begins, and the code. An empty beginning fits any
--- message.
M.realtime = {
  [0] = {
    { "Failed to create party", "party_create_failed" },
    { "Error tracking party creation", "party_create_failed" },
    { "Error tracking party join", "party_join_failed" },
    { "Error adding to matchmaker", "matchmaker_add_failed" },
    { "", "server_error" },
  },
  [1] = {
    { "Requested resource was not found", "disabled_by_server" },
    { "", "unrecognized_message" },
  },
  [2] = {
    { "", "missing_message" },
  },
  [3] = {
    { "Invalid party ID", "invalid_party_id" },
    { "Invalid presence", "invalid_presence" },
    { "Invalid party max size", "invalid_party_size" },
    { "party not found", "party_not_found" },
    { "party closed", "party_closed" },
    { "party full", "party_full" },
    { "party join requests full", "party_join_requests_full" },
    { "party join request duplicate", "party_join_request_duplicate" },
    { "party join request already member", "party_already_member" },
    { "party leader only", "party_leader_only" },
    { "party member not found", "party_member_not_found" },
    { "party join request not found", "party_join_request_not_found" },
    { "party could not accept request", "party_accept_failed" },
    { "party could not remove", "party_remove_failed" },
    { "party cannot remove self", "party_cannot_remove_self" },
    { "party label too long", "party_label_too_long" },
    { "failed to unmarshal party label", "party_label_invalid" },
    { "party is hidden and label is not empty", "party_hidden_with_label" },
    { "Invalid minimum count", "invalid_min_count" },
    { "Invalid maximum count", "invalid_max_count" },
    { "Invalid count multiple", "invalid_count_multiple" },
    { "matchmaker query invalid", "matchmaker_query_invalid" },
    { "matchmaker too many tickets", "matchmaker_too_many_tickets" },
    { "Invalid matchmaker ticket", "invalid_matchmaker_ticket" },
    { "matchmaker ticket not found", "matchmaker_ticket_not_found" },
    { "Matchmaker ticket not found", "matchmaker_ticket_not_found" },
    { "Invalid user identifier", "invalid_user_id" },
    { "Status must be 2048 characters or less", "status_too_long" },
    { "RPC ID must be set", "rpc_id_missing" },
    { "Invalid username", "invalid_username" },
    { "", "invalid_input" },
  },
  [4] = {
    { "", "match_not_found" },
  },
  [5] = {
    { "", "match_join_rejected" },
  },
  [6] = {
    { "", "rpc_not_found" },
  },
  [7] = {
    { "", "server_function_failed" },
  },
}

--- The same by gRPC code, or by HTTP status where an answer has none.
M.http = {
  [2] = {
    { "", "server_error" },
  },
  [3] = {
    { "RPC ID must be set", "rpc_id_missing" },
    { "Refresh token", "refresh_token_invalid" },
    { "Custom ID", "invalid_custom_id" },
    { "Device ID", "invalid_device_id" },
    { "Email", "invalid_email" },
    { "Invalid email", "invalid_email" },
    { "Password", "invalid_password" },
    { "Username", "invalid_username" },
    { "Invalid username", "invalid_username" },
    { "Invalid limit", "invalid_limit" },
    { "http: request body too large", "request_too_large" },
    { "", "invalid_input" },
  },
  [4] = {
    { "", "unavailable" },
  },
  [5] = {
    { "RPC function not found", "rpc_not_found" },
    { "User account not found", "account_not_found" },
    { "", "not_found" },
  },
  [6] = {
    { "Username is already in use", "username_taken" },
    { "", "already_exists" },
  },
  [7] = {
    { "User account banned", "account_banned" },
    { "", "permission_denied" },
  },
  [8] = {
    { "", "rate_limited" },
  },
  [9] = {
    { "", "invalid_input" },
  },
  [11] = {
    { "", "invalid_input" },
  },
  [12] = {
    { "", "unimplemented" },
  },
  [13] = {
    { "Error listing matches", "list_failed" },
    { "Error retrieving notifications", "list_failed" },
    { "", "server_error" },
  },
  [14] = {
    { "", "unavailable" },
  },
  [15] = {
    { "", "server_error" },
  },
  [16] = {
    { "Server key", "server_key_invalid" },
    { "HTTP key invalid", "http_key_invalid" },
    { "Auth token or HTTP key required", "http_key_invalid" },
    { "Refresh token", "refresh_token_invalid" },
    { "Invalid credentials", "invalid_credentials" },
    { "", "unauthenticated" },
  },
  [400] = {
    { "", "invalid_input" },
  },
  [401] = {
    { "", "unauthenticated" },
  },
  [403] = {
    { "", "permission_denied" },
  },
  [404] = {
    { "", "not_found" },
  },
  [413] = {
    { "", "request_too_large" },
  },
  [429] = {
    { "", "rate_limited" },
  },
  [500] = {
    { "", "server_error" },
  },
  [501] = {
    { "", "unimplemented" },
  },
  [502] = {
    { "", "unavailable" },
  },
  [503] = {
    { "", "unavailable" },
  },
  [504] = {
    { "", "unavailable" },
  },
}

return M
