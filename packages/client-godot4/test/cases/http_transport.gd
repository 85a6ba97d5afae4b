extends "res://test/support/test_case.gd"

const Clock := preload("res://addons/party/runtime/clock.gd")
const HttpTransport := preload("res://addons/party/http/http_transport.gd")
const LocalServer := preload("res://test/support/local_server.gd")
const Pending := preload("res://test/support/pending.gd")

var _server := LocalServer.new()
var _ending := PartyCallOptions.new()


## A request that the server has heard, and what it has heard.
func _ask(body := "") -> Array:
	var options := PartyOptions.new()
	options.port = _server.listen()
	var method := HTTPClient.METHOD_POST if body != "" else HTTPClient.METHOD_GET
	var headers := PackedStringArray(["X-Test: yes"])
	var transport := HttpTransport.new(Clock.new())
	var asking := Pending.of(transport.request.bind(options, method, "/v2/party?limit=1", headers, body, _ending))
	await _server.accept()
	var heard := (await _server.read(body if body != "" else "\r\n\r\n")).get_string_from_utf8()
	return [asking, heard]


func _answer(text: String) -> void:
	_server.write(text.to_utf8_buffer())


func _end_of(asking: Pending) -> Variant:
	await LocalServer.until(func() -> bool: return asking.is_done)
	return asking.result


func test_it_sends_what_it_is_given_and_reads_a_body_of_known_length() -> void:
	var asked := await _ask('{"a":"é"}')
	holds(asked[1].begins_with("POST /v2/party?limit=1 HTTP/1.1\r\n"), "the first line of %s" % asked[1])
	holds(asked[1].contains("X-Test: yes\r\n") and asked[1].ends_with('{"a":"é"}'), "the rest of %s" % asked[1])
	_answer("HTTP/1.1 409 Conflict\r\nContent-Length: 5\r\n\r\né")
	_answer("é!")
	var reply: Variant = await _end_of(asked[0])
	same([reply.status, reply.text], [409, "éé!"])
	same(await _server.is_left(), true)


func test_it_reads_a_body_in_chunks() -> void:
	var asked := await _ask()
	_answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")
	_answer("2\r\nde\r\n0\r\n\r\n")
	same((await _end_of(asked[0])).text, "abcde")


func test_it_reads_a_body_that_ends_with_the_connection() -> void:
	var asked := await _ask()
	_answer("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nabc")
	_server.hang_up()
	same((await _end_of(asked[0])).text, "abc")


func test_an_answer_that_breaks_off_is_none() -> void:
	var asked := await _ask()
	_answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
	_server.hang_up()
	same(code_of(await _end_of(asked[0])), "network_error")


func test_where_nobody_listens_is_no_connection() -> void:
	var options := PartyOptions.new()
	options.port = _server.listen()
	_server.stop()
	var transport := HttpTransport.new(Clock.new())
	var asking := Pending.of(
		transport.request.bind(options, HTTPClient.METHOD_GET, "/", PackedStringArray(), "", _ending)
	)
	var error: Variant = await _end_of(asking)
	same(code_of(error), "network_error")
	holds(error.message.begins_with("127.0.0.1:%d" % options.port), "the address in %s" % error.message)


func test_it_is_called_off_at_once() -> void:
	var asked := await _ask()
	_ending.cancel()
	same([asked[0].is_done, code_of(asked[0].result)], [true, "aborted"])
	same(await _server.is_left(), true)
