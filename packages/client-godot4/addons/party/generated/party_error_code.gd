# Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
class_name PartyErrorCode
extends RefCounted
## What a call can end with instead of a result: what [code]PartyError.code[/code] may be.

## The party id does not have the form of one, or belongs to another server.
##
## Seen by: Anyone who names a party.
##
## What to do: Use the id as it came, without a change. A party id is a UUID, a dot and the name of
## a server node.
const INVALID_PARTY_ID := "invalid_party_id"

## The presence lacks its user id, session id or user name.
##
## Seen by: A leader who promotes, accepts or removes.
##
## What to do: Pass the presence as it came in the party or in an event.
const INVALID_PRESENCE := "invalid_presence"

## A party can have 1 to 256 members.
##
## Seen by: Who creates a party.
##
## What to do: Choose another size.
const INVALID_PARTY_SIZE := "invalid_party_size"

## There is no such party, or there is none any more.
##
## Seen by: Anyone who names a party.
##
## What to do: Drop the id; the party has been closed or its last member has left.
const PARTY_NOT_FOUND := "party_not_found"

## The party is being closed.
##
## Seen by: Anyone who names a party.
##
## What to do: Drop the id.
const PARTY_CLOSED := "party_closed"

## The party has as many members as it may have.
##
## Seen by: Who joins an open party; a leader who accepts.
##
## What to do: Wait until a member leaves, or look for another party.
const PARTY_FULL := "party_full"

## As many players wait to be let in as the party may have members.
##
## Seen by: Who asks to join a closed party.
##
## What to do: Try again later, or look for another party.
const PARTY_JOIN_REQUESTS_FULL := "party_join_requests_full"

## The session has asked to join already.
##
## Seen by: Who asks to join a closed party.
##
## What to do: Wait for the leader's answer.
const PARTY_JOIN_REQUEST_DUPLICATE := "party_join_request_duplicate"

## The session is a member already.
##
## Seen by: Who asks to join a closed party.
##
## What to do: Nothing. (No released server is known to send it.)
const PARTY_ALREADY_MEMBER := "party_already_member"

## Only the leader of the party may do this.
##
## Seen by: A member or stranger who promotes, accepts, removes, closes, updates, lists join
## requests or matches.
##
## What to do: Ask the leader, or become it.
const PARTY_LEADER_ONLY := "party_leader_only"

## There is no such member in the party. When sending data, the caller is not one.
##
## Seen by: A leader who promotes or removes; who sends data.
##
## What to do: Look at the members again; the one that was meant has left.
const PARTY_MEMBER_NOT_FOUND := "party_member_not_found"

## The player has not asked to join, or has been answered already.
##
## Seen by: A leader who accepts.
##
## What to do: List the join requests again.
const PARTY_JOIN_REQUEST_NOT_FOUND := "party_join_request_not_found"

## The player who asked to join has disconnected since. The request is gone.
##
## Seen by: A leader who accepts.
##
## What to do: Nothing; the player can ask again.
const PARTY_ACCEPT_FAILED := "party_accept_failed"

## The member could not be taken out of the party, because it is just leaving.
##
## Seen by: A leader who removes.
##
## What to do: Wait for the presence event.
const PARTY_REMOVE_FAILED := "party_remove_failed"

## A leader cannot remove itself.
##
## Seen by: A leader who removes.
##
## What to do: Leave the party instead, or close it.
const PARTY_CANNOT_REMOVE_SELF := "party_cannot_remove_self"

## A label may have 2048 bytes.
##
## Seen by: Who creates or updates a party.
##
## What to do: Say less.
const PARTY_LABEL_TOO_LONG := "party_label_too_long"

## The label is not a JSON object.
##
## Seen by: Who creates or updates a party.
##
## What to do: Pass an object as JSON text, or an empty text for no label.
const PARTY_LABEL_INVALID := "party_label_invalid"

