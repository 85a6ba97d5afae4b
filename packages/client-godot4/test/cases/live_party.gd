extends "res://test/support/test_case.gd"

const Stage := preload("res://test/support/stage.gd")

const PARTY_ID := Stage.PARTY_ID

## What the party has told.
var _told: Array = []


func _listen(party: LiveParty) -> void:
	party.presence_changed.connect(
		func(joins: Array, leaves: Array) -> void:
			_told.append(["presence", Stage.sessions(joins), Stage.sessions(leaves)])
	)
	party.leader_changed.connect(
		func(leader: PartyApi.UserPresence, previous: PartyApi.UserPresence) -> void:
			_told.append(["leader", leader.session_id, previous.session_id])
	)
	party.updated.connect(func() -> void: _told.append(["updated"]))
	party.join_requested.connect(
		func(presences: Array) -> void: _told.append(["requested", Stage.sessions(presences)])
	)
	party.matchmaking_started.connect(func(ticket: String) -> void: _told.append(["looking", ticket]))
	party.matchmaking_cancelled.connect(
		func(ticket: String, cause: String) -> void: _told.append(["cancelled", ticket, cause])
	)
	party.matched.connect(
		func(match_found: PartyApi.MatchmakerMatched) -> void: _told.append(["matched", match_found.ticket])
	)
	party.ended.connect(func(cause: String) -> void: _told.append(["ended", cause]))


func _playing(members: Array, own: String, open := true) -> Array:
	var stage := Stage.new()
	stage.connect_socket()
	var party := stage.enter(members, own, open)
	_listen(party)
	return [stage, party]


func test_a_creator_has_the_party_at_once_with_what_only_the_answer_says() -> void:
	var stage := Stage.new()
	stage.connect_socket()
	var creating := stage.begin(stage.socket.create_party_async.bind(true, 8, '{"a":1}', true))
	same(stage.transport().asked(), ["party_create", {"open": true, "max_size": 8.0, "label": '{"a":1}', "hidden": true}])
	var presence := stage.presence("ada")
	var answer := {"party_id": PARTY_ID, "open": true, "max_size": 8, "self": presence, "leader": presence, "presences": [presence]}
	stage.transport().answer({"party": answer.merged({"label": '{"a":1}', "hidden": true})})
	stage.transport().receive({"party": answer})
	var party: LiveParty = creating.result
	same([party.label, party.hidden, party.is_leader, party.max_size], ['{"a":1}', true, true, 8])
	same(stage.socket.parties, [party] as Array[LiveParty])


func test_members_are_in_the_order_of_joining_and_the_player_hears_nothing_of_itself() -> void:
	var all := _playing(["ada", "bo"], "bo")
	var stage: Stage = all[0]
	var party: LiveParty = all[1]
	stage.transport().receive({"party_presence_event": {"party_id": PARTY_ID, "joins": [stage.presence("bo")]}})
	stage.transport().receive({"party_presence_event": {"party_id": PARTY_ID, "joins": [stage.presence("cy")]}})
	stage.transport().receive({"party_leader": {"party_id": PARTY_ID, "presence": stage.presence("bo")}})
	stage.transport().receive({"party_presence_event": {"party_id": PARTY_ID, "leaves": [stage.presence("ada")]}})
	same(Stage.sessions(party.members), ["bo", "cy"])
	same(_told, [["presence", ["cy"], []], ["leader", "bo", "ada"], ["presence", [], ["ada"]]])


func test_a_new_leader_lists_who_has_been_waiting() -> void:
	var all := _playing(["ada", "bo"], "bo", false)
	var stage: Stage = all[0]
	stage.transport().receive({"party_leader": {"party_id": PARTY_ID, "presence": stage.presence("bo")}})
	same(stage.transport().asked(), ["party_join_request_list", {"party_id": PARTY_ID}])
	stage.transport().answer({"party_join_request": {"party_id": PARTY_ID, "presences": [stage.presence("cy")]}})
	same(_told[-1], ["requested", ["cy"]])
	stage.begin(all[1].accept_async.bind(all[1].join_requests[0]))
	stage.transport().answer()
	same(all[1].join_requests.size(), 0)


