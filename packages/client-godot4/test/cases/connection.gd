extends "res://test/support/test_case.gd"

const Stage := preload("res://test/support/stage.gd")


func test_it_connects_with_the_token_and_tells_each_step() -> void:
	var stage := Stage.new()
	var connecting := stage.begin(stage.socket.connect_async.bind(stage.session, true, "de"))
	same(stage.transport().url, "ws://127.0.0.1:7350/ws?token=%s&format=json&status=true&lang=de" % stage.session.token)
	same(connecting.is_done, false)
	stage.transport().opened.emit()
	same(code_of(connecting.result), "")
	same(stage.steps, PackedStringArray(["connecting", "open"]))


func test_callers_who_come_meanwhile_wait_for_the_same_connection() -> void:
	var stage := Stage.new()
	var first := stage.begin(stage.socket.connect_async.bind(stage.session))
	var second := stage.begin(stage.socket.connect_async.bind(stage.session))
	stage.transport().opened.emit()
	var third := stage.begin(stage.socket.connect_async.bind(stage.session))
	same([first.is_done, second.is_done, third.is_done], [true, true, true])
	same(stage.transports.size(), 1)


func test_who_gives_up_takes_only_itself_out_and_the_last_one_the_attempt() -> void:
	var stage := Stage.new()
	var patience := PartyCallOptions.new()
	var other := PartyCallOptions.new()
	var first := stage.begin(stage.socket.connect_async.bind(stage.session, false, "", patience))
	var second := stage.begin(stage.socket.connect_async.bind(stage.session, false, "", other))
	patience.cancel()
	same([code_of(first.result), second.is_done, stage.socket.state], ["aborted", false, "connecting"])
	other.cancel()
	same([code_of(second.result), stage.socket.state], ["aborted", "closed"])
	same(stage.transport().is_closed, true)


func test_a_first_attempt_that_fails_is_explained_and_not_repeated() -> void:
	var stage := Stage.new()
	var errors: Array[PartyError] = []
	stage.socket.connection_error.connect(errors.append)
	var connecting := stage.begin(stage.socket.connect_async.bind(stage.session))
	stage.transport().closed.emit(1006, "")
	stage.http.fail()
	same(code_of(connecting.result), "connection_failed")
	same(connecting.result.get_exception().operation, "connect")
	same(errors.size(), 1)
	stage.clock.advance(60_000)
	same(stage.transports.size(), 1)


func test_a_token_that_is_refused_is_replaced_once() -> void:
	var stage := Stage.new()
	var before := stage.session.token
	var connecting := stage.begin(stage.socket.connect_async.bind(stage.session))
	stage.transport().closed.emit(1006, "")
	stage.http.reply(401, "Missing or invalid token")
	var now := stage.clock.unix_ms() / 1000
	var token := Stage.Tokens.token("ada", now + 60)
	stage.http.reply(200, {"token": token, "refresh_token": Stage.Tokens.token("ada", now + 3600)})
	holds(before != stage.session.token and stage.transport().url.contains(token), "the new token should be used")
	stage.transport().closed.emit(1006, "")
	stage.http.reply(401, "Missing or invalid token")
	same(code_of(connecting.result), "unauthenticated")
	same(stage.transports.size(), 2)


func test_a_call_ends_with_its_reply_an_error_or_its_time() -> void:
	var stage := Stage.new()
	stage.connect_socket()
	var first := stage.begin(stage.socket.join_party_async.bind("p"))
	var cid: String = stage.transport().sent[-1]["cid"]
	var second := stage.begin(stage.socket.join_party_async.bind("q"))
	stage.transport().refuse("Error joining party: party full")
	same(first.is_done, false)
	stage.transport().receive({"cid": cid})
	same([code_of(first.result), code_of(second.result)], ["", "party_full"])
	same(second.result.get_exception().party_id, "q")
	var third := stage.begin(stage.socket.join_party_async.bind("r", PartyCallOptions.new(50)))
	stage.clock.advance(50)
	same(code_of(third.result), "timeout")
	same(stage.clock.timers(), 0)


func test_calls_under_way_end_with_the_connection() -> void:
	var stage := Stage.new()
	stage.connect_socket()
	var joining := stage.begin(stage.socket.join_party_async.bind("p"))
	stage.transport().closed.emit(1006, "")
	same(code_of(joining.result), "disconnected")
	same(code_of(stage.begin(stage.socket.join_party_async.bind("p")).result), "not_connected")


func test_a_reply_of_another_kind_ends_the_call_too() -> void:
	var stage := Stage.new()
	stage.connect_socket()
	var following := stage.begin(stage.socket.follow_users_async.bind(PackedStringArray(["u"])))
	stage.transport().answer({"party_leader": {"party_id": "p"}})
	same(code_of(following.result), "unexpected_reply")
	var rpc := stage.begin(stage.socket.rpc_async.bind("f"))
	stage.transport().answer({"rpc": {"payload": 5}})
	same(code_of(rpc.result), "malformed_message")


func test_a_message_that_is_too_large_is_not_sent() -> void:
	var stage := Stage.new()
	stage.connect_socket()
	var sending := stage.begin(stage.socket.send_party_data_async.bind("p", 1, "x".repeat(4000)))
	same(code_of(sending.result), "message_too_large")
	same(sending.result.get_exception().argument, "data")
	same(stage.transport().sent.size(), 0)


func test_a_connection_that_was_lost_is_made_again_with_growing_waits() -> void:
	var stage := Stage.new()
	stage.connect_socket()
	stage.transport().closed.emit(1006, "")
	stage.clock.advance(249)
	same(stage.transports.size(), 1)
	stage.clock.advance(1)
	same(stage.transports.size(), 2)
	stage.transport().closed.emit(1006, "")
	stage.http.fail()
	stage.clock.advance(499)
	same(stage.transports.size(), 2)
	stage.clock.advance(1)
	stage.transport().opened.emit()
	same(
		stage.steps,
		PackedStringArray([
			"connecting", "open", "reconnecting connection_lost", "reconnecting connect_failed", "open",
		])
	)


