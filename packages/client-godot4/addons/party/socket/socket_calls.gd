extends "../generated/socket_events.gd"
## What a socket can ask of the server.


## What [method ping_async] ends with.
class RoundTrip:
	extends PartyResult
	## Milliseconds until the answer came.
	var milliseconds := 0


## Sends a request and waits for its reply: a message, null for an answer without one, or a [PartyError].
## [param largest] is the argument to blame when the message is too large.
func _request(
	_operation: String, _message: PartyResult, _options: PartyCallOptions, _largest := "the call"
) -> Variant:
	return null


## Joins an open party, or asks to be let into a closed one. It ends in both cases as soon as the server has
## taken note; [signal received_party] tells that the player is in. A request that the leader refuses is not
## answered at all.
##
## Ends also with [code]invalid_party_id[/code], [code]party_not_found[/code], [code]party_closed[/code],
## [code]party_full[/code], [code]party_join_requests_full[/code], [code]party_join_request_duplicate[/code],
## [code]party_already_member[/code], [code]party_join_failed[/code].
func join_party_async(party_id: String, options: PartyCallOptions = null) -> PartyResult:
	var request := PartyApi.PartyJoin.new()
	request.party_id = party_id
	return _done(await _request("join_party", request, options))


## Leaves a party. It succeeds too if the player is not in it, or if there is none. The player hears no
## signal of the server; the others do.
##
## Ends also with [code]invalid_party_id[/code].
func leave_party_async(party_id: String, options: PartyCallOptions = null) -> PartyResult:
	var request := PartyApi.PartyLeave.new()
	request.party_id = party_id
	return _done(await _request("leave_party", request, options))


## Lists the players who ask to join, oldest request first. Only the leader may.
##
## Ends also with [code]invalid_party_id[/code], [code]party_not_found[/code], [code]party_leader_only[/code].
func list_party_join_requests_async(
	party_id: String, options: PartyCallOptions = null
) -> PartyApi.PartyJoinRequest:
	var request := PartyApi.PartyJoinRequestList.new()
	request.party_id = party_id
	var result: Variant = await _request("list_party_join_requests", request, options)
	return result if not result is PartyError else PartyApi.PartyJoinRequest.new(result)


## Lets a player in who asked to join. Only the leader may. [param presence] is as in the join request.
##
## Ends also with [code]invalid_party_id[/code], [code]invalid_presence[/code], [code]party_not_found[/code],
## [code]party_leader_only[/code], [code]party_full[/code], [code]party_join_request_not_found[/code],
## [code]party_accept_failed[/code] (the player has gone meanwhile).
func accept_party_member_async(
	party_id: String, presence: PartyApi.UserPresence, options: PartyCallOptions = null
) -> PartyResult:
	var request := PartyApi.PartyAccept.new()
	request.party_id = party_id
	request.presence = _reference(presence)
	return _done(await _request("accept_party_member", request, options))


## Removes a member, or refuses a player who asked to join. Only the leader may. A member who is removed hears
## [signal received_party_close]; a player who is refused hears nothing. [param presence] is as in the party,
## or in the join request.
##
## Ends also with [code]invalid_party_id[/code], [code]invalid_presence[/code], [code]party_not_found[/code],
## [code]party_leader_only[/code], [code]party_cannot_remove_self[/code], [code]party_member_not_found[/code],
## [code]party_remove_failed[/code].
func remove_party_member_async(
	party_id: String, presence: PartyApi.UserPresence, options: PartyCallOptions = null
) -> PartyResult:
	var request := PartyApi.PartyRemove.new()
	request.party_id = party_id
	request.presence = _reference(presence)
	return _done(await _request("remove_party_member", request, options))


## Makes another member the leader, and returns who leads now. Only the leader may. Everyone hears
## [signal received_party_leader], the caller before this ends. [param presence] is as in the party.
##
## Ends also with [code]invalid_party_id[/code], [code]invalid_presence[/code], [code]party_not_found[/code],
## [code]party_leader_only[/code], [code]party_member_not_found[/code].
func promote_party_member_async(
	party_id: String, presence: PartyApi.UserPresence, options: PartyCallOptions = null
) -> PartyApi.PartyLeader:
	var request := PartyApi.PartyPromote.new()
	request.party_id = party_id
	request.presence = _reference(presence)
	var result: Variant = await _request("promote_party_member", request, options)
	if result is PartyError:
		return PartyApi.PartyLeader.new(result)
	# The server's answer is empty: it says that what was asked for is so.
	var leader := PartyApi.PartyLeader.new()
	leader.party_id = party_id
	leader.presence = request.presence
	return leader


## The same as [method promote_party_member_async], under the name that it has in other SDKs.
func promote_party_member(
	party_id: String, presence: PartyApi.UserPresence, options: PartyCallOptions = null
) -> PartyApi.PartyLeader:
	return await promote_party_member_async(party_id, presence, options)


