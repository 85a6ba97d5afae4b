-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
---@meta

--- A request that was refused.
---@class party.RealtimeError
---@field code integer Class of the error: one of `Code`, as a number.
---@field message string What went wrong, in English, for a developer. Together with `code` it identifies the error.
---@field context table<string, string> More about the error. Nakama leaves it empty.

--- One connected session of a user. A user who plays on two devices has two presences.
---@class party.UserPresence
---@field user_id string Id of the user: a UUID.
---@field session_id string Id of the session, new with every connection: a UUID.
---@field username string Name of the user, as it was when the session connected.
---@field persistence boolean Whether the presence keeps receiving messages while it is away. Parties never set it.
---@field status string? The status the user has set; only in presences of status events. Unset in all others, empty for a user who is online without a text.

--- A party, as its creator gets it in reply and as every new member gets it as an event.
---
--- An event leaves `label` and `hidden` unset whatever they are (as Nakama does); a member learns them from
--- `party_update` or from a listing.
---@class party.Party
---@field party_id string Id of the party: a UUID, a dot, and the name of the server node that holds it.
---@field open boolean Whether anyone may join. If not, the leader accepts or rejects each player.
---@field hidden boolean Whether listings leave the party out. Only set in the reply to its creator.
---@field max_size integer Most members there may be, 1 to 256.
---@field self party.UserPresence The recipient's own presence in the party.
---@field leader party.UserPresence The leader.
---@field presences party.UserPresence[] All members, the recipient and the leader included, in the order in which they joined.
---@field label string A JSON object that listings can be searched by. Only set in the reply to its creator.

--- Request: create a party.
---@class party.PartyCreate
---@field open boolean Whether anyone may join. If not, the leader accepts or rejects each player.
---@field max_size integer Most members there may be, 1 to 256, the creator included.
---@field label string A JSON object that listings can be searched by, at most 2048 bytes; empty for none. Servers before 3.28 close the connection when it is set.
---@field hidden boolean Whether listings leave the party out. Servers before 3.28 close the connection when it is set.

--- Request of the leader: replace label, open and hidden. Event: the leader has done so.
---@class party.PartyUpdate
---@field party_id string Id of the party.
---@field label string The new label: a JSON object of at most 2048 bytes, or empty for none. A hidden party has to have none.
---@field open boolean Whether anyone may join from now on.
---@field hidden boolean Whether listings leave the party out from now on.

--- Request: join a party, or ask to.
---@class party.PartyJoin
---@field party_id string Id of the party.

--- Request: leave a party.
---@class party.PartyLeave
---@field party_id string Id of the party.

--- Request of the leader: make another member the leader.
---@class party.PartyPromote
---@field party_id string Id of the party.
---@field presence party.UserPresence The member who is to lead. `user_id`, `session_id` and `username` all have to match.

--- Event: a party has a new leader.
---@class party.PartyLeader
---@field party_id string Id of the party.
---@field presence party.UserPresence The new leader.

--- Request of the leader: let a player in who asked to join.
---@class party.PartyAccept
---@field party_id string Id of the party.
---@field presence party.UserPresence The player, as in the join request. `user_id`, `session_id` and `username` all have to match.

--- Request of the leader: remove a member, or reject a player who asked to join.
---@class party.PartyRemove
---@field party_id string Id of the party.
---@field presence party.UserPresence The member or player. `user_id`, `session_id` and `username` all have to match.

--- Request of the leader: end the party. Event: the party has ended, or the recipient was removed from it.
---@class party.PartyClose
---@field party_id string Id of the party.

--- Request of the leader: list who asks to join.
---@class party.PartyJoinRequestList
---@field party_id string Id of the party.

--- Players who ask to join a closed party.
---
--- As an event it goes to the leader alone and holds the new request; as a reply it holds all that wait.
---@class party.PartyJoinRequest
---@field party_id string Id of the party.
---@field presences party.UserPresence[] The players, oldest request first. A request stays when its player disconnects.

--- Request of the leader: look for a match with the whole party.
---@class party.PartyMatchmakerAdd
---@field party_id string Id of the party.
---@field min_count integer Fewest players of a match, the party's own included; at least 2.
---@field max_count integer Most players of a match; at least `min_count`.
---@field query string Which other tickets fit, in the query language; empty or `*` for all.
---@field string_properties table<string, string> Text properties that the queries of other tickets are tested against.
---@field numeric_properties table<string, number> Number properties that the queries of other tickets are tested against.
---@field count_multiple integer? The number of players has to be a multiple of this; at least 1, and it has to divide both counts. Unset for any number.

