// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

/** What a call can end with instead of a result. */
export type ErrorCode =
  /**
   * The party id does not have the form of one, or belongs to another server.
   *
   * Seen by: Anyone who names a party.
   *
   * What to do: Use the id as it came, without a change. A party id is a UUID, a dot and the name of a server
   * node.
   */
  | 'invalid_party_id'
  /**
   * The presence lacks its user id, session id or user name.
   *
   * Seen by: A leader who promotes, accepts or removes.
   *
   * What to do: Pass the presence as it came in the party or in an event.
   */
  | 'invalid_presence'
  /**
   * A party can have 1 to 256 members.
   *
   * Seen by: Who creates a party.
   *
   * What to do: Choose another size.
   */
  | 'invalid_party_size'
  /**
   * There is no such party, or there is none any more.
   *
   * Seen by: Anyone who names a party.
   *
   * What to do: Drop the id; the party has been closed or its last member has left.
   */
  | 'party_not_found'
  /**
   * The party is being closed.
   *
   * Seen by: Anyone who names a party.
   *
   * What to do: Drop the id.
   */
  | 'party_closed'
  /**
   * The party has as many members as it may have.
   *
   * Seen by: Who joins an open party; a leader who accepts.
   *
   * What to do: Wait until a member leaves, or look for another party.
   */
  | 'party_full'
  /**
   * As many players wait to be let in as the party may have members.
   *
   * Seen by: Who asks to join a closed party.
   *
   * What to do: Try again later, or look for another party.
   */
  | 'party_join_requests_full'
  /**
   * The session has asked to join already.
   *
   * Seen by: Who asks to join a closed party.
   *
   * What to do: Wait for the leader's answer.
   */
  | 'party_join_request_duplicate'
  /**
   * The session is a member already.
   *
   * Seen by: Who asks to join a closed party.
   *
   * What to do: Nothing. (No released server is known to send it.)
   */
  | 'party_already_member'
  /**
   * Only the leader of the party may do this.
   *
   * Seen by: A member or stranger who promotes, accepts, removes, closes, updates, lists join requests or
   * matches.
   *
   * What to do: Ask the leader, or become it.
   */
  | 'party_leader_only'
  /**
   * There is no such member in the party. When sending data, the caller is not one.
   *
   * Seen by: A leader who promotes or removes; who sends data.
   *
   * What to do: Look at the members again; the one that was meant has left.
   */
  | 'party_member_not_found'
  /**
   * The player has not asked to join, or has been answered already.
   *
   * Seen by: A leader who accepts.
   *
   * What to do: List the join requests again.
   */
  | 'party_join_request_not_found'
  /**
   * The player who asked to join has disconnected since. The request is gone.
   *
   * Seen by: A leader who accepts.
   *
   * What to do: Nothing; the player can ask again.
   */
  | 'party_accept_failed'
  /**
   * The member could not be taken out of the party, because it is just leaving.
   *
   * Seen by: A leader who removes.
   *
   * What to do: Wait for the presence event.
   */
  | 'party_remove_failed'
  /**
   * A leader cannot remove itself.
   *
   * Seen by: A leader who removes.
   *
   * What to do: Leave the party instead, or close it.
   */
  | 'party_cannot_remove_self'
  /**
   * A label may have 2048 bytes.
   *
   * Seen by: Who creates or updates a party.
   *
   * What to do: Say less.
   */
  | 'party_label_too_long'
  /**
   * The label is not a JSON object.
   *
   * Seen by: Who creates or updates a party.
   *
   * What to do: Pass an object as JSON text, or an empty text for no label.
   */
  | 'party_label_invalid'
  /**
   * A hidden party cannot be given a label, because nobody could find it by that.
   *
   * Seen by: A leader who updates.
   *
   * What to do: Leave the label empty, or the party visible.
   */
  | 'party_hidden_with_label'
  /**
   * The server could not create the party.
   *
   * Seen by: Who creates a party.
   *
   * What to do: Try again.
   */
  | 'party_create_failed'
  /**
   * The server could not make the caller a member.
   *
   * Seen by: Who joins an open party.
   *
   * What to do: Try again.
   */
  | 'party_join_failed'
  /**
   * A match has at least two players.
   *
   * Seen by: Who adds to the matchmaker.
   *
   * What to do: Set the minimum to 2 or more.
   */
  | 'invalid_min_count'
  /**
   * The maximum number of players is smaller than the minimum.
   *
   * Seen by: Who adds to the matchmaker.
   *
   * What to do: Set the maximum to the minimum or more.
   */
  | 'invalid_max_count'
  /**
   * The count multiple is smaller than 1, or does not divide the minimum and the maximum.
   *
   * Seen by: Who adds to the matchmaker.
   *
   * What to do: Choose counts that are multiples of it, or leave it unset.
   */
  | 'invalid_count_multiple'
  /**
   * The query cannot be read.
   *
   * Seen by: A leader who adds the party to the matchmaker.
   *
   * What to do: Correct the query.
   */
  | 'matchmaker_query_invalid'
  /**
   * The party has as many tickets as the server allows, three by default.
   *
   * Seen by: A leader who adds the party to the matchmaker.
   *
   * What to do: Withdraw one first.
   */
  | 'matchmaker_too_many_tickets'
  /**
   * The matchmaker has not taken the request. The query cannot be read, or there are too many tickets.
   *
   * Seen by: Who adds to the matchmaker.
   *
   * What to do: Check the query, withdraw a ticket, or try again.
   */
  | 'matchmaker_add_failed'
  /**
   * The ticket is empty.
   *
   * Seen by: Who withdraws a ticket.
   *
   * What to do: Pass the ticket that adding has returned.
   */
  | 'invalid_matchmaker_ticket'
  /**
   * There is no such ticket of the caller's, or there is none any more.
   *
   * Seen by: Who withdraws a ticket.
   *
   * What to do: Nothing; the ticket has been matched or has ended.
   */
  | 'matchmaker_ticket_not_found'
  /**
   * A user id is not a UUID.
   *
   * Seen by: Who follows or unfollows users.
   *
   * What to do: Use the id as it came.
   */
  | 'invalid_user_id'
  /**
   * A status may have 2048 bytes.
   *
   * Seen by: Who sets a status.
   *
   * What to do: Say less.
   */
  | 'status_too_long'
  /**
   * The call does not name a function.
   *
   * Seen by: Who calls a function of the game's server code.
   *
   * What to do: Name it.
   */
  | 'rpc_id_missing'
  /**
   * The server has no function of this name.
   *
   * Seen by: Who calls a function of the game's server code.
   *
   * What to do: Check the name, and whether the server runs the code that has it.
   */
  | 'rpc_not_found'
  /**
   * The game's own server code has refused or failed. The message is its own.
   *
   * Seen by: Who calls a function of the game's server code, or does something that such code watches over.
   *
   * What to do: What the game's server code says.
   */
  | 'server_function_failed'
  /**
   * The envelope has no message. The server closes the connection.
   *
   * Seen by: A client that sends something by hand.
   *
   * What to do: Send a message in every envelope.
   */
  | 'missing_message'
  /**
   * The game's own server code has switched this off. The server closes the connection.
   *
   * Seen by: Anyone.
   *
   * What to do: Do not ask for it.
   */
  | 'disabled_by_server'
  /**
   * The server does not know the message, or does not take it from a client. It closes the connection.
   *
   * Seen by: A client that is newer than the server, or that sends something by hand.
   *
   * What to do: Update the server, or do without.
   */
  | 'unrecognized_message'
  /**
   * There is no such match.
   *
   * Seen by: Who joins a match.
   *
   * What to do: Look for another.
   */
  | 'match_not_found'
  /**
   * The match did not let the player in.
   *
   * Seen by: Who joins a match.
   *
   * What to do: Look for another.
   */
  | 'match_join_rejected'
  /**
   * The server key is missing or wrong.
   *
   * Seen by: Who signs in or refreshes a session.
   *
   * What to do: Give the client the server's key.
   */
  | 'server_key_invalid'
  /**
   * The HTTP key is wrong, or the call has neither that nor a session token.
   *
   * Seen by: Who calls a function of the game's server code over HTTP.
   *
   * What to do: Use the server's HTTP key, or sign in.
   */
  | 'http_key_invalid'
  /**
   * The refresh token is missing, wrong, used up by a logout, or has expired.
   *
   * Seen by: Who refreshes a session.
   *
   * What to do: Sign in again.
   */
  | 'refresh_token_invalid'
  /**
   * There is no account with this password under this address or name.
   *
   * Seen by: Who signs in with e-mail.
   *
   * What to do: Ask the player again.
   */
  | 'invalid_credentials'
  /**
   * There is no such account, and none was to be created.
   *
   * Seen by: Who signs in.
   *
   * What to do: Let the account be created, or sign in otherwise.
   */
  | 'account_not_found'
  /**
   * The account is banned.
   *
   * Seen by: Who signs in.
   *
   * What to do: Tell the player.
   */
  | 'account_banned'
  /**
   * Another account has this user name.
   *
   * Seen by: Who creates an account by signing in.
   *
   * What to do: Ask the player for another.
   */
  | 'username_taken'
  /**
   * The custom id is missing, has spaces or control characters, or has not 6 to 128 bytes.
   *
   * Seen by: Who signs in with a custom id.
   *
   * What to do: Use another id.
   */
  | 'invalid_custom_id'
  /**
   * The device id is missing, has spaces or control characters, or has not 10 to 128 bytes.
   *
   * Seen by: Who signs in with a device id.
   *
   * What to do: Use another id.
   */
  | 'invalid_device_id'
  /**
   * The e-mail address is missing, has not the form of one, or has not 10 to 255 bytes.
   *
   * Seen by: Who signs in with e-mail.
   *
   * What to do: Ask the player again.
   */
  | 'invalid_email'
  /**
   * The password is missing, or has fewer than 8 characters.
   *
   * Seen by: Who signs in with e-mail.
   *
   * What to do: Ask the player again.
   */
  | 'invalid_password'
  /**
   * The user name is empty, has spaces or control characters, or has more than 128 bytes.
   *
   * Seen by: Who creates an account by signing in; who follows users.
   *
   * What to do: Use another name.
   */
  | 'invalid_username'
  /**
   * The session token is missing, wrong or expired, or was made invalid. The socket does not open with it.
   *
   * Seen by: Who connects, and whoever calls anything over HTTP but signing in.
   *
   * What to do: Refresh the session, or sign in again.
   */
  | 'unauthenticated'
  /**
   * A list may have 1 to 100 entries.
   *
   * Seen by: Who lists parties or notifications.
   *
   * What to do: Choose another limit.
   */
  | 'invalid_limit'
  /**
   * The list could not be made. Most often the query or the cursor cannot be read.
   *
   * Seen by: Who lists parties or notifications.
   *
   * What to do: Correct the query; start again without a cursor.
   */
  | 'list_failed'
  /**
   * The body of a request may have 262144 bytes.
   *
   * Seen by: Anyone, over HTTP.
   *
   * What to do: Send less.
   */
  | 'request_too_large'
  /**
   * There is no such thing, or no such address on this server.
   *
   * Seen by: Anyone, over HTTP.
   *
   * What to do: Check the address, and the version of the server.
   */
  | 'not_found'
  /**
   * There is such a thing already.
   *
   * Seen by: Anyone, over HTTP.
   *
   * What to do: Use that.
   */
  | 'already_exists'
  /**
   * The player may not do this.
   *
   * Seen by: Anyone, over HTTP.
   *
   * What to do: Do without.
   */
  | 'permission_denied'
  /**
   * That was too much in too short a time.
   *
   * Seen by: Anyone, over HTTP.
   *
   * What to do: Wait, then try again, less often each time.
   */
  | 'rate_limited'
  /**
   * The server does not know this call.
   *
   * Seen by: Anyone, over HTTP.
   *
   * What to do: Update the server, or do without.
   */
  | 'unimplemented'
  /**
   * The server, or something in front of it, cannot answer now.
   *
   * Seen by: Anyone, over HTTP.
   *
   * What to do: Wait, then try again.
   */
  | 'unavailable'
  /**
   * The server has understood the request and refused it. The message says why.
   *
   * Seen by: Anyone.
   *
   * What to do: What the message says.
   */
  | 'invalid_input'
  /**
   * Something has failed inside the server.
   *
   * Seen by: Anyone.
   *
   * What to do: Try again; look into the server's log.
   */
  | 'server_error'
  /**
   * An argument is not what it has to be. Nothing was sent.
   *
   * Seen by: Who makes the call.
   *
   * What to do: Correct the call; the message names the argument.
   */
  | 'invalid_argument'
  /**
   * There was no answer in time. Whether the server has done it is not known.
   *
   * Seen by: Who waits for an answer.
   *
   * What to do: Look how things stand before trying again.
   */
  | 'timeout'
  /**
   * The caller has called it off. What was sent may still take effect.
   *
   * Seen by: Who made the call with a signal.
   *
   * What to do: Nothing.
   */
  | 'aborted'
  /**
   * The connection ended before the answer came. Whether the server has done it is not known.
   *
   * Seen by: Who waits for an answer.
   *
   * What to do: Connect again, and look how things stand before trying again.
   */
  | 'disconnected'
  /**
   * The socket is not open. Nothing was sent.
   *
   * Seen by: Who makes the call.
   *
   * What to do: Connect first.
   */
  | 'not_connected'
  /**
   * The socket could not be opened. The server cannot be reached, or has refused it.
   *
   * Seen by: Who connects.
   *
   * What to do: Check address and port; wait, then try again.
   */
  | 'connection_failed'
  /**
   * The session and its refresh token have expired. Nothing was sent.
   *
   * Seen by: Who uses a session after a long while.
   *
   * What to do: Sign in again.
   */
  | 'session_expired'
  /**
   * The message is larger than the server takes. Nothing was sent.
   *
   * Seen by: Who sends a message.
   *
   * What to do: Send less at a time; a frame may have 4096 bytes.
   */
  | 'message_too_large'
  /**
   * The server has sent something that cannot be read.
   *
   * Seen by: Who waits for an answer.
   *
   * What to do: Check that the address is that of a game server, and that its version fits.
   */
  | 'malformed_message'
  /**
   * The server has answered with another message than the call has as its answer.
   *
   * Seen by: Who waits for an answer.
   *
   * What to do: Check that the server's version fits.
   */
  | 'unexpected_reply'
  /**
   * The server could not be reached over HTTP, or the connection broke.
   *
   * Seen by: Anyone, over HTTP.
   *
   * What to do: Check the address; wait, then try again.
   */
  | 'network_error'
  /**
   * A handler that the game has given to an event has thrown, or its promise has rejected.
   *
   * Seen by: Who listens to errors.
   *
   * What to do: Correct the handler; the cause is what it has thrown. Nothing else was affected.
   */
  | 'handler_failed'
  /**
   * None of the above.
   *
   * Seen by: Anyone.
   *
   * What to do: Read the message.
   */
  | 'unknown'