## Ends a party for everyone. Only the leader may. Everyone hears [signal received_party_close], the caller
## before this ends.
##
## Ends also with [code]invalid_party_id[/code], [code]party_not_found[/code], [code]party_closed[/code],
## [code]party_leader_only[/code].
func close_party_async(party_id: String, options: PartyCallOptions = null) -> PartyResult:
	var request := PartyApi.PartyClose.new()
	request.party_id = party_id
	return _done(await _request("close_party", request, options))


## Replaces what a party is like, and returns what it is like now: a label or [param hidden] that is left out
## is set back. Only the leader may. Everyone hears [signal received_party_update], the caller before this
## ends. Servers before 3.28 close the connection.
##
## [param label] is a JSON object, as text of at most 2048 bytes, or empty; a hidden party cannot have one.
##
## Ends also with [code]invalid_party_id[/code], [code]party_not_found[/code], [code]party_leader_only[/code],
## [code]party_label_too_long[/code], [code]party_label_invalid[/code], [code]party_hidden_with_label[/code].
func update_party_async(
	party_id: String, open: bool, label := "", hidden := false, options: PartyCallOptions = null
) -> PartyApi.PartyUpdate:
	var request := PartyApi.PartyUpdate.new()
	request.party_id = party_id
	request.label = label
	request.open = open
	request.hidden = hidden
	var result: Variant = await _request("update_party", request, options, "label")
	return request if not result is PartyError else PartyApi.PartyUpdate.new(result)


## Sends a text to the other members. They hear [signal received_party_data]; the sender does not. Members
## only.
##
## [param op_code] says what kind of data it is: any 64-bit integer the game gives a meaning. [param data] is
## sent as UTF-8; at most what fits into a message, in JSON about 2900 bytes.
##
## Ends also with [code]invalid_party_id[/code], [code]party_not_found[/code], [code]party_closed[/code],
## [code]party_member_not_found[/code].
func send_party_data_async(
	party_id: String, op_code: int, data := "", options: PartyCallOptions = null
) -> PartyResult:
	return await send_party_data_raw_async(party_id, op_code, data.to_utf8_buffer(), options)


## The same as [method send_party_data_async], with bytes.
func send_party_data_raw_async(
	party_id: String, op_code: int, data: PackedByteArray, options: PartyCallOptions = null
) -> PartyResult:
	var request := PartyApi.PartyDataSend.new()
	request.party_id = party_id
	request.op_code = op_code
	request.binary_data = data
	return _done(await _request("send_party_data", request, options, "data"))


## Looks for a match for the whole party, as one. Only the leader may. The other members hear
## [signal received_party_matchmaker_ticket], and everyone [signal received_matchmaker_matched] once there is a match.
## The ticket ends silently as soon as anyone joins or leaves the party.
##
## [param query] says which other tickets fit, in the server's query language. [param min_count], at least 2,
## and [param max_count] are the fewest and the most players of the match. [param string_properties] and
## [param numeric_properties] are what the queries of other tickets are tested against. The number of players
## has to be a multiple of [param count_multiple], which has to divide both counts; 0 for any number.
##
## Ends also with [code]invalid_min_count[/code], [code]invalid_max_count[/code],
## [code]invalid_count_multiple[/code], [code]invalid_party_id[/code], [code]party_not_found[/code],
## [code]party_leader_only[/code], [code]matchmaker_query_invalid[/code],
## [code]matchmaker_too_many_tickets[/code], [code]matchmaker_add_failed[/code].
func add_matchmaker_party_async(
	party_id: String,
	query := "*",
	min_count := 2,
	max_count := 8,
	string_properties := {},
	numeric_properties := {},
	count_multiple := 0,
	options: PartyCallOptions = null
) -> PartyApi.PartyMatchmakerTicket:
	var request := PartyApi.PartyMatchmakerAdd.new()
	request.party_id = party_id
	_describe(request, query, min_count, max_count, string_properties, numeric_properties, count_multiple)
	var result: Variant = await _request("add_matchmaker_party", request, options, "string_properties")
	return result if not result is PartyError else PartyApi.PartyMatchmakerTicket.new(result)


## Withdraws a ticket of the party. Only the leader may. The other members are not told.
##
## Ends also with [code]invalid_party_id[/code], [code]invalid_matchmaker_ticket[/code],
## [code]party_not_found[/code], [code]party_leader_only[/code], [code]matchmaker_ticket_not_found[/code].
func remove_matchmaker_party_async(
	party_id: String, ticket: String, options: PartyCallOptions = null
) -> PartyResult:
	var request := PartyApi.PartyMatchmakerRemove.new()
	request.party_id = party_id
	request.ticket = ticket
	return _done(await _request("remove_matchmaker_party", request, options))