func test_an_attempt_to_reconnect_may_take_only_so_long() -> void:
	var stage := Stage.new()
	stage.connect_socket()
	stage.lose_and_retry()
	var second := stage.transport()
	stage.clock.advance(10_000)
	same(second.is_closed, true)
	stage.clock.advance(500)
	same(stage.transports.size(), 3)


func test_it_gives_up_after_a_while_and_says_so_once() -> void:
	var stage := Stage.new(func(options: PartyOptions) -> void: options.reconnect_give_up_after_ms = 400)
	var told: Array[bool] = []
	stage.socket.disconnected.connect(
		func(_code: String, _reason: String, will_reconnect: bool) -> void: told.append(will_reconnect)
	)
	stage.connect_socket()
	stage.lose_and_retry()
	stage.http.fail()
	stage.transport().closed.emit(1006, "")
	same(stage.socket.state, "closed")
	same(told, [true, false] as Array[bool])
	same([stage.clock.timers(), stage.clock.frames()], [0, 0])


func test_it_is_not_made_again_when_that_was_meant() -> void:
	for expected: Array in [[-7, "connected_elsewhere"], [-8, "banned"], [0, "disconnected_by_server"]]:
		var stage := Stage.new()
		stage.connect_socket()
		if expected[0] != 0:
			stage.transport().receive({"notifications": {"notifications": [{"code": expected[0]}]}})
		stage.transport().closed.emit(1000, "server-side session disconnect")
		same(stage.steps[-1], "closed %s" % expected[1])


func test_reconnect_now_waits_no_longer() -> void:
	var stage := Stage.new()
	stage.connect_socket()
	stage.transport().closed.emit(1006, "")
	stage.socket.reconnect_now()
	same(stage.transports.size(), 2)


func test_a_ping_that_is_not_answered_ends_the_connection() -> void:
	var stage := Stage.new(func(options: PartyOptions) -> void: options.heartbeat_interval_ms = 1000)
	stage.connect_socket()
	var first := stage.transport()
	stage.clock.advance(950)
	same(first.asked()[0], "ping")
	first.answer({"pong": {}})
	stage.clock.advance(950)
	same(first.sent.size(), 2)
	stage.clock.advance(10_000)
	same(first.is_abandoned, true)
	same(stage.steps[2], "reconnecting heartbeat_timeout")


func test_after_close_nothing_is_left() -> void:
	var stage := Stage.new(func(options: PartyOptions) -> void: options.heartbeat_interval_ms = 1000)
	stage.connect_socket()
	var joining := stage.begin(stage.socket.join_party_async.bind("p"))
	stage.socket.close()
	stage.socket.close()
	same(code_of(joining.result), "disconnected")
	same([stage.clock.timers(), stage.clock.frames()], [0, 0])
	same(stage.transport().is_closed, true)
	stage.transport().receive({"party_close": {"party_id": "p"}})
	same(stage.steps, PackedStringArray(["connecting", "open", "closed disconnect_called"]))


func test_a_handler_may_close_and_connect_again_in_the_midst_of_a_step() -> void:
	var stage := Stage.new()
	stage.socket.connected.connect(stage.socket.close, CONNECT_ONE_SHOT)
	stage.connect_socket()
	same(stage.steps, PackedStringArray(["connecting", "open", "closed disconnect_called"]))
	stage.connect_socket()
	same(stage.socket.state, "open")


func test_a_handler_may_connect_again_when_it_hears_of_the_end() -> void:
	var stage := Stage.new(func(options: PartyOptions) -> void: options.reconnect = false)
	stage.connect_socket()
	var calls: Array = [stage.begin(stage.socket.join_party_async.bind("p"))]
	stage.socket.closed.connect(
		func() -> void: calls.append(stage.begin(stage.socket.connect_async.bind(stage.session))),
		CONNECT_ONE_SHOT
	)
	stage.transport().closed.emit(1006, "")
	same([code_of(calls[0].result), calls[1].is_done, stage.socket.state], ["disconnected", false, "connecting"])
	stage.transport().opened.emit()
	same([code_of(calls[1].result), stage.socket.state], ["", "open"])


func test_what_cannot_be_read_and_what_belongs_to_no_call_is_told() -> void:
	var stage := Stage.new()
	var codes: Array[String] = []
	var hear := func(error: PartyError) -> void: codes.append(error.code)
	stage.socket.received_error.connect(hear)
	stage.connect_socket()
	stage.transport().frame_received.emit("no JSON")
	stage.transport().frame_received.emit(PackedByteArray([1]))
	stage.transport().receive({"party_close": {"party_id": 5}})
	stage.transport().receive({"error": {"message": "of nothing"}})
	stage.transport().receive({"of_a_newer_server": {}})
	same(codes, ["malformed_message", "malformed_message", "malformed_message", "server_error"] as Array[String])
	same(stage.socket.state, "open")


func test_a_socket_that_nobody_holds_is_gone_once_it_is_closed() -> void:
	var stage := Stage.new()
	stage.connect_socket()
	var party := stage.enter(["ada"], "ada")
	var joining := stage.begin(stage.socket.join_party_async.bind("p"))
	stage.transport().answer()
	same(joining.is_done, true)
	var socket: WeakRef = weakref(stage.socket)
	stage.socket.close()
	stage.socket = null
	same(socket.get_ref(), null)
	same(code_of(await party.leave_async()), "not_connected")