func test_who_leads_no_more_forgets_who_asks_but_not_the_tickets() -> void:
	var all := _playing(["ada", "bo"], "ada", false)
	var stage: Stage = all[0]
	stage.transport().receive({"party_join_request": {"party_id": PARTY_ID, "presences": [stage.presence("cy")]}})
	stage.begin(all[1].matchmake_async)
	stage.transport().answer({"party_matchmaker_ticket": {"party_id": PARTY_ID, "ticket": "t1"}})
	stage.transport().receive({"party_leader": {"party_id": PARTY_ID, "presence": stage.presence("ada")}})
	same(all[1].join_requests.size(), 1)
	stage.transport().receive({"party_leader": {"party_id": PARTY_ID, "presence": stage.presence("bo")}})
	same([all[1].join_requests.size(), all[1].tickets, all[1].is_leader], [0, PackedStringArray(["t1"]), false])


func test_a_leader_who_gets_no_answer_asks_again() -> void:
	var all := _playing(["ada", "bo"], "bo", false)
	var stage: Stage = all[0]
	stage.transport().receive({"party_leader": {"party_id": PARTY_ID, "presence": stage.presence("bo")}})
	stage.clock.advance(10_000)
	same(stage.transport().sent.size(), 2)


func test_a_kick_is_told_from_a_close_by_a_question() -> void:
	for expected: Array in [
		["Error listing party join requests: party leader only", "kicked"],
		["Error listing party join requests: party not found", "closed"],
	]:
		_told.clear()
		var all := _playing(["ada", "bo"], "bo")
		var stage: Stage = all[0]
		stage.transport().receive({"party_close": {"party_id": PARTY_ID}})
		same([all[1].stale, stage.socket.parties.size(), _told], [true, 0, []])
		stage.transport().refuse(expected[0])
		same(_told, [["ended", expected[1]]])
		same([all[1].stale, all[1].end_cause], [false, expected[1]])


func test_a_leader_who_closes_needs_no_question() -> void:
	var all := _playing(["ada", "bo"], "ada")
	all[0].transport().receive({"party_close": {"party_id": PARTY_ID}})
	same(_told, [["ended", "closed"]])
	same(all[0].transport().sent.size(), 0)


func test_tickets_end_in_silence_and_the_party_says_why() -> void:
	var all := _playing(["ada", "bo"], "ada")
	var stage: Stage = all[0]
	for ticket in ["t1", "t2", "t3"]:
		stage.begin(all[1].matchmake_async)
		stage.transport().answer({"party_matchmaker_ticket": {"party_id": PARTY_ID, "ticket": ticket}})
	stage.begin(all[1].cancel_matchmaking_async.bind("t1"))
	stage.transport().answer()
	stage.transport().receive({"matchmaker_matched": {"ticket": "t2", "self": {"party_id": PARTY_ID}}})
	stage.transport().receive({"party_presence_event": {"party_id": PARTY_ID, "leaves": [stage.presence("bo")]}})
	same(
		_told,
		[
			["looking", "t1"], ["looking", "t2"], ["looking", "t3"], ["cancelled", "t1", "removed"],
			["matched", "t2"], ["presence", [], ["bo"]], ["cancelled", "t3", "membership"],
		]
	)


func test_who_leaves_is_out_when_the_server_agrees() -> void:
	var all := _playing(["ada", "bo"], "bo")
	var leaving: RefCounted = all[0].begin(all[1].leave_async)
	same(all[1].end_cause, "")
	all[0].transport().answer()
	same([leaving.is_done, all[1].end_cause, all[0].socket.parties.size()], [true, "left", 0])