/** A number and how a message begins that together stand for an error; an empty beginning fits any. */
export type ErrorSign = readonly [number: number, beginning: string, code: ErrorCode]

/** By the number of an `error` envelope. */
export const realtimeErrors: readonly ErrorSign[] = [
  [3, 'Invalid party ID', 'invalid_party_id'],
  [3, 'Invalid presence', 'invalid_presence'],
  [3, 'Invalid party max size', 'invalid_party_size'],
  [3, 'party not found', 'party_not_found'],
  [3, 'party closed', 'party_closed'],
  [3, 'party full', 'party_full'],
  [3, 'party join requests full', 'party_join_requests_full'],
  [3, 'party join request duplicate', 'party_join_request_duplicate'],
  [3, 'party join request already member', 'party_already_member'],
  [3, 'party leader only', 'party_leader_only'],
  [3, 'party member not found', 'party_member_not_found'],
  [3, 'party join request not found', 'party_join_request_not_found'],
  [3, 'party could not accept request', 'party_accept_failed'],
  [3, 'party could not remove', 'party_remove_failed'],
  [3, 'party cannot remove self', 'party_cannot_remove_self'],
  [3, 'party label too long', 'party_label_too_long'],
  [3, 'failed to unmarshal party label', 'party_label_invalid'],
  [3, 'party is hidden and label is not empty', 'party_hidden_with_label'],
  [0, 'Failed to create party', 'party_create_failed'],
  [0, 'Error tracking party creation', 'party_create_failed'],
  [0, 'Error tracking party join', 'party_join_failed'],
  [3, 'Invalid minimum count', 'invalid_min_count'],
  [3, 'Invalid maximum count', 'invalid_max_count'],
  [3, 'Invalid count multiple', 'invalid_count_multiple'],
  [3, 'matchmaker query invalid', 'matchmaker_query_invalid'],
  [3, 'matchmaker too many tickets', 'matchmaker_too_many_tickets'],
  [0, 'Error adding to matchmaker', 'matchmaker_add_failed'],
  [3, 'Invalid matchmaker ticket', 'invalid_matchmaker_ticket'],
  [3, 'matchmaker ticket not found', 'matchmaker_ticket_not_found'],
  [3, 'Matchmaker ticket not found', 'matchmaker_ticket_not_found'],
  [3, 'Invalid user identifier', 'invalid_user_id'],
  [3, 'Status must be 2048 characters or less', 'status_too_long'],
  [3, 'RPC ID must be set', 'rpc_id_missing'],
  [1, 'Requested resource was not found', 'disabled_by_server'],
  [3, 'Invalid username', 'invalid_username'],
  [6, '', 'rpc_not_found'],
  [7, '', 'server_function_failed'],
  [2, '', 'missing_message'],
  [1, '', 'unrecognized_message'],
  [4, '', 'match_not_found'],
  [5, '', 'match_join_rejected'],
  [3, '', 'invalid_input'],
  [0, '', 'server_error'],
]

