class_name LiveParty
extends PartyResult
## A party that the player is in, as it is now: what is shown changes with every message of the server, before
## any signal tells of it.
##
## It stays the same object over a connection that was lost and made again, while the player comes back into
## it. Once the party has ended for the player it shows what was last known; who enters it again gets another
## object. Methods end with what the socket's method ends with that they stand for.

const State := preload("party/party_state.gd")
const Calls := preload("socket/socket_calls.gd")

## Anything that is shown is different.
signal changed
## Members came or went. The player itself is not told of its own coming and going.
signal presence_changed(joins: Array[PartyApi.UserPresence], leaves: Array[PartyApi.UserPresence])
## Somebody else leads.
signal leader_changed(new_leader: PartyApi.UserPresence, previous: PartyApi.UserPresence)
## Label, openness or visibility are different.
signal updated
## To the leader: players ask to join. A new leader hears so of those who have been waiting.
signal join_requested(presences: Array[PartyApi.UserPresence])
## Another member has sent something.
signal data_received(data: PartyApi.PartyData)
## The party looks for a match.
signal matchmaking_started(ticket: String)
## A ticket is no more. The server does not tell it: it follows from what it does tell. The cause is
## [code]removed[/code] (the leader has withdrawn it), [code]membership[/code] (members came or went), or what
## [signal ended] says.
signal matchmaking_cancelled(ticket: String, cause: String)
## A match was found for the party.
signal matched(match_found: PartyApi.MatchmakerMatched)
## The party has ended for the player; nothing follows. The cause is [code]left[/code], [code]kicked[/code],
## [code]closed[/code] or [code]disconnected[/code].
##
## On the wire a kick looks like a close. Whoever is not the leader therefore asks the server, with a request
## that changes nothing, whether the party is still there; this comes with the answer. It says
## [code]closed[/code] where that cannot be known.
signal ended(cause: String)

## [code]<uuid>.<node>[/code]: what the others join by.
var party_id: String:
	get:
		return _state.party_id
## What listings can be searched by. Empty also where it is not known: the server tells it to the creator and,
## when it is changed, to everyone, but not to who joins.
var label: String:
	get:
		return _state.label
## Whether anyone may join.
var open: bool:
	get:
		return _state.open
## Whether listings leave the party out. False also where it is not known, as with [member label].
var hidden: bool:
	get:
		return _state.hidden
## At most how many members, the leader included.
var max_size: int:
	get:
		return _state.max_size
## The player's own presence. It is another one after a reconnect.
var self_presence: PartyApi.UserPresence:
	get:
		return _state.self_presence
## Who leads the party.
var leader: PartyApi.UserPresence:
	get:
		return _state.leader
## Who is in the party, the player included: who has been in it longest first.
var members: Array[PartyApi.UserPresence]:
	get:
		return _state.members.duplicate()
## The same as [member members].
var presences: Array[PartyApi.UserPresence]:
	get:
		return members
## Whether the player leads the party.
var is_leader: bool:
	get:
		return _state.is_leader()
## To the leader: who asks to join, oldest request first. A new leader lists those who have been waiting.
var join_requests: Array[PartyApi.UserPresence]:
	get:
		return _state.join_requests.duplicate()
## The party's matchmaker tickets, oldest first. One that the leader has withdrawn stays here for the others
## until members come or go.
var tickets: PackedStringArray:
	get:
		return _state.tickets.duplicate()
## True while the server tells nothing about the party: what is shown is as it was when the connection was
## lost, or when the party came to an end whose cause is being asked for.
var stale: bool:
	get:
		return _state.stale
## How the party has ended for the player, as [signal ended] tells it; empty while it has not.
var end_cause: String:
	get:
		return _state.ended

var _state := State.new()
## Weak, because the socket holds its parties.
var _socket: WeakRef = weakref(null)


## The socket makes live parties.
static func _of(socket: Calls, state: State) -> LiveParty:
	var party := LiveParty.new()
	party._socket = weakref(socket)
	party._state = state
	return party


## Sends the others a text. See [method PartySocket.send_party_data_async].
func send_async(op_code: int, data := "", options: PartyCallOptions = null) -> PartyResult:
	return await send_raw_async(op_code, data.to_utf8_buffer(), options)


## Sends the others bytes. See [method PartySocket.send_party_data_raw_async].
func send_raw_async(op_code: int, data: PackedByteArray, options: PartyCallOptions = null) -> PartyResult:
	var calls := _calls()
	if calls == null:
		return PartyResult.new(_gone("send_party_data"))
	return await calls.send_party_data_raw_async(party_id, op_code, data, options)


## Leaves the party. See [method PartySocket.leave_party_async].
func leave_async(options: PartyCallOptions = null) -> PartyResult:
	var calls := _calls()
	if calls == null:
		return PartyResult.new(_gone("leave_party"))
	return await calls.leave_party_async(party_id, options)


## Makes a member the leader. Leader only. See [method PartySocket.promote_party_member_async].
func promote_async(member: PartyApi.UserPresence, options: PartyCallOptions = null) -> PartyApi.PartyLeader:
	var calls := _calls()
	if calls == null:
		return PartyApi.PartyLeader.new(_gone("promote_party_member"))
	return await calls.promote_party_member_async(party_id, member, options)