--- Request of the leader: withdraw a ticket of the party.
---@class party.PartyMatchmakerRemove
---@field party_id string Id of the party.
---@field ticket string The ticket.

--- The party looks for a match: reply to the leader, event to the other members.
---@class party.PartyMatchmakerTicket
---@field party_id string Id of the party.
---@field ticket string The ticket.

--- Event: data from another member of a party.
---@class party.PartyData
---@field party_id string Id of the party.
---@field presence party.UserPresence The member who has sent it.
---@field op_code integer|string What kind of data it is: any number the game gives a meaning.
---@field data string The data, as it was sent.

--- Request: send data to the other members of a party.
---@class party.PartyDataSend
---@field party_id string Id of the party.
---@field op_code integer|string What kind of data it is: any number the game gives a meaning.
---@field data string The data. The whole frame may have 4096 bytes, which in JSON leaves room for about 2900 bytes of data.

--- Event: members came to a party or left it.
---@class party.PartyPresenceEvent
---@field party_id string Id of the party.
---@field joins party.UserPresence[] Those who came. The recipient is among them when it has joined itself.
---@field leaves party.UserPresence[] Those who left, were removed or were disconnected.

--- Followed users who are online.
---@class party.Status
---@field presences party.UserPresence[] One presence for each session of theirs that has a status.

--- Request: follow users.
---@class party.StatusFollow
---@field user_ids string[] Ids of users: UUIDs.
---@field usernames string[] Names of users.

--- Request: stop following users.
---@class party.StatusUnfollow
---@field user_ids string[] Ids of users: UUIDs.

--- Request: set the own status.
---@class party.StatusUpdate
---@field status string? Any text of at most 2048 bytes. Empty: online without a text. Unset: appear offline.

--- Event: followed users came online, went offline or changed their status.
---@class party.StatusPresenceEvent
---@field joins party.UserPresence[] Those who came online, or the new status of those who changed it.
---@field leaves party.UserPresence[] Those who went offline, or the previous status of those who changed it.

--- Request: look for a match alone.
---@class party.MatchmakerAdd
---@field min_count integer Fewest players of a match, the caller included; at least 2.
---@field max_count integer Most players of a match; at least `min_count`.
---@field query string Which other tickets fit, in the query language; empty or `*` for all.
---@field string_properties table<string, string> Text properties that the queries of other tickets are tested against.
---@field numeric_properties table<string, number> Number properties that the queries of other tickets are tested against.
---@field count_multiple integer? The number of players has to be a multiple of this; at least 1, and it has to divide both counts. Unset for any number.

--- A session looks for a match.
---@class party.MatchmakerTicket
---@field ticket string The ticket.

--- Request: withdraw a ticket.
---@class party.MatchmakerRemove
---@field ticket string The ticket.

--- Event: a match was found.
---@class party.MatchmakerMatched
---@field ticket string The recipient's ticket, or its party's. It has ended with this.
---@field match_id string? Id of a match that server code has made for these players.
---@field token string? A token (a JWT, good for 30 seconds) with which the players meet in a match of their own.
---@field users party.MatchmakerUser[] Everyone who is matched, the recipient included.
---@field self party.MatchmakerUser The recipient.

--- A player in a match that was found.
---@class party.MatchmakerUser
---@field presence party.UserPresence Who it is.
---@field party_id string Id of the party the player came with; empty for one who came alone.
---@field string_properties table<string, string> Text properties of the player's ticket.
---@field numeric_properties table<string, number> Number properties of the player's ticket.

--- Event: notifications for the user, to each of the user's sessions.
---@class party.Notifications
---@field notifications party.Notification[] The notifications.

--- Identifies a stream: a set of sessions that receive the same messages.
---@class party.Stream
---@field mode integer What the stream is for: one of `Mode`, or a number of the game's own above them.
---@field subject string What the stream belongs to, usually the id of a user, group, match or party.
---@field subcontext string A second id, where one is not enough.
---@field label string A name; for party and match streams the name of the server node.

--- Event: data on a stream that server code has put the session on.
---@class party.StreamData
---@field stream party.Stream The stream.
---@field sender party.UserPresence Who has sent it. Unset when it was server code.
---@field data string The data, as text.
---@field reliable boolean Whether it was sent in a way that delivers every message. Always so over a WebSocket.