## Looks for a match for the player alone. [signal received_matchmaker_matched] tells when there is one. The
## ticket ends with the connection. See [method add_matchmaker_party_async] for what the arguments mean.
##
## Ends also with [code]invalid_min_count[/code], [code]invalid_max_count[/code],
## [code]invalid_count_multiple[/code], [code]matchmaker_add_failed[/code] (the query cannot be read, or there
## are too many tickets).
func add_matchmaker_async(
	query := "*",
	min_count := 2,
	max_count := 8,
	string_properties := {},
	numeric_properties := {},
	count_multiple := 0,
	options: PartyCallOptions = null
) -> PartyApi.MatchmakerTicket:
	var request := PartyApi.MatchmakerAdd.new()
	_describe(request, query, min_count, max_count, string_properties, numeric_properties, count_multiple)
	var result: Variant = await _request("add_matchmaker", request, options, "string_properties")
	return result if not result is PartyError else PartyApi.MatchmakerTicket.new(result)


## Withdraws one of the player's own tickets.
##
## Ends also with [code]invalid_matchmaker_ticket[/code], [code]matchmaker_ticket_not_found[/code] (also for
## one of a party).
func remove_matchmaker_async(ticket: String, options: PartyCallOptions = null) -> PartyResult:
	var request := PartyApi.MatchmakerRemove.new()
	request.ticket = ticket
	return _done(await _request("remove_matchmaker", request, options))


## Sets the player's status. Everyone who follows the player hears [signal received_status_presence], and so
## does the player.
##
## [param status] is a text of at most 2048 bytes. Empty: online without a text. Null: appear offline.
##
## Ends also with [code]status_too_long[/code].
func update_status_async(status: Variant = null, options: PartyCallOptions = null) -> PartyResult:
	var request := PartyApi.StatusUpdate.new()
	request.status = status
	return _done(await _request("update_status", request, options, "status"))


## Begins to hear [signal received_status_presence] about some users, and returns those of them who are online
## now, once for each of their connections. Users who do not exist are ignored.
##
## Ends also with [code]invalid_user_id[/code], [code]invalid_username[/code].
func follow_users_async(
	ids: PackedStringArray,
	usernames := PackedStringArray(),
	options: PartyCallOptions = null
) -> PartyApi.Status:
	var request := PartyApi.StatusFollow.new()
	request.user_ids = ids
	request.usernames = usernames
	var result: Variant = await _request("follow_users", request, options, "ids")
	return result if not result is PartyError else PartyApi.Status.new(result)


## Hears no more about some users.
##
## Ends also with [code]invalid_user_id[/code].
func unfollow_users_async(ids: PackedStringArray, options: PartyCallOptions = null) -> PartyResult:
	var request := PartyApi.StatusUnfollow.new()
	request.user_ids = ids
	return _done(await _request("unfollow_users", request, options, "ids"))


## Calls a function that the game's own server code has registered, and returns what it returns. [param id] is
## the name the function is registered under, [param payload] what it gets: any text, often JSON.
##
## Ends also with [code]rpc_not_found[/code], [code]server_function_failed[/code].
func rpc_async(id: String, payload := "", options: PartyCallOptions = null) -> PartyApi.Rpc:
	var request := PartyApi.Rpc.new()
	request.id = id
	request.payload = payload
	var result: Variant = await _request("rpc", request, options, "payload")
	return result if not result is PartyError else PartyApi.Rpc.new(result)


## Asks the server for an answer, and tells how long that took. The heartbeat does so by itself.
func ping_async(options: PartyCallOptions = null) -> RoundTrip:
	var began := Time.get_ticks_msec()
	var result: Variant = await _request("ping", PartyApi.Ping.new(), options)
	if result is PartyError:
		return RoundTrip.new(result)
	var round_trip := RoundTrip.new()
	round_trip.milliseconds = Time.get_ticks_msec() - began
	return round_trip


## What the server is to be told of a presence: nothing else, because it takes nothing else.
static func _reference(presence: PartyApi.UserPresence) -> PartyApi.UserPresence:
	var reference := PartyApi.UserPresence.new()
	if presence != null:
		reference.user_id = presence.user_id
		reference.session_id = presence.session_id
		reference.username = presence.username
	return reference


## What kind of match to look for, for a player or a party.
static func _describe(
	request: PartyResult,
	query: String,
	min_count: int,
	max_count: int,
	string_properties: Dictionary,
	numeric_properties: Dictionary,
	count_multiple: int
) -> void:
	request.query = query
	request.min_count = min_count
	request.max_count = max_count
	request.string_properties = string_properties
	request.numeric_properties = numeric_properties
	request.count_multiple = count_multiple if count_multiple != 0 else null


static func _done(result: Variant) -> PartyResult:
	return PartyResult.new(result if result is PartyError else null)
