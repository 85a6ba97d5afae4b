extends RefCounted
## What is known of a party at one moment, and what it becomes by a message of the server, by a request that
## the server has granted (it is so from then on), or by something that only this side knows. A state is
## never changed: [method after] gives another one.

var party_id := ""
var label := ""
var open := false
var hidden := false
var max_size := 0
var self_presence := PartyApi.UserPresence.new()
var leader := PartyApi.UserPresence.new()
var members: Array[PartyApi.UserPresence] = []
var join_requests: Array[PartyApi.UserPresence] = []
var tickets := PackedStringArray()
var stale := false
var ended := ""


## The state of a party that the player has entered.
static func entered(party: PartyApi.Party) -> RefCounted:
	return new().after("party", party)


func is_leader() -> bool:
	return leader.session_id == self_presence.session_id


## The state after an input, which is the name of a message or one of these: `listed` (all who ask to
## join), `lost` (the connection), `ended` (for the cause that is given).
func after(kind: String, value: Variant) -> RefCounted:
	if ended != "":
		return self
	var next := _copy()
	match kind:
		"party":
			next._enter(value)
		"party_presence_event":
			# Who has left and come back at once is told of its own leave.
			var others := without(value.leaves, [self_presence])
			next.members = union(without(members, others), value.joins)
			next.tickets = PackedStringArray()
		"party_leader":
			next.leader = value.presence
			if not next.is_leader():
				next._forget_requests()
		"party_update":
			next.label = value.label
			next.open = value.open
			next.hidden = value.hidden
		"party_join_request":
			next.join_requests = union(join_requests, value.presences)
		"listed":
			next.join_requests = value.presences
		"party_accept":
			next.join_requests = without(join_requests, [value.presence])
		"party_remove":
			# Of a member who has asked to become one nevertheless only the membership is removed.
			next.join_requests = without(join_requests, without([value.presence], members))
		"party_matchmaker_ticket":
			if not tickets.has(value.ticket):
				next.tickets = tickets + PackedStringArray([value.ticket])
		"party_matchmaker_remove", "matchmaker_matched":
			next._remove_ticket(value.ticket)
		"party_join":
			# To join an open party again changes nothing but that its tickets end.
			if open and not stale:
				next.tickets = PackedStringArray()
		"party_leave":
			next._end("left")
		"party_close":
			# To everyone but the leader a close may be a kick.
			if is_leader():
				next._end("closed")
			else:
				next.stale = true
		"lost":
			next._forget()
			next.stale = true
		"ended":
			next._end(value)
	return next if next._differs(self) else self


## Those of a list who are not in another. Somebody is in a party by session: the same user may be in it
## twice.
static func without(list: Array, others: Array) -> Array[PartyApi.UserPresence]:
	var rest: Array[PartyApi.UserPresence] = []
	for item: PartyApi.UserPresence in list:
		if not has(others, item):
			rest.append(item)
	return rest


## A list, and those of another who are not in it.
static func union(list: Array, others: Array) -> Array[PartyApi.UserPresence]:
	var all: Array[PartyApi.UserPresence] = []
	all.assign(list)
	for item: PartyApi.UserPresence in others:
		if not has(all, item):
			all.append(item)
	return all


static func has(list: Array, presence: PartyApi.UserPresence) -> bool:
	for item: PartyApi.UserPresence in list:
		if item.session_id == presence.session_id:
			return true
	return false


func _enter(party: PartyApi.Party) -> void:
	party_id = party.party_id
	open = party.open
	max_size = party.max_size
	self_presence = party.self_presence
	leader = party.leader
	members = party.presences
	# Only the answer to the creator has these; the server knows them, but leaves them out.
	label = party.label if party.label != "" else label
	hidden = party.hidden or hidden
	stale = false


func _end(cause: String) -> void:
	_forget()
	ended = cause
	stale = false


func _forget_requests() -> void:
	join_requests = []


func _forget() -> void:
	_forget_requests()
	tickets = PackedStringArray()


func _remove_ticket(ticket: String) -> void:
	var rest := tickets.duplicate()
	if rest.has(ticket):
		rest.remove_at(rest.find(ticket))
	tickets = rest


func _copy() -> RefCounted:
	var copy: RefCounted = get_script().new()
	copy.party_id = party_id
	copy.label = label
	copy.open = open
	copy.hidden = hidden
	copy.max_size = max_size
	copy.self_presence = self_presence
	copy.leader = leader
	copy.members = members
	copy.join_requests = join_requests
	copy.tickets = tickets
	copy.stale = stale
	copy.ended = ended
	return copy


func _differs(other: RefCounted) -> bool:
	return _summary() != other._summary()


func _summary() -> Array:
	var session := func(presence: PartyApi.UserPresence) -> String: return presence.session_id
	return [
		party_id, label, open, hidden, max_size, self_presence.session_id, leader.session_id,
		members.map(session), join_requests.map(session), tickets, stale, ended,
	]