--- Event: presences joined or left a stream that server code has put the session on.
---@class party.StreamPresenceEvent
---@field stream party.Stream The stream.
---@field joins party.UserPresence[] Those who joined.
---@field leaves party.UserPresence[] Those who left.

--- Request: answer with a `Pong`.
---@class party.Ping

--- Reply to a `Ping`.
---@class party.Pong

--- A pair of tokens: what signing in and refreshing return.
---@class party.SessionTokens
---@field created boolean Whether signing in has created the account.
---@field token string The session token: a JWT whose `exp` says until when it is good (60 seconds by default). Opens sockets and authorises HTTP calls.
---@field refresh_token string The refresh token: a JWT, good for an hour by default.

--- An account known by an id of the game's choice.
---@class party.AccountCustom
---@field id string The id: 6 to 128 bytes, without spaces and control characters.
---@field vars table<string, string> Variables to store in the session's tokens, for server code to read.

--- An account known by the id of a device.
---@class party.AccountDevice
---@field id string The id: 10 to 128 bytes, without spaces and control characters.
---@field vars table<string, string> Variables to store in the session's tokens, for server code to read.

--- An account known by an e-mail address.
---@class party.AccountEmail
---@field email string The address: 10 to 255 bytes. Empty to sign in with user name and password.
---@field password string The password: at least 8 characters.
---@field vars table<string, string> Variables to store in the session's tokens, for server code to read.

--- Request: sign in with an id of the game's choice.
---@class party.AuthenticateCustomRequest
---@field account party.AccountCustom Who signs in.
---@field create boolean? Whether to create the account when there is none. Unset means true.
---@field username string User name for a new account, at most 128 bytes; empty for a random one.

--- Request: sign in with the id of a device.
---@class party.AuthenticateDeviceRequest
---@field account party.AccountDevice Who signs in.
---@field create boolean? Whether to create the account when there is none. Unset means true.
---@field username string User name for a new account, at most 128 bytes; empty for a random one.

--- Request: sign in with an e-mail address.
---@class party.AuthenticateEmailRequest
---@field account party.AccountEmail Who signs in.
---@field create boolean? Whether to create the account when there is none. Unset means true.
---@field username string User name for a new account, at most 128 bytes; empty for a random one. Without an e-mail address: who signs in.

--- Request: a new pair of tokens.
---@class party.SessionRefreshRequest
---@field token string The refresh token.
---@field vars table<string, string> New variables for the session's tokens. Empty keeps those it has.

--- Request: make tokens invalid. With neither token, all of the user's.
---@class party.SessionLogoutRequest
---@field token string The session token.
---@field refresh_token string The refresh token.

--- A party in a listing. Nakama's `api.Party`.
---@class party.PartyListing
---@field party_id string Id of the party.
---@field open boolean Whether anyone may join. If not, the leader accepts or rejects each player.
---@field hidden boolean Whether the party is hidden. Never so in a listing.
---@field max_size integer Most members there may be.
---@field label string The label: a JSON object.

--- A page of parties.
---@class party.PartyList
---@field parties party.PartyListing[] The parties.
---@field cursor string Where the next page starts. Empty on the last page.

--- Request: list parties.
---@class party.ListPartiesRequest
---@field limit integer? Most parties to return, 1 to 100. Unset means 10.
---@field open boolean? Only open parties (true) or only closed ones (false). Unset for both.
---@field query string? What to look for, in the query language, for example `+label.mode:duo`. Unset or empty for all.
---@field cursor string? Where to go on: the cursor of the page before. All else has to be as it was for that page.

--- A message from the server or another player, delivered at once and perhaps kept.
---@class party.Notification
---@field id string Id of the notification: a UUID.
---@field subject string What it is about, for a reader.
---@field content string The content: JSON, as text.
---@field code integer What it is about, for a program: one of `Code`, as a number.
---@field sender_id string Id of the user who has sent it. Empty or the nil UUID when it was the server.
---@field create_time string? When it was sent, to the second.
---@field persistent boolean Whether it is kept until it is deleted.

--- A page of stored notifications.
---@class party.NotificationList
---@field notifications party.Notification[] The notifications, oldest first.
---@field cacheable_cursor string Where the next page starts. Always set, also after the last one: kept, it finds what has come since.