## Lets a player in who asks to join. Leader only. See [method PartySocket.accept_party_member_async].
func accept_async(player: PartyApi.UserPresence, options: PartyCallOptions = null) -> PartyResult:
	var calls := _calls()
	if calls == null:
		return PartyResult.new(_gone("accept_party_member"))
	return await calls.accept_party_member_async(party_id, player, options)


## Refuses a player who asks to join, and who is not told. Leader only. See
## [method PartySocket.remove_party_member_async], which removes a member who asks once more: this ends with
## [code]invalid_argument[/code] instead.
func reject_async(player: PartyApi.UserPresence, options: PartyCallOptions = null) -> PartyResult:
	if player != null and State.has(_state.members, player):
		var error := PartyError.of_argument("player", "is a member")
		return PartyResult.new(error.during("remove_party_member", party_id))
	return await remove_async(player, options)


## Removes a member: its party ends with [code]kicked[/code]. Leader only. See
## [method PartySocket.remove_party_member_async].
func remove_async(member: PartyApi.UserPresence, options: PartyCallOptions = null) -> PartyResult:
	var calls := _calls()
	if calls == null:
		return PartyResult.new(_gone("remove_party_member"))
	return await calls.remove_party_member_async(party_id, member, options)


## Ends the party for everyone. Leader only. See [method PartySocket.close_party_async].
func close_async(options: PartyCallOptions = null) -> PartyResult:
	var calls := _calls()
	if calls == null:
		return PartyResult.new(_gone("close_party"))
	return await calls.close_party_async(party_id, options)


## Changes what the party is like, and nothing that is left out of [param change], which may have
## [code]open[/code], [code]label[/code] and [code]hidden[/code]. Leader only. See
## [method PartySocket.update_party_async]; a leader who has joined the party and does not know its label clears it,
## unless it is given.
func update_async(change: Dictionary, options: PartyCallOptions = null) -> PartyApi.PartyUpdate:
	var calls := _calls()
	if calls == null:
		return PartyApi.PartyUpdate.new(_gone("update_party"))
	return await calls.update_party_async(
		party_id,
		change.get("open", open),
		change.get("label", label),
		change.get("hidden", hidden),
		options
	)


## Looks for a match for the whole party. Leader only. See [method PartySocket.add_matchmaker_party_async].
func matchmake_async(
	query := "*",
	min_count := 2,
	max_count := 8,
	string_properties := {},
	numeric_properties := {},
	count_multiple := 0,
	options: PartyCallOptions = null
) -> PartyApi.PartyMatchmakerTicket:
	var calls := _calls()
	if calls == null:
		return PartyApi.PartyMatchmakerTicket.new(_gone("add_matchmaker_party"))
	return await calls.add_matchmaker_party_async(
		party_id, query, min_count, max_count, string_properties, numeric_properties, count_multiple, options
	)


## Withdraws a ticket of the party. Leader only. See [method PartySocket.remove_matchmaker_party_async].
func cancel_matchmaking_async(ticket: String, options: PartyCallOptions = null) -> PartyResult:
	var calls := _calls()
	if calls == null:
		return PartyResult.new(_gone("remove_matchmaker_party"))
	return await calls.remove_matchmaker_party_async(party_id, ticket, options)


func _calls() -> Calls:
	return _socket.get_ref()


func _gone(operation: String) -> PartyError:
	return PartyError.new(PartyErrorCode.NOT_CONNECTED, "the socket is gone", operation, party_id)


## Shows another state, and tells what is different.
func _show(next: State, kind: String, value: Variant) -> void:
	var before := _state
	_state = next
	if kind == "matchmaker_matched":
		matched.emit(value)
	if next == before:
		return
	var selves := [before.self_presence, next.self_presence]
	var joins := State.without(next.members, before.members + selves)
	var leaves := State.without(before.members, next.members + selves)
	if not joins.is_empty() or not leaves.is_empty():
		presence_changed.emit(joins, leaves)
	if next.leader.session_id != before.leader.session_id:
		leader_changed.emit(next.leader, before.leader)
	if [next.label, next.open, next.hidden] != [before.label, before.open, before.hidden]:
		updated.emit()
	var requests := State.without(next.join_requests, before.join_requests)
	if not requests.is_empty():
		join_requested.emit(requests)
	_tell_tickets(before, next, kind)
	if next.ended != "":
		ended.emit(next.ended)
	changed.emit()
	if next.ended != "":
		_let_go()


## Nothing follows: a handler that names its party would keep it, and the party its handler.
func _let_go() -> void:
	for own in get_script().get_script_signal_list():
		for connection in get_signal_connection_list(own["name"]):
			disconnect(own["name"], connection["callable"])


func _tell_tickets(before: State, next: State, kind: String) -> void:
	for ticket in next.tickets:
		if not before.tickets.has(ticket):
			matchmaking_started.emit(ticket)
	if kind == "matchmaker_matched":
		return
	var cause: String = {"lost": "disconnected", "party_matchmaker_remove": "removed"}.get(kind, "membership")
	for ticket in before.tickets:
		if not next.tickets.has(ticket):
			matchmaking_cancelled.emit(ticket, next.ended if next.ended != "" else cause)