## A hidden party cannot be given a label, because nobody could find it by that.
##
## Seen by: A leader who updates.
##
## What to do: Leave the label empty, or the party visible.
const PARTY_HIDDEN_WITH_LABEL := "party_hidden_with_label"

## The server could not create the party.
##
## Seen by: Who creates a party.
##
## What to do: Try again.
const PARTY_CREATE_FAILED := "party_create_failed"

## The server could not make the caller a member.
##
## Seen by: Who joins an open party.
##
## What to do: Try again.
const PARTY_JOIN_FAILED := "party_join_failed"

## A match has at least two players.
##
## Seen by: Who adds to the matchmaker.
##
## What to do: Set the minimum to 2 or more.
const INVALID_MIN_COUNT := "invalid_min_count"

## The maximum number of players is smaller than the minimum.
##
## Seen by: Who adds to the matchmaker.
##
## What to do: Set the maximum to the minimum or more.
const INVALID_MAX_COUNT := "invalid_max_count"

## The count multiple is smaller than 1, or does not divide the minimum and the maximum.
##
## Seen by: Who adds to the matchmaker.
##
## What to do: Choose counts that are multiples of it, or leave it unset.
const INVALID_COUNT_MULTIPLE := "invalid_count_multiple"

## The query cannot be read.
##
## Seen by: A leader who adds the party to the matchmaker.
##
## What to do: Correct the query.
const MATCHMAKER_QUERY_INVALID := "matchmaker_query_invalid"

## The party has as many tickets as the server allows, three by default.
##
## Seen by: A leader who adds the party to the matchmaker.
##
## What to do: Withdraw one first.
const MATCHMAKER_TOO_MANY_TICKETS := "matchmaker_too_many_tickets"

## The matchmaker has not taken the request. The query cannot be read, or there are too many
## tickets.
##
## Seen by: Who adds to the matchmaker.
##
## What to do: Check the query, withdraw a ticket, or try again.
const MATCHMAKER_ADD_FAILED := "matchmaker_add_failed"

## The ticket is empty.
##
## Seen by: Who withdraws a ticket.
##
## What to do: Pass the ticket that adding has returned.
const INVALID_MATCHMAKER_TICKET := "invalid_matchmaker_ticket"

## There is no such ticket of the caller's, or there is none any more.
##
## Seen by: Who withdraws a ticket.
##
## What to do: Nothing; the ticket has been matched or has ended.
const MATCHMAKER_TICKET_NOT_FOUND := "matchmaker_ticket_not_found"

## A user id is not a UUID.
##
## Seen by: Who follows or unfollows users.
##
## What to do: Use the id as it came.
const INVALID_USER_ID := "invalid_user_id"

## A status may have 2048 bytes.
##
## Seen by: Who sets a status.
##
## What to do: Say less.
const STATUS_TOO_LONG := "status_too_long"

## The call does not name a function.
##
## Seen by: Who calls a function of the game's server code.
##
## What to do: Name it.
const RPC_ID_MISSING := "rpc_id_missing"

## The server has no function of this name.
##
## Seen by: Who calls a function of the game's server code.
##
## What to do: Check the name, and whether the server runs the code that has it.
const RPC_NOT_FOUND := "rpc_not_found"

## The game's own server code has refused or failed. The message is its own.
##
## Seen by: Who calls a function of the game's server code, or does something that such code watches
## over.
##
## What to do: What the game's server code says.
const SERVER_FUNCTION_FAILED := "server_function_failed"

## The envelope has no message. The server closes the connection.
##
## Seen by: A client that sends something by hand.
##
## What to do: Send a message in every envelope.
const MISSING_MESSAGE := "missing_message"

## The game's own server code has switched this off. The server closes the connection.
##
## Seen by: Anyone.
##
## What to do: Do not ask for it.
const DISABLED_BY_SERVER := "disabled_by_server"