--- Request: list stored notifications.
---@class party.ListNotificationsRequest
---@field limit integer? Most notifications to return, 1 to 100. Unset means 1.
---@field cacheable_cursor string Where to go on: the cursor of an earlier page. Empty to start with the oldest.

--- Request: delete stored notifications.
---@class party.DeleteNotificationsRequest
---@field ids string[] Their ids.

--- A call of a function of the game's own server code, and its result.
---@class party.Rpc
---@field id string The name under which the function is registered. Letter case does not matter.
---@field payload string What the function gets, or has returned: any text, often JSON.
---@field http_key string The HTTP key, for calls without a session. Over HTTP only.

--- How busy the matchmaker is.
---@class party.MatchmakerStats
---@field ticket_count integer Tickets that wait for a match.
---@field oldest_ticket_create_time string? When the oldest of them was added. Unset when there is none.
---@field completions party.MatchmakerCompletionStats[] The last matches that were made.

--- A match that was made.
---@class party.MatchmakerCompletionStats
---@field create_time string? When its ticket was added.
---@field complete_time string? When the match was made.

--- What a socket can ask of the server. Every call takes its arguments in a row or as one table with their
--- names, then options, then a callback; without a callback it has to be made inside of a coroutine, and
--- returns what a callback would get.
---@class party.SocketCalls
local calls = {}

--- Creates a party led by the caller, who is its first member.
---
--- The reply carries the party with the caller as leader and only member. Around it, before or after, the
--- caller also receives the event `party` (without `label` and `hidden`) and then `party_presence_event` with
--- itself in `joins`. Where the server allows one party per session, the caller leaves every other party
--- first.
---
--- Errors: `invalid_party_size`, `party_label_too_long`, `party_label_invalid`, `party_create_failed`.
---@param open boolean? Whether anyone may join. If not, the leader accepts or rejects each player.
---@param max_size integer? Most members there may be, 1 to 256, the creator included.
---@param label string? A JSON object that listings can be searched by, at most 2048 bytes; empty for none. Servers before 3.28 close the connection when it is set.
---@param hidden boolean? Whether listings leave the party out. Servers before 3.28 close the connection when it is set.
---@param options party.CallOptions?
---@param callback fun(result: party.Party?, error: party.Error?)?
---@return party.Party? result what the server has answered
---@return party.Error? error
function calls.party_create(open, max_size, label, hidden, options, callback) end

--- Joins an open party, or asks to be let into a closed one.
---
--- The reply is empty in both cases and does not say which. Open: the caller receives `party`, then
--- `party_presence_event` with itself in `joins`; every member receives the same presence event, and the
--- party's matchmaker tickets are cancelled silently. Closed: the leader alone receives `party_join_request`,
--- and the caller hears nothing until it is accepted (then as above); a rejected caller hears nothing at all.
--- Joining a party one is in already changes nothing, but cancels its tickets.
---
--- Errors: `invalid_party_id`, `party_not_found`, `party_closed`, `party_full`, `party_join_requests_full`,
--- `party_join_request_duplicate`, `party_already_member`, `party_join_failed`.
---@param party_id string? Id of the party.
---@param options party.CallOptions?
---@param callback fun(result: boolean?, error: party.Error?)?
---@return boolean? result true
---@return party.Error? error
function calls.party_join(party_id, options, callback) end

--- Leaves a party.
---
--- The caller receives the empty reply and no event. The others receive `party_presence_event` with the
--- caller in `leaves`; if the caller led the party they receive `party_leader` first, naming the member who
--- has been in it longest. The last one out ends the party. Matchmaker tickets of the party are cancelled
--- silently. Leaving a party one is not in, or that does not exist, succeeds.
---
--- Errors: `invalid_party_id`.
---@param party_id string? Id of the party.
---@param options party.CallOptions?
---@param callback fun(result: boolean?, error: party.Error?)?
---@return boolean? result true
---@return party.Error? error
function calls.party_leave(party_id, options, callback) end

--- Makes another member the leader. Only the leader may.
---
--- Every member, the caller included and before its reply, receives `party_leader`. Join requests that wait
--- are not sent to the new leader, who has to list them.
---
--- Errors: `invalid_party_id`, `invalid_presence`, `party_not_found`, `party_leader_only`,
--- `party_member_not_found`.
---@param party_id string? Id of the party.
---@param presence party.UserPresence? The member who is to lead. `user_id`, `session_id` and `username` all have to match.
---@param options party.CallOptions?
---@param callback fun(result: boolean?, error: party.Error?)?
---@return boolean? result true
---@return party.Error? error
function calls.party_promote(party_id, presence, options, callback) end