/** By gRPC code, or by HTTP status where an answer has none. */
export const httpErrors: readonly ErrorSign[] = [
  [3, 'RPC ID must be set', 'rpc_id_missing'],
  [5, 'RPC function not found', 'rpc_not_found'],
  [16, 'Server key', 'server_key_invalid'],
  [16, 'HTTP key invalid', 'http_key_invalid'],
  [16, 'Auth token or HTTP key required', 'http_key_invalid'],
  [16, 'Refresh token', 'refresh_token_invalid'],
  [3, 'Refresh token', 'refresh_token_invalid'],
  [16, 'Invalid credentials', 'invalid_credentials'],
  [5, 'User account not found', 'account_not_found'],
  [7, 'User account banned', 'account_banned'],
  [6, 'Username is already in use', 'username_taken'],
  [3, 'Custom ID', 'invalid_custom_id'],
  [3, 'Device ID', 'invalid_device_id'],
  [3, 'Email', 'invalid_email'],
  [3, 'Invalid email', 'invalid_email'],
  [3, 'Password', 'invalid_password'],
  [3, 'Username', 'invalid_username'],
  [3, 'Invalid username', 'invalid_username'],
  [3, 'Invalid limit', 'invalid_limit'],
  [13, 'Error listing matches', 'list_failed'],
  [13, 'Error retrieving notifications', 'list_failed'],
  [3, 'http: request body too large', 'request_too_large'],
  [16, '', 'unauthenticated'],
  [401, '', 'unauthenticated'],
  [413, '', 'request_too_large'],
  [5, '', 'not_found'],
  [404, '', 'not_found'],
  [6, '', 'already_exists'],
  [7, '', 'permission_denied'],
  [403, '', 'permission_denied'],
  [8, '', 'rate_limited'],
  [429, '', 'rate_limited'],
  [12, '', 'unimplemented'],
  [501, '', 'unimplemented'],
  [14, '', 'unavailable'],
  [4, '', 'unavailable'],
  [502, '', 'unavailable'],
  [503, '', 'unavailable'],
  [504, '', 'unavailable'],
  [3, '', 'invalid_input'],
  [9, '', 'invalid_input'],
  [11, '', 'invalid_input'],
  [400, '', 'invalid_input'],
  [2, '', 'server_error'],
  [13, '', 'server_error'],
  [15, '', 'server_error'],
  [500, '', 'server_error'],
]
