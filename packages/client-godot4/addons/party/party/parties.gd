extends RefCounted
## The parties that a player is in, in the order of entering.

const State := preload("party_state.gd")
const Calls := preload("../socket/socket_calls.gd")
const Requests := preload("../connection/requests.gd")

## The player has entered a party.
signal entered(party: LiveParty)

## How much data is kept of parties that the player is about to be told of.
const MAX_EARLY := 100

## Asked for what the server does not tell by itself. Weak, because it holds this.
var _socket: WeakRef
## By id.
var _parties := {}
## The server does not always keep the order.
var _early: Array[PartyApi.PartyData] = []


func _init(socket: Calls) -> void:
	_socket = weakref(socket)


## The party of this id; null if the player is not in it.
func get_party(party_id: String) -> LiveParty:
	return _parties.get(party_id)


func list() -> Array[LiveParty]:
	var all: Array[LiveParty] = []
	all.assign(_parties.values())
	return all


## Takes what the server says, or what else there is to know of a party.
func receive(kind: String, value: Variant, party_id := "") -> void:
	if party_id == "":
		party_id = _party_id_of(value)
	var party: LiveParty = _parties.get(party_id)
	if kind == "party_data":
		_deliver(party, value)
	elif party != null:
		_apply(party, kind, value)
	elif kind == "party":
		party = LiveParty._of(_socket.get_ref(), State.entered(value))
		_parties[party_id] = party
		entered.emit(party)


## Takes a request that the server has granted, with the reply: what was asked for is so from now on.
func replied(kind: String, request: PartyResult, reply: Requests.Reply) -> void:
	receive(kind, request)
	if reply.message != null:
		# As an event the message says who else has asked, as a reply who has asked at all.
		receive("listed" if reply.kind == "party_join_request" else reply.kind, reply.message)


## Takes what follows from the error of a call: the server may know better what the party is like.
func refused(error: PartyError) -> void:
	var party: LiveParty = _parties.get(error.party_id)
	if party == null or party.stale:
		return
	match error.code:
		PartyErrorCode.PARTY_NOT_FOUND, PartyErrorCode.PARTY_CLOSED:
			end(error.party_id, "closed")
		PartyErrorCode.PARTY_MEMBER_NOT_FOUND:
			if error.operation == "send_party_data":
				end(error.party_id, "left")
	if error.operation == "accept_party_member":
		_list_requests(error.party_id)


## The connection was lost. While it is made again the parties stay, and their members may come back into
## them.
func lost(will_reconnect: bool) -> void:
	_early.clear()
	for party_id: String in _parties.keys():
		if will_reconnect:
			receive("lost", null, party_id)
		else:
			end(party_id, "disconnected")


## A party has ended for the player, who has not been told so.
func end(party_id: String, cause: String) -> void:
	receive("ended", cause, party_id)


## Hands out what came before the player was told of the party: once those who wait for it have it.
func release() -> void:
	var early := _early
	_early = []
	for data in early:
		_deliver(_parties.get(data.party_id), data)


func _deliver(party: LiveParty, data: PartyApi.PartyData) -> void:
	if party != null:
		party.data_received.emit(data)
		return
	_early.append(data)
	if _early.size() > MAX_EARLY:
		_early.pop_front()


func _apply(party: LiveParty, kind: String, value: Variant) -> void:
	var before: State = party._state
	var after: State = before.after(kind, value)
	if after.ended != "" or kind == "party_close":
		# Another party of this id is of a membership that has begun since.
		if _parties.get(party.party_id) == party:
			_parties.erase(party.party_id)
		if after.ended == "":
			_ask_for_cause(party)
	if _leads(after) and not _leads(before):
		_list_requests(party.party_id)
	party._show(after, kind, value)


## A new leader is not told who has been waiting. What the list says is taken like every reply.
func _list_requests(party_id: String) -> void:
	var error := await _ask(party_id)
	var party: LiveParty = _parties.get(party_id)
	# Without the answer whoever has been waiting would wait for ever.
	if error != null and error.code == PartyErrorCode.TIMEOUT and party != null and _leads(party._state):
		_list_requests(party_id)


## Whether the player was removed or everyone: the server refuses the same request in another way. It is one
## that changes nothing, whoever may be in the party meanwhile.
func _ask_for_cause(party: LiveParty) -> void:
	var error := await _ask(party.party_id)
	var is_kick := error == null or error.code == PartyErrorCode.PARTY_LEADER_ONLY
	_apply(party, "ended", "kicked" if is_kick else "closed")


func _ask(party_id: String) -> PartyError:
	var socket: Calls = _socket.get_ref()
	if socket == null:
		return PartyError.new(PartyErrorCode.NOT_CONNECTED, "the socket is gone")
	return (await socket.list_party_join_requests_async(party_id)).get_exception()


static func _leads(state: State) -> bool:
	return state.is_leader() and not state.stale


static func _party_id_of(value: Variant) -> String:
	if value is PartyApi.MatchmakerMatched:
		# A match names the party with the player.
		return value.self_user.party_id
	return value.party_id if value is Object and "party_id" in value else ""