--- Lets a player in who asked to join. Only the leader may.
---
--- The accepted player receives `party`, then `party_presence_event` with itself in `joins`; every member
--- receives the same presence event, the leader before or after its reply. Matchmaker tickets of the party
--- are cancelled silently.
---
--- Errors: `invalid_party_id`, `invalid_presence`, `party_not_found`, `party_leader_only`, `party_full`,
--- `party_join_request_not_found`, `party_accept_failed` (the player has gone meanwhile; the request is
--- dropped).
---@param party_id string? Id of the party.
---@param presence party.UserPresence? The player, as in the join request. `user_id`, `session_id` and `username` all have to match.
---@param options party.CallOptions?
---@param callback fun(result: boolean?, error: party.Error?)?
---@return boolean? result true
---@return party.Error? error
function calls.party_accept(party_id, presence, options, callback) end

--- Removes a member, or rejects a player who asked to join. Only the leader may.
---
--- A removed member receives `party_close`; everyone who remains receives `party_presence_event` with the
--- removed one in `leaves`, the leader before or after its reply. Matchmaker tickets of the party are
--- cancelled silently. A rejected player is not told.
---
--- Errors: `invalid_party_id`, `invalid_presence`, `party_not_found`, `party_leader_only`,
--- `party_cannot_remove_self`, `party_member_not_found`, `party_remove_failed`.
---@param party_id string? Id of the party.
---@param presence party.UserPresence? The member or player. `user_id`, `session_id` and `username` all have to match.
---@param options party.CallOptions?
---@param callback fun(result: boolean?, error: party.Error?)?
---@return boolean? result true
---@return party.Error? error
function calls.party_remove(party_id, presence, options, callback) end

--- Ends a party for everyone. Only the leader may.
---
--- Every member, the caller included and before its reply, receives `party_close`. No presence events follow.
---
--- Errors: `invalid_party_id`, `party_not_found`, `party_closed`, `party_leader_only`.
---@param party_id string? Id of the party.
---@param options party.CallOptions?
---@param callback fun(result: boolean?, error: party.Error?)?
---@return boolean? result true
---@return party.Error? error
function calls.party_close(party_id, options, callback) end

--- Lists the players who wait to be let in, oldest first. Only the leader may.
---
--- Errors: `invalid_party_id`, `party_not_found`, `party_leader_only`.
---@param party_id string? Id of the party.
---@param options party.CallOptions?
---@param callback fun(result: party.PartyJoinRequest?, error: party.Error?)?
---@return party.PartyJoinRequest? result what the server has answered
---@return party.Error? error
function calls.party_join_request_list(party_id, options, callback) end

--- Looks for a match for the whole party. Only the leader may.
---
--- The leader gets the ticket as the reply; then every other member receives it as `party_matchmaker_ticket`.
--- A match is announced to each member as `matchmaker_matched`. The ticket ends, without a message, as soon
--- as anyone joins or leaves the party.
---
--- Errors: `invalid_min_count`, `invalid_max_count`, `invalid_count_multiple`, `invalid_party_id`,
--- `party_not_found`, `party_leader_only`, `matchmaker_query_invalid`, `matchmaker_too_many_tickets`,
--- `matchmaker_add_failed`.
---@param party_id string? Id of the party.
---@param min_count integer? Fewest players of a match, the party's own included; at least 2.
---@param max_count integer? Most players of a match; at least `min_count`.
---@param query string? Which other tickets fit, in the query language; empty or `*` for all.
---@param string_properties table<string, string>? Text properties that the queries of other tickets are tested against.
---@param numeric_properties table<string, number>? Number properties that the queries of other tickets are tested against.
---@param count_multiple integer? The number of players has to be a multiple of this; at least 1, and it has to divide both counts. Unset for any number.
---@param options party.CallOptions?
---@param callback fun(result: party.PartyMatchmakerTicket?, error: party.Error?)?
---@return party.PartyMatchmakerTicket? result what the server has answered
---@return party.Error? error
function calls.party_matchmaker_add(party_id, min_count, max_count, query, string_properties, numeric_properties, count_multiple, options, callback) end