func test_a_party_that_has_ended_lets_go_of_its_handlers() -> void:
	var all := _playing(["ada"], "ada")
	var stage: Stage = all[0]
	var party: LiveParty = all[1]
	var seen := [0]
	party.changed.connect(func() -> void: seen[0] += party.members.size())
	stage.begin(party.leave_async)
	stage.transport().answer()
	same([seen[0], party.changed.get_connections().size(), party.ended.get_connections().size()], [1, 0, 0])
	var reference: WeakRef = weakref(party)
	party = null
	all.clear()
	same(reference.get_ref(), null)


func test_an_update_keeps_what_it_leaves_out() -> void:
	var all := _playing(["ada"], "ada")
	var stage: Stage = all[0]
	stage.begin(all[1].update_async.bind({"label": '{"a":1}'}))
	same(stage.transport().asked(), ["party_update", {"party_id": PARTY_ID, "open": true, "label": '{"a":1}'}])
	stage.transport().receive({"party_update": {"party_id": PARTY_ID, "open": true, "label": '{"a":1}'}})
	stage.transport().answer()
	same(_told, [["updated"]])
	same(all[1].label, '{"a":1}')


func test_a_member_is_not_refused_by_mistake() -> void:
	var all := _playing(["ada", "bo"], "ada")
	var refusing: RefCounted = all[0].begin(all[1].reject_async.bind(all[1].members[1]))
	same(code_of(refusing.result), "invalid_argument")


func test_the_server_may_know_better() -> void:
	var all := _playing(["ada", "bo"], "bo")
	all[0].begin(all[1].send_async.bind(1, "hello"))
	all[0].transport().refuse("Error sending party data: party member not found")
	same(_told, [["ended", "left"]])


func test_data_that_comes_before_the_party_waits_for_who_enters_it() -> void:
	var stage := Stage.new()
	stage.connect_socket()
	var heard: Array[String] = []
	var play := func() -> void:
		var party := await stage.socket.enter_party_async(PARTY_ID)
		party.data_received.connect(func(data: PartyApi.PartyData) -> void: heard.append(data.data))
	play.call()
	stage.transport().answer()
	stage.transport().receive({"party_data": {"party_id": PARTY_ID, "presence": stage.presence("ada"), "data": "aGk="}})
	stage.enter(["ada", "bo"], "bo")
	same(heard, ["hi"] as Array[String])


func test_to_enter_waits_for_the_leader_and_a_refusal_ends_by_time() -> void:
	var stage := Stage.new()
	stage.connect_socket()
	var entering := stage.begin(stage.socket.enter_party_async.bind(PARTY_ID))
	stage.transport().answer()
	stage.clock.advance(59_000)
	same(entering.is_done, false)
	stage.clock.advance(1000)
	same(code_of(entering.result), "timeout")
	same(stage.clock.timers(), 0)
	same(stage.socket.received_party.get_connections().size(), 0)


func test_who_does_not_want_to_enter_any_more_asks_nobody() -> void:
	var stage := Stage.new()
	stage.connect_socket()
	var options := PartyCallOptions.new()
	options.cancel()
	same(code_of(stage.begin(stage.socket.enter_party_async.bind(PARTY_ID, options)).result), "aborted")
	same(stage.transport().sent.size(), 0)
	var later := PartyCallOptions.new()
	var entering := stage.begin(stage.socket.enter_party_async.bind(PARTY_ID, later))
	later.cancel()
	same(code_of(entering.result), "aborted")
	same(stage.clock.timers(), 0)


func test_to_enter_ends_with_the_connection_for_good_and_with_a_refusal() -> void:
	var stage := Stage.new()
	stage.connect_socket()
	var refused := stage.begin(stage.socket.enter_party_async.bind(PARTY_ID))
	stage.transport().refuse("Error joining party: party full")
	same(code_of(refused.result), "party_full")
	var entering := stage.begin(stage.socket.enter_party_async.bind(PARTY_ID))
	stage.transport().answer()
	stage.socket.close()
	same(code_of(entering.result), "disconnected")
