extends "res://test/support/test_case.gd"

const Stage := preload("res://test/support/stage.gd")

const PARTY_ID := Stage.PARTY_ID

## What was told of parties: outcomes, with the code of the error.
var _told: Array = []


## A player whose connection was lost in a party, and made again.
func _back(open := true, change := Callable()) -> Array:
	var stage := Stage.new(change)
	stage.connect_socket()
	var party := stage.enter(["ada", "bo"], "bo", open)
	stage.socket.party_rejoin.connect(
		func(outcome: String, _party: LiveParty, error: PartyError) -> void:
			_told.append(outcome if error == null else "%s %s" % [outcome, error.code])
	)
	stage.transport().closed.emit(1006, "")
	same([party.stale, party.end_cause], [true, ""])
	stage.clock.advance(500)
	stage.transport().opened.emit()
	return [stage, party]


func test_an_open_party_is_joined_and_stays_the_same_object() -> void:
	var all := _back()
	var stage: Stage = all[0]
	same(stage.transport().asked(), ["party_join", {"party_id": PARTY_ID}])
	stage.transport().answer()
	same(_told, [])
	all[1].presence_changed.connect(func(_joins: Array, _leaves: Array) -> void: _told.append("presence"))
	stage.enter(["ada", "bo2"], "bo2")
	same(_told, ["rejoined"], "its own coming is no news:")
	same([stage.socket.get_party(PARTY_ID) == all[1], all[1].stale, all[1].self_presence.session_id], [true, false, "bo2"])
	same(stage.clock.timers(), 0)


func test_the_leader_of_a_closed_party_is_asked() -> void:
	var all := _back(false)
	var stage: Stage = all[0]
	stage.transport().answer()
	stage.clock.advance(0)
	same(_told, ["requested"])
	stage.enter(["ada", "bo2"], "bo2", false)
	same(_told, ["requested", "rejoined"])


func test_a_party_that_ends_while_its_leader_is_asked_is_noticed() -> void:
	var all := _back(false)
	var stage: Stage = all[0]
	stage.transport().answer()
	stage.clock.advance(30_000)
	same(stage.transport().asked()[0], "party_join_request_list")
	stage.transport().refuse("Error listing party join requests: party not found")
	same(_told, ["requested", "gone party_not_found"])
	same(all[1].end_cause, "disconnected")


func test_a_party_that_is_no_more_has_ended() -> void:
	var all := _back()
	all[0].transport().refuse("Error joining party: party not found")
	same(_told, ["gone party_not_found"])
	same([all[1].end_cause, all[0].socket.parties.size()], ["disconnected", 0])


func test_a_party_that_is_full_of_lost_connections_is_tried_again() -> void:
	var all := _back()
	var stage: Stage = all[0]
	for attempt in 6:
		same(stage.transport().sent.size(), attempt + 1)
		stage.transport().refuse("Error joining party: party full")
		stage.clock.advance(5_000)
	same(_told, [])
	stage.transport().refuse("Error joining party: party full")
	same(_told, ["failed party_full"])
	same(stage.clock.timers(), 0)


func test_a_game_chooses_which_parties_to_come_back_into() -> void:
	var never := func(options: PartyOptions) -> void: options.rejoin = false
	var all := _back(true, never)
	same([all[0].transport().sent.size(), all[1].end_cause], [0, "disconnected"])
	var closed_ones := func(options: PartyOptions) -> void:
		options.rejoin = func(party: LiveParty) -> bool: return not party.open
	all = _back(true, closed_ones)
	same([all[0].transport().sent.size(), all[1].end_cause], [0, "disconnected"])


func test_without_a_reconnect_a_party_has_ended() -> void:
	var stage := Stage.new(func(options: PartyOptions) -> void: options.reconnect = false)
	stage.connect_socket()
	var party := stage.enter(["ada"], "ada")
	stage.transport().closed.emit(1006, "")
	same(party.end_cause, "disconnected")


func test_status_and_follows_are_restored() -> void:
	var stage := Stage.new()
	stage.connect_socket()
	var restored: Array[PartyApi.Status] = []
	stage.socket.status_restored.connect(restored.append)
	stage.begin(stage.socket.update_status_async.bind("in a party"))
	stage.transport().answer()
	stage.begin(stage.socket.follow_users_async.bind(PackedStringArray(["u1", "u2"]), PackedStringArray(["bo"])))
	stage.transport().answer({"status": {}})
	stage.begin(stage.socket.unfollow_users_async.bind(PackedStringArray(["u2"])))
	stage.transport().answer()
	stage.lose_and_retry()
	stage.transport().opened.emit()
	same(stage.transport().sent[0]["status_update"], {"status": "in a party"})
	same(stage.transport().asked(), ["status_follow", {"user_ids": ["u1"], "usernames": ["bo"]}])
	stage.transport().answer({"status": {"presences": [stage.presence("bo")]}})
	same(restored.size(), 1)


func test_who_appeared_offline_comes_back_so() -> void:
	var stage := Stage.new()
	var connecting := stage.begin(stage.socket.connect_async.bind(stage.session, true))
	stage.transport().opened.emit()
	same(connecting.is_done, true)
	stage.begin(stage.socket.update_status_async)
	stage.transport().answer()
	stage.lose_and_retry()
	same(stage.transport().url.contains("status=false"), true)