--- Withdraws a ticket of the party. Only the leader may. The other members are not told.
---
--- Errors: `invalid_party_id`, `invalid_matchmaker_ticket`, `party_not_found`, `party_leader_only`,
--- `matchmaker_ticket_not_found`.
---@param party_id string? Id of the party.
---@param ticket string? The ticket.
---@param options party.CallOptions?
---@param callback fun(result: boolean?, error: party.Error?)?
---@return boolean? result true
---@return party.Error? error
function calls.party_matchmaker_remove(party_id, ticket, options, callback) end

--- Sends data to every other member of a party. Members only.
---
--- The others receive `party_data`; the sender does not. The server neither reads nor keeps the data.
---
--- Errors: `invalid_party_id`, `party_not_found`, `party_closed`, `party_member_not_found`.
---@param party_id string? Id of the party.
---@param op_code integer|string? What kind of data it is: any number the game gives a meaning.
---@param data string? The data. The whole frame may have 4096 bytes, which in JSON leaves room for about 2900 bytes of data.
---@param options party.CallOptions?
---@param callback fun(result: boolean?, error: party.Error?)?
---@return boolean? result true
---@return party.Error? error
function calls.party_data_send(party_id, op_code, data, options, callback) end

--- Replaces the label of a party and whether it is open and hidden. Only the leader may.
---
--- A full replacement: `open`, `hidden` and `label` take the values sent, and what is left out becomes false
--- or empty. Every member, the caller included and before its reply, receives the event `party_update`.
---
--- Errors: `invalid_party_id`, `party_not_found`, `party_leader_only`, `party_label_too_long`,
--- `party_label_invalid`, `party_hidden_with_label`.
---@param party_id string? Id of the party.
---@param label string? The new label: a JSON object of at most 2048 bytes, or empty for none. A hidden party has to have none.
---@param open boolean? Whether anyone may join from now on.
---@param hidden boolean? Whether listings leave the party out from now on.
---@param options party.CallOptions?
---@param callback fun(result: boolean?, error: party.Error?)?
---@return boolean? result true
---@return party.Error? error
function calls.party_update(party_id, label, open, hidden, options, callback) end

--- Looks for a match for the caller alone. A match is announced as `matchmaker_matched`.
---
--- The ticket ends with the session.
---
--- Errors: `invalid_min_count`, `invalid_max_count`, `invalid_count_multiple`, `matchmaker_add_failed` (which
--- includes a query that cannot be read and too many tickets).
---@param min_count integer? Fewest players of a match, the caller included; at least 2.
---@param max_count integer? Most players of a match; at least `min_count`.
---@param query string? Which other tickets fit, in the query language; empty or `*` for all.
---@param string_properties table<string, string>? Text properties that the queries of other tickets are tested against.
---@param numeric_properties table<string, number>? Number properties that the queries of other tickets are tested against.
---@param count_multiple integer? The number of players has to be a multiple of this; at least 1, and it has to divide both counts. Unset for any number.
---@param options party.CallOptions?
---@param callback fun(result: party.MatchmakerTicket?, error: party.Error?)?
---@return party.MatchmakerTicket? result what the server has answered
---@return party.Error? error
function calls.matchmaker_add(min_count, max_count, query, string_properties, numeric_properties, count_multiple, options, callback) end

--- Withdraws one of the caller's own tickets.
---
--- Errors: `invalid_matchmaker_ticket`, `matchmaker_ticket_not_found` (also for a ticket of somebody else or
--- of a party).
---@param ticket string? The ticket.
---@param options party.CallOptions?
---@param callback fun(result: boolean?, error: party.Error?)?
---@return boolean? result true
---@return party.Error? error
function calls.matchmaker_remove(ticket, options, callback) end

--- Starts to receive `status_presence_event` for some users.
---
--- The reply lists those of them who are online now, once per session. Users that do not exist are ignored. A
--- session always follows its own user; that is not listed.
---
--- Errors: `invalid_user_id`, `invalid_username`.
---@param user_ids string[]? Ids of users: UUIDs.
---@param usernames string[]? Names of users.
---@param options party.CallOptions?
---@param callback fun(result: party.Status?, error: party.Error?)?
---@return party.Status? result what the server has answered
---@return party.Error? error
function calls.status_follow(user_ids, usernames, options, callback) end