## The server does not know the message, or does not take it from a client. It closes the
## connection.
##
## Seen by: A client that is newer than the server, or that sends something by hand.
##
## What to do: Update the server, or do without.
const UNRECOGNIZED_MESSAGE := "unrecognized_message"

## There is no such match.
##
## Seen by: Who joins a match.
##
## What to do: Look for another.
const MATCH_NOT_FOUND := "match_not_found"

## The match did not let the player in.
##
## Seen by: Who joins a match.
##
## What to do: Look for another.
const MATCH_JOIN_REJECTED := "match_join_rejected"

## The server key is missing or wrong.
##
## Seen by: Who signs in or refreshes a session.
##
## What to do: Give the client the server's key.
const SERVER_KEY_INVALID := "server_key_invalid"

## The HTTP key is wrong, or the call has neither that nor a session token.
##
## Seen by: Who calls a function of the game's server code over HTTP.
##
## What to do: Use the server's HTTP key, or sign in.
const HTTP_KEY_INVALID := "http_key_invalid"

## The refresh token is missing, wrong, used up by a logout, or has expired.
##
## Seen by: Who refreshes a session.
##
## What to do: Sign in again.
const REFRESH_TOKEN_INVALID := "refresh_token_invalid"

## There is no account with this password under this address or name.
##
## Seen by: Who signs in with e-mail.
##
## What to do: Ask the player again.
const INVALID_CREDENTIALS := "invalid_credentials"

## There is no such account, and none was to be created.
##
## Seen by: Who signs in.
##
## What to do: Let the account be created, or sign in otherwise.
const ACCOUNT_NOT_FOUND := "account_not_found"

## The account is banned.
##
## Seen by: Who signs in.
##
## What to do: Tell the player.
const ACCOUNT_BANNED := "account_banned"

## Another account has this user name.
##
## Seen by: Who creates an account by signing in.
##
## What to do: Ask the player for another.
const USERNAME_TAKEN := "username_taken"

## The custom id is missing, has spaces or control characters, or has not 6 to 128 bytes.
##
## Seen by: Who signs in with a custom id.
##
## What to do: Use another id.
const INVALID_CUSTOM_ID := "invalid_custom_id"

## The device id is missing, has spaces or control characters, or has not 10 to 128 bytes.
##
## Seen by: Who signs in with a device id.
##
## What to do: Use another id.
const INVALID_DEVICE_ID := "invalid_device_id"

## The e-mail address is missing, has not the form of one, or has not 10 to 255 bytes.
##
## Seen by: Who signs in with e-mail.
##
## What to do: Ask the player again.
const INVALID_EMAIL := "invalid_email"

## The password is missing, or has fewer than 8 characters.
##
## Seen by: Who signs in with e-mail.
##
## What to do: Ask the player again.
const INVALID_PASSWORD := "invalid_password"

## The user name is empty, has spaces or control characters, or has more than 128 bytes.
##
## Seen by: Who creates an account by signing in; who follows users.
##
## What to do: Use another name.
const INVALID_USERNAME := "invalid_username"

## The session token is missing, wrong or expired, or was made invalid. The socket does not open
## with it.
##
## Seen by: Who connects, and whoever calls anything over HTTP but signing in.
##
## What to do: Refresh the session, or sign in again.
const UNAUTHENTICATED := "unauthenticated"

## A list may have 1 to 100 entries.
##
## Seen by: Who lists parties or notifications.
##
## What to do: Choose another limit.
const INVALID_LIMIT := "invalid_limit"

## The list could not be made. Most often the query or the cursor cannot be read.
##
## Seen by: Who lists parties or notifications.
##
## What to do: Correct the query; start again without a cursor.
const LIST_FAILED := "list_failed"

## The body of a request may have 262144 bytes.
##
## Seen by: Anyone, over HTTP.
##
## What to do: Send less.
const REQUEST_TOO_LARGE := "request_too_large"

