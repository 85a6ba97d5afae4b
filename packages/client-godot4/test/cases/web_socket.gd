extends "res://test/support/test_case.gd"

const Clock := preload("res://addons/party/runtime/clock.gd")
const Transport := preload("res://addons/party/transport/transport.gd")
const BrowserWebSocket := preload("res://addons/party/transport/web_socket_peer.gd")
const Frames := preload("res://addons/party/transport/web_socket_frames.gd")
const WebSocket := preload("res://addons/party/transport/web_socket.gd")

const LocalServer := preload("res://test/support/local_server.gd")

var _told: Array = []
var _server := LocalServer.new()


## A frame of a server, which masks nothing.
static func _frame(first: int, payload: PackedByteArray) -> PackedByteArray:
	var size := PackedByteArray([payload.size()])
	if payload.size() > 125:
		size = PackedByteArray([126, payload.size() >> 8, payload.size() & 0xff])
	return PackedByteArray([first]) + size + payload


## A transport whose request the server has answered.
func _dial(answer: Callable, transport: Transport = null, scheme := "ws") -> Transport:
	var port := _server.listen()
	if transport == null:
		transport = WebSocket.new(Clock.new(), null)
	transport.opened.connect(func() -> void: _told.append("open"))
	transport.frame_received.connect(func(frame: Variant) -> void: _told.append(frame))
	transport.closed.connect(func(code: int, reason: String) -> void: _told.append([code, reason]))
	transport.open("%s://127.0.0.1:%d/ws?token=t" % [scheme, port])
	await _server.accept()
	var head := (await _server.read("\r\n\r\n")).get_string_from_ascii()
	same(head.get_slice("\r\n", 0), "GET /ws?token=t HTTP/1.1")
	_server.write(answer.call(head.get_slice("Sec-WebSocket-Key: ", 1).get_slice("\r\n", 0)))
	return transport