--- Stops following some users. A session cannot stop following its own user.
---
--- Errors: `invalid_user_id`.
---@param user_ids string[]? Ids of users: UUIDs.
---@param options party.CallOptions?
---@param callback fun(result: boolean?, error: party.Error?)?
---@return boolean? result true
---@return party.Error? error
function calls.status_unfollow(user_ids, options, callback) end

--- Sets the caller's status, or makes the caller appear offline.
---
--- Every session that follows the user, the user's own sessions included, receives `status_presence_event`,
--- the caller before or after its reply: `joins` has the new status and `leaves` the one before, each if
--- there is one.
---
--- Errors: `status_too_long`.
---@param status string? Any text of at most 2048 bytes. Empty: online without a text. Unset: appear offline.
---@param options party.CallOptions?
---@param callback fun(result: boolean?, error: party.Error?)?
---@return boolean? result true
---@return party.Error? error
function calls.status_update(status, options, callback) end

--- Calls a function that the game's own server code has registered, and returns what it returns.
---
--- Errors: `rpc_id_missing`, `rpc_not_found`, `server_function_failed`.
---@param id string? The name under which the function is registered. Letter case does not matter.
---@param payload string? What the function gets, or has returned: any text, often JSON.
---@param http_key string? The HTTP key, for calls without a session. Over HTTP only.
---@param options party.CallOptions?
---@param callback fun(result: party.Rpc?, error: party.Error?)?
---@return party.Rpc? result what the server has answered
---@return party.Error? error
function calls.rpc(id, payload, http_key, options, callback) end

--- Asks for a `Pong`, to see that the server still answers and how long that takes.
---
--- It does not keep the connection alive: the server's own WebSocket pings do.
---@param options party.CallOptions?
---@param callback fun(result: party.Pong?, error: party.Error?)?
---@return party.Pong? result what the server has answered
---@return party.Error? error
function calls.ping(options, callback) end

--- What a socket can hear. Every function returns another one that takes the handler back.
---@class party.SocketEvents
local events = {}

--- Event: a match was found for one of the session's tickets or its party's.
---@param handler fun(matchmaker_matched: party.MatchmakerMatched)
---@return fun() undo
function events.on_matchmaker_matched(handler) end

--- Event: notifications for the user. Also the last words before the server disconnects the session.
---@param handler fun(notifications: party.Notifications)
---@return fun() undo
function events.on_notifications(handler) end

--- Event: followed users came online, went offline or changed their status.
---@param handler fun(status_presence_event: party.StatusPresenceEvent)
---@return fun() undo
function events.on_status_presence_event(handler) end

--- Event: data on a stream that server code has put the session on.
---@param handler fun(stream_data: party.StreamData)
---@return fun() undo
function events.on_stream_data(handler) end

--- Event: presences joined or left a stream that server code has put the session on.
---@param handler fun(stream_presence_event: party.StreamPresenceEvent)
---@return fun() undo
function events.on_stream_presence_event(handler) end

--- Reply to `party_create`; event: the session is a member of this party now.
---@param handler fun(party: party.Party)
---@return fun() undo
function events.on_party(handler) end

--- Event: a party has a new leader.
---@param handler fun(party_leader: party.PartyLeader)
---@return fun() undo
function events.on_party_leader(handler) end

--- Request of the leader: end the party. Event: the party has ended, or the session was removed from it.
---@param handler fun(party_close: party.PartyClose)
---@return fun() undo
function events.on_party_close(handler) end

--- Event, to the leader: somebody asks to join. Reply to `party_join_request_list`.
---@param handler fun(party_join_request: party.PartyJoinRequest)
---@return fun() undo
function events.on_party_join_request(handler) end

--- Reply to `party_matchmaker_add`; event, to the other members: the party looks for a match.
---@param handler fun(party_matchmaker_ticket: party.PartyMatchmakerTicket)
---@return fun() undo
function events.on_party_matchmaker_ticket(handler) end

--- Event: data from another member.
---@param handler fun(party_data: party.PartyData)
---@return fun() undo
function events.on_party_data(handler) end

--- Event: members came or went.
---@param handler fun(party_presence_event: party.PartyPresenceEvent)
---@return fun() undo
function events.on_party_presence_event(handler) end

--- Request of the leader: replace label, open and hidden. Event: the leader has done so.
---@param handler fun(party_update: party.PartyUpdate)
---@return fun() undo
function events.on_party_update(handler) end