## There is no such thing, or no such address on this server.
##
## Seen by: Anyone, over HTTP.
##
## What to do: Check the address, and the version of the server.
const NOT_FOUND := "not_found"

## There is such a thing already.
##
## Seen by: Anyone, over HTTP.
##
## What to do: Use that.
const ALREADY_EXISTS := "already_exists"

## The player may not do this.
##
## Seen by: Anyone, over HTTP.
##
## What to do: Do without.
const PERMISSION_DENIED := "permission_denied"

## That was too much in too short a time.
##
## Seen by: Anyone, over HTTP.
##
## What to do: Wait, then try again, less often each time.
const RATE_LIMITED := "rate_limited"

## The server does not know this call.
##
## Seen by: Anyone, over HTTP.
##
## What to do: Update the server, or do without.
const UNIMPLEMENTED := "unimplemented"

## The server, or something in front of it, cannot answer now.
##
## Seen by: Anyone, over HTTP.
##
## What to do: Wait, then try again.
const UNAVAILABLE := "unavailable"

## The server has understood the request and refused it. The message says why.
##
## Seen by: Anyone.
##
## What to do: What the message says.
const INVALID_INPUT := "invalid_input"

## Something has failed inside the server.
##
## Seen by: Anyone.
##
## What to do: Try again; look into the server's log.
const SERVER_ERROR := "server_error"

## An argument is not what it has to be. Nothing was sent.
##
## Seen by: Who makes the call.
##
## What to do: Correct the call; the message names the argument.
const INVALID_ARGUMENT := "invalid_argument"

## There was no answer in time. Whether the server has done it is not known.
##
## Seen by: Who waits for an answer.
##
## What to do: Look how things stand before trying again.
const TIMEOUT := "timeout"

## The caller has called it off. What was sent may still take effect.
##
## Seen by: Who made the call with a signal.
##
## What to do: Nothing.
const ABORTED := "aborted"

## The connection ended before the answer came. Whether the server has done it is not known.
##
## Seen by: Who waits for an answer.
##
## What to do: Connect again, and look how things stand before trying again.
const DISCONNECTED := "disconnected"

## The socket is not open. Nothing was sent.
##
## Seen by: Who makes the call.
##
## What to do: Connect first.
const NOT_CONNECTED := "not_connected"

## The socket could not be opened. The server cannot be reached, or has refused it.
##
## Seen by: Who connects.
##
## What to do: Check address and port; wait, then try again.
const CONNECTION_FAILED := "connection_failed"

## The session and its refresh token have expired. Nothing was sent.
##
## Seen by: Who uses a session after a long while.
##
## What to do: Sign in again.
const SESSION_EXPIRED := "session_expired"

## The message is larger than the server takes. Nothing was sent.
##
## Seen by: Who sends a message.
##
## What to do: Send less at a time; a frame may have 4096 bytes.
const MESSAGE_TOO_LARGE := "message_too_large"

## The server has sent something that cannot be read.
##
## Seen by: Who waits for an answer.
##
## What to do: Check that the address is that of a game server, and that its version fits.
const MALFORMED_MESSAGE := "malformed_message"

## The server has answered with another message than the call has as its answer.
##
## Seen by: Who waits for an answer.
##
## What to do: Check that the server's version fits.
const UNEXPECTED_REPLY := "unexpected_reply"

## The server could not be reached over HTTP, or the connection broke.
##
## Seen by: Anyone, over HTTP.
##
## What to do: Check the address; wait, then try again.
const NETWORK_ERROR := "network_error"

## A handler that the game has given to an event has thrown, or its promise has rejected.
##
## Seen by: Who listens to errors.
##
## What to do: Correct the handler; the cause is what it has thrown. Nothing else was affected.
const HANDLER_FAILED := "handler_failed"

## None of the above.
##
## Seen by: Anyone.
##
## What to do: Read the message.
const UNKNOWN := "unknown"
