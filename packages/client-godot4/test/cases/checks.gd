extends "res://test/support/test_case.gd"

const Stage := preload("res://test/support/stage.gd")


func test_bad_arguments_are_refused_before_anything_is_sent() -> void:
	var stage := Stage.new()
	stage.connect_socket()
	var nobody := PartyApi.UserPresence.new()
	var socket := stage.socket
	for expected: Array in [
		["max_size", socket.create_party_async.bind(true, 0)],
		["max_size", socket.create_party_async.bind(true, 257)],
		["label", socket.create_party_async.bind(true, 4, "[]")],
		["label", socket.create_party_async.bind(true, 4, '{"a":"%s"}' % "x".repeat(2048))],
		["party_id", socket.join_party_async.bind("")],
		["presence", socket.accept_party_member_async.bind("p", nobody)],
		["presence", socket.promote_party_member_async.bind("p", null)],
		["status", socket.update_status_async.bind("x".repeat(2049))],
		["status", socket.update_status_async.bind(5)],
		["ticket", socket.remove_matchmaker_async.bind("")],
		["min_count", socket.add_matchmaker_async.bind("*", 1, 4)],
		["max_count", socket.add_matchmaker_async.bind("*", 4, 3)],
		["count_multiple", socket.add_matchmaker_party_async.bind("p", "*", 2, 4, {}, {}, 3)],
		["string_properties", socket.add_matchmaker_async.bind("*", 2, 4, {"a": 1})],
		["numeric_properties", socket.add_matchmaker_async.bind("*", 2, 4, {}, {"a": INF})],
		["user_ids", socket.follow_users_async.bind(PackedStringArray([""]))],
		["id", socket.rpc_async.bind("")],
	]:
		var call := stage.begin(expected[1])
		holds(call.is_done, "%s should be refused at once" % expected[0])
		same(code_of(call.result), "invalid_argument", expected[0])
		same(call.result.get_exception().argument, expected[0])
	same(stage.transport().sent.size(), 0)


func test_http_calls_are_checked_too() -> void:
	var stage := Stage.new()
	var listed := stage.begin(stage.client.list_parties_async.bind(stage.session, 101))
	same(listed.result.get_exception().argument, "limit")
	var named := stage.begin(stage.client.authenticate_custom_async.bind("custom-id", null, true, {"a": 1}))
	same(named.result.get_exception().argument, "vars")
	var without_session := stage.begin(stage.client.list_notifications_async.bind(null))
	same(without_session.result.get_exception().argument, "session")
	same(stage.http.requests.size(), 0)


func test_a_host_with_a_scheme_is_refused_by_every_call() -> void:
	var stage := Stage.new(func(options: PartyOptions) -> void: options.host = "http://example")
	var signing_in := stage.begin(stage.client.authenticate_custom_async.bind("custom-id"))
	same(signing_in.result.get_exception().argument, "host")
	var connecting := stage.begin(stage.socket.connect_async.bind(stage.session))
	same(connecting.result.get_exception().argument, "host")
