extends "res://test/support/test_case.gd"

const Stage := preload("res://test/support/stage.gd")
const Tokens := preload("res://test/support/tokens.gd")


func _tokens(stage: Stage, seconds: int, more := {}) -> Dictionary:
	var now := stage.clock.unix_ms() / 1000
	return {"token": Tokens.token("ada", now + seconds, more), "refresh_token": Tokens.token("ada", now + 3600)}


func test_signing_in_sends_what_was_given_and_reads_the_token() -> void:
	var stage := Stage.new()
	var signing_in := stage.begin(
		stage.client.authenticate_device_async.bind("device-id-0001", "ada é", false, {"a": "b"})
	)
	var request := stage.http.requests[0]
	same(request["path"], "/v2/account/authenticate/device?create=false&username=ada%20%C3%A9")
	same(JSON.parse_string(request["body"]), {"id": "device-id-0001", "vars": {"a": "b"}})
	same(request["headers"][1], "Authorization: Basic ZGVmYXVsdGtleTo=")
	stage.http.reply(200, _tokens(stage, 60, {"vrs": {"a": "b"}}).merged({"created": true}))
	var session: PartySession = signing_in.result
	same([session.user_id, session.username, session.vars, session.created], ["ada", "name of ada", {"a": "b"}, true])


func test_a_restored_session_says_which_token_is_none() -> void:
	var good := Tokens.token("ada", 5)
	same([PartySession.restore(good, good).is_exception(), PartySession.restore(good).is_valid()], [false, true])
	same(PartySession.restore("nonsense").is_valid(), false)
	same(PartySession.restore("x.y.z", good).get_exception().argument, "token")
	same(PartySession.restore(good, "nonsense").get_exception().argument, "refresh_token")


func test_a_name_in_any_script_is_read_from_the_token() -> void:
	same(PartySession.restore(Tokens.token("ada", 5, {"usn": "Ådä ~?> 字"})).username, "name of ada")
	var claims := {"uid": "u", "exp": 5, "usn": "Ådä ~?> 字"}
	var payload := Marshalls.utf8_to_base64(JSON.stringify(claims)).replace("+", "-").replace("/", "_").rstrip("=")
	same(PartySession.restore("e30.%s.s" % payload).username, "Ådä ~?> 字")


func test_a_session_whose_token_is_about_to_end_is_refreshed_before_a_call_in_place() -> void:
	var stage := Stage.new()
	var told: Array[PartySession] = []
	stage.client.session_refreshed.connect(told.append)
	stage.session.update(_tokens(stage, 9)["token"], stage.session.refresh_token)
	var first := stage.begin(stage.client.list_parties_async.bind(stage.session))
	var second := stage.begin(stage.client.list_parties_async.bind(stage.session, 5, true, "+label.a:b"))
	same(stage.http.requests.size(), 1, "both wait for one refresh:")
	same(stage.http.requests[0]["path"], "/v2/account/session/refresh")
	var tokens := _tokens(stage, 60)
	stage.http.reply(200, tokens)
	same(stage.session.token, tokens["token"])
	same(told, [stage.session] as Array[PartySession])
	same(stage.http.requests[1]["headers"][1], "Authorization: Bearer %s" % tokens["token"])
	same(stage.http.requests[2]["path"], "/v2/party?limit=5&open=true&query=%2Blabel.a%3Ab")
	stage.http.reply(200, {"parties": [{"party_id": "p"}], "cursor": "c"})
	stage.http.reply(200, {})
	same([first.result.parties[0].party_id, first.result.cursor, second.result.parties.size()], ["p", "c", 0])


func test_a_token_that_is_refused_is_replaced_and_the_call_made_once_more() -> void:
	var stage := Stage.new()
	var deleting := stage.begin(
		stage.client.delete_notifications_async.bind(stage.session, PackedStringArray(["a", "b"]))
	)
	same(stage.http.requests[0]["path"], "/v2/notification?ids=a&ids=b")
	stage.http.reply(401, '{"code":16,"message":"Auth token invalid"}')
	stage.http.reply(200, _tokens(stage, 60))
	stage.http.reply(401, '{"code":16,"message":"Auth token invalid"}')
	same(code_of(deleting.result), "unauthenticated")
	same(stage.http.requests.size(), 3)


func test_a_refresh_ends_when_nobody_waits_for_it_any_more() -> void:
	var stage := Stage.new()
	stage.session.update(_tokens(stage, 1)["token"], stage.session.refresh_token)
	var options := PartyCallOptions.new()
	var listing := stage.begin(
		stage.client.list_parties_async.bind(stage.session, null, null, null, null, options)
	)
	options.cancel()
	same(code_of(listing.result), "aborted")
	same(stage.http.requests[0]["ending"].is_cancelled, true)


func test_an_open_socket_keeps_the_refresh_token_from_ending() -> void:
	var stage := Stage.new(func(options: PartyOptions) -> void: options.heartbeat_interval_ms = 1000)
	var now := stage.clock.unix_ms() / 1000
	stage.session.update(Tokens.token("ada", now + 3600), Tokens.token("ada", now + 30))
	stage.connect_socket()
	stage.clock.advance(1000)
	stage.transport().answer({"pong": {}})
	same(stage.http.requests[0]["path"], "/v2/account/session/refresh")


func test_an_answer_that_is_none_of_a_game_server_is_an_error() -> void:
	var stage := Stage.new()
	var first := stage.begin(stage.client.authenticate_custom_async.bind("custom-id"))
	stage.http.reply(200, "<html>")
	same(code_of(first.result), "malformed_message")
	var second := stage.begin(stage.client.authenticate_custom_async.bind("custom-id"))
	stage.http.reply(200, {"token": "nonsense"})
	same(code_of(second.result), "malformed_message")
	var third := stage.begin(stage.client.authenticate_custom_async.bind("custom-id"))
	stage.http.fail("no connection")
	same([code_of(third.result), third.result.get_exception().operation], ["network_error", "authenticate_custom"])


func test_a_call_that_takes_too_long_is_called_off() -> void:
	var stage := Stage.new()
	var signing_in := stage.begin(stage.client.authenticate_custom_async.bind("custom-id"))
	stage.clock.advance(10_000)
	same(code_of(signing_in.result), "timeout")
	same(stage.http.requests[0]["ending"].is_cancelled, true)
	same(stage.clock.timers(), 0)


func test_a_function_is_called_with_text_and_its_name_is_escaped() -> void:
	var stage := Stage.new()
	var calling := stage.begin(stage.client.rpc_async.bind(stage.session, "a b/c", '{"x":1}'))
	same(stage.http.requests[0]["path"], "/v2/rpc/a%20b%2Fc")
	same(JSON.parse_string(stage.http.requests[0]["body"]), '{"x":1}')
	stage.http.reply(200, {"payload": "done"})
	same([calling.result.id, calling.result.payload], ["a b/c", "done"])
	stage.begin(stage.client.rpc_async.bind(stage.session, "f"))
	same(stage.http.requests[1]["body"], '""')