static func _agree(key: String) -> PackedByteArray:
	var accept := Marshalls.raw_to_base64((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").sha1_buffer())
	var head: PackedStringArray = [
		"HTTP/1.1 101 Switching Protocols",
		"Upgrade: websocket",
		"Connection: Upgrade",
		"Sec-WebSocket-Accept: %s" % accept,
	]
	return ("\r\n".join(head) + "\r\n\r\n").to_ascii_buffer()


func _hears(count: int) -> void:
	await LocalServer.until(func() -> bool: return _told.size() >= count)


func test_what_is_written_can_be_read() -> void:
	for size: int in [0, 1, 5, 125, 126, 65535, 65536]:
		var payload := PackedByteArray()
		payload.resize(size)
		payload.fill(0x5a)
		var frame := Frames.write(Frames.TEXT, payload, 0x01020304)
		var start := frame.size() - size
		same(frame.slice(start - 4, start), PackedByteArray([4, 3, 2, 1]))
		for index in mini(size, 8):
			frame[start + index] ^= [4, 3, 2, 1][index % 4]
		same(frame.slice(start, start + mini(size, 8)), payload.slice(0, 8))


func test_frames_come_in_any_pieces() -> void:
	var bytes := _frame(Frames.TEXT, "Hel".to_utf8_buffer())
	bytes += _frame(0x80 | Frames.PING, "x".to_utf8_buffer())
	bytes += _frame(0x80, "lo".to_utf8_buffer())
	bytes += _frame(0x80 | Frames.TEXT, "y".repeat(300).to_utf8_buffer())
	for step: int in [1, 2, 7, 1000]:
		var frames := Frames.new()
		var read: Array[String] = []
		for start in range(0, bytes.size(), step):
			for message in frames.read(bytes.slice(start, start + step)):
				read.append("%d %s" % [message.opcode, message.payload.get_string_from_utf8()])
		same(read, ["9 x", "1 Hello", "1 %s" % "y".repeat(300)] as Array[String])


func test_what_breaks_the_protocol_is_noticed() -> void:
	for wrong: PackedByteArray in [
		PackedByteArray([0x81, 0x81, 0, 0, 0, 0, 0]),
		PackedByteArray([0xc1, 0]),
		PackedByteArray([0x80, 0]),
		PackedByteArray([0x01, 0, 0x81, 0]),
	]:
		var frames := Frames.new()
		frames.read(wrong)
		same(frames.problem, Frames.PROTOCOL_ERROR)
	var large := Frames.new()
	large.read(PackedByteArray([0x81, 127, 0, 0, 0, 0, 0, 0x20, 0, 0]))
	same(large.problem, Frames.TOO_BIG)


func test_it_opens_and_hears_the_last_words_that_come_together_with_the_end() -> void:
	var last_words := func(key: String) -> PackedByteArray:
		var closing := PackedByteArray([0x03, 0xe8]) + "bye".to_utf8_buffer()
		var words := _frame(0x81, "one".to_utf8_buffer()) + _frame(0x81, "two".to_utf8_buffer())
		return _agree(key) + words + _frame(0x88, closing)
	await _dial(last_words)
	await _hears(4)
	same(_told, ["open", "one", "two", [1000, "bye"]])


func test_it_answers_pings_sends_and_agrees_on_an_end() -> void:
	var transport := await _dial(_agree)
	await _hears(1)
	_server.write(_frame(0x89, "p".to_utf8_buffer()))
	var pong := await _server.read()
	same([pong[0], pong[1], pong[6] ^ pong[2]], [0x8a, 0x81, 0x70])
	transport.send("hi")
	var text := await _server.read()
	same([text[0], text[1], text[6] ^ text[2], text[7] ^ text[3]], [0x81, 0x82, 0x68, 0x69])
	transport.close()
	var closing := await _server.read()
	same([closing[0], closing[6] ^ closing[2], closing[7] ^ closing[3]], [0x88, 0x03, 0xe8])
	_server.write(_frame(0x88, PackedByteArray([0x03, 0xe8])))
	same(await _server.is_left(), true)
	same(_told, ["open"])


func test_a_server_that_does_not_agree_to_an_end_is_left_after_a_second() -> void:
	var transport := await _dial(_agree)
	await _hears(1)
	var began := Time.get_ticks_msec()
	transport.close()
	await _server.read()
	same(await _server.is_left(), true)
	holds(Time.get_ticks_msec() - began >= 1000, "it should wait for a second")


func test_a_connection_that_breaks_is_told() -> void:
	await _dial(_agree)
	await _hears(1)
	_server.hang_up()
	await _hears(2)
	same(_told, ["open", [1006, ""]])


func test_a_server_that_refuses_or_speaks_otherwise_is_no_connection() -> void:
	await _dial(func(_key: String) -> PackedByteArray: return "HTTP/1.1 401 No\r\n\r\n".to_ascii_buffer())
	await _hears(1)
	same(_told, [[1006, "HTTP/1.1 401 No"]])
	_told.clear()
	_server.stop()
	await _dial(func(_key: String) -> PackedByteArray: return _agree("another key"))
	await _hears(1)
	same(_told[0][0], 1006)


func test_it_can_be_encrypted() -> void:
	var crypto := Crypto.new()
	var key := crypto.generate_rsa(2048)
	var certificate := crypto.generate_self_signed_certificate(key, "CN=127.0.0.1")
	_server.tls = TLSOptions.server(key, certificate)
	var transport := WebSocket.new(Clock.new(), TLSOptions.client(certificate, "127.0.0.1"))
	await _dial(_agree, transport, "wss")
	await _hears(1)
	transport.send("hi")
	var text := await _server.read()
	same([text[0], text[6] ^ text[2], text[7] ^ text[3]], [0x81, 0x68, 0x69])
	_server.write(_frame(0x81, "x".repeat(40_000).to_utf8_buffer()) + _frame(0x88, PackedByteArray([0x03, 0xe8])))
	await _hears(3)
	same([_told[1].length(), _told[2]], [40_000, [1000, ""]])


func test_the_one_for_the_web_tells_the_same() -> void:
	var transport := await _dial(_agree, BrowserWebSocket.new(Clock.new()))
	await _hears(1)
	_server.write(_frame(0x81, "one".to_utf8_buffer()))
	await _hears(2)
	transport.send("hi")
	var text := await _server.read()
	same([text[0], text[1], text[6] ^ text[2]], [0x81, 0x82, 0x68])
	_server.write(_frame(0x88, PackedByteArray([0x03, 0xe8]) + "bye".to_utf8_buffer()))
	await _hears(3)
	same(_told, ["open", "one", [1000, "bye"]])
