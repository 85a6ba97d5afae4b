extends "transport.gd"
## A connection over a WebSocket of its own, on Godot's streams.
##
## Godot's WebSocketPeer throws away what arrives in the same frame as the end of a connection, and that is
## where the server says why it ends it. It is used where there are no streams: on the web
## ([code]web_socket_peer.gd[/code]).

const Clock := preload("../runtime/clock.gd")
const Frames := preload("web_socket_frames.gd")

const CLOSED_NORMALLY := 1000
const CLOSED_WITHOUT_CODE := 1005
const CLOSED_ABNORMALLY := 1006
## How long the other side may take to agree to an end.
const CLOSING_MS := 1000
## The server's part of the handshake has room in this.
const MAX_HEAD_BYTES := 1 << 14
## What the answer to a key is made with (RFC 6455).
const ACCEPT_GUID := "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

enum Step { DIALING, SHAKING_HANDS, OPEN, CLOSING, OVER }

var _clock: Clock
var _tls: TLSOptions
var _step := Step.DIALING
var _tick: WeakRef
var _host := ""
var _path := ""
var _is_open := false
var _key := ""
var _head := PackedByteArray()
var _frames := Frames.new()
## What could not be sent at once.
var _outbox := PackedByteArray()
var _close_by := 0
## Resolves the name and makes the connection, encrypted or not.
var _client := HTTPClient.new()
var _stream: StreamPeer


func _init(clock: Clock, tls: TLSOptions) -> void:
	_clock = clock
	_tls = tls


func open(url: String) -> void:
	var is_secure := url.begins_with("wss:")
	var address := url.get_slice("://", 1)
	_host = address.get_slice("/", 0)
	_path = address.substr(_host.length())
	var colon := _host.rfind(":")
	var name := _host.substr(0, colon).lstrip("[").rstrip("]")
	var port := _host.substr(colon + 1).to_int()
	var error := _client.connect_to_host(name, port, _tls if is_secure else null)
	_tick = _clock.each_frame(_poll if error == OK else _end.bind(CLOSED_ABNORMALLY, error_string(error)))


func send(text: String) -> void:
	_write(Frames.TEXT, text.to_utf8_buffer())


func close() -> void:
	if _step == Step.OPEN:
		_say_end(CLOSED_NORMALLY)
	elif _step < Step.OPEN:
		abandon()


func abandon() -> void:
	_clock.stop(_tick)
	_step = Step.OVER
	_client.close()


func _poll() -> void:
	match _step:
		Step.DIALING:
			_dial()
		Step.SHAKING_HANDS:
			_shake_hands()
		Step.CLOSING:
			_read_messages()
			if _step == Step.CLOSING and _clock.ticks_ms() >= _close_by:
				abandon()
		Step.OPEN:
			_read_messages()


func _dial() -> void:
	_client.poll()
	match _client.get_status():
		HTTPClient.STATUS_CONNECTED:
			_stream = _client.connection
			var socket: StreamPeer = _stream
			if socket is StreamPeerTLS:
				socket = socket.get_stream()
			if socket is StreamPeerTCP:
				socket.set_no_delay(true)
			_key = Marshalls.raw_to_base64(Crypto.new().generate_random_bytes(16))
			var head: PackedStringArray = [
				"GET %s HTTP/1.1" % _path,
				"Host: %s" % _host,
				"Upgrade: websocket",
				"Connection: Upgrade",
				"Sec-WebSocket-Key: %s" % _key,
				"Sec-WebSocket-Version: 13",
			]
			_step = Step.SHAKING_HANDS
			_put(("\r\n".join(head) + "\r\n\r\n").to_ascii_buffer())
		HTTPClient.STATUS_RESOLVING, HTTPClient.STATUS_CONNECTING:
			pass
		_:
			_end(CLOSED_ABNORMALLY, "no connection")


func _shake_hands() -> void:
	_head.append_array(_received())
	var text := _head.get_string_from_ascii()
	var end := text.find("\r\n\r\n")
	if end < 0:
		if _is_lost() or _head.size() > MAX_HEAD_BYTES:
			_end(CLOSED_ABNORMALLY, "no WebSocket")
		return
	if not _is_agreed(text.substr(0, end)):
		_end(CLOSED_ABNORMALLY, text.get_slice("\r\n", 0))
		return
	_step = Step.OPEN
	_is_open = true
	opened.emit()
	_handle(_frames.read(_head.slice(end + 4)))


## Whether the server speaks WebSocket, and means this connection.
func _is_agreed(head: String) -> bool:
	var lines := head.split("\r\n")
	var accept := Marshalls.raw_to_base64((_key + ACCEPT_GUID).sha1_buffer())
	for line in lines:
		var name := line.get_slice(":", 0).to_lower()
		if name == "sec-websocket-accept":
			return lines[0].contains(" 101") and line.substr(name.length() + 1).strip_edges() == accept
	return false


func _read_messages() -> void:
	_put(PackedByteArray())
	# What has arrived is read before the end is seen.
	_handle(_frames.read(_received()))
	if _step == Step.OPEN and _frames.problem != 0:
		_say_end(_frames.problem)
		closed.emit(_frames.problem, "")
	elif (_step == Step.OPEN or _step == Step.CLOSING) and _is_lost():
		_end(CLOSED_ABNORMALLY, "")


func _handle(messages: Array[Frames.Message]) -> void:
	for message in messages:
		if _step == Step.OVER:
			return
		match message.opcode:
			Frames.CLOSE:
				_take_close(message.payload)
			Frames.PING:
				_write(Frames.PONG, message.payload)
			Frames.TEXT:
				if _step == Step.OPEN:
					frame_received.emit(message.payload.get_string_from_utf8())
			Frames.BINARY:
				if _step == Step.OPEN:
					frame_received.emit(message.payload)


func _take_close(payload: PackedByteArray) -> void:
	var code := CLOSED_WITHOUT_CODE
	var reason := ""
	if payload.size() >= 2:
		code = payload[0] << 8 | payload[1]
		reason = payload.slice(2).get_string_from_utf8()
	if _step == Step.OPEN:
		_write(Frames.CLOSE, payload.slice(0, 2))
	_end(code, reason)


## Ends the connection from this side, and waits a while for the other to agree.
func _say_end(code: int) -> void:
	_write(Frames.CLOSE, PackedByteArray([code >> 8, code & 0xff]))
	_step = Step.CLOSING
	_close_by = _clock.ticks_ms() + CLOSING_MS


func _end(code: int, reason: String) -> void:
	var is_news := _step != Step.CLOSING
	abandon()
	if is_news:
		closed.emit(code, reason)


func _write(opcode: int, payload: PackedByteArray) -> void:
	if _step == Step.OPEN or _step == Step.CLOSING:
		_put(Frames.write(opcode, payload, randi()))


## Sends bytes, and what could not be sent before them.
func _put(bytes: PackedByteArray) -> void:
	_outbox.append_array(bytes)
	if _outbox.is_empty() or _is_lost():
		return
	var sent: Array = _stream.put_partial_data(_outbox)
	if sent[0] == OK:
		_outbox = _outbox.slice(sent[1])


func _received() -> PackedByteArray:
	# Streams of either kind have it, but not their common class.
	(_stream as Variant).poll()
	var bytes := PackedByteArray()
	while not _is_lost() and _stream.get_available_bytes() > 0:
		var read: Array = _stream.get_partial_data(_stream.get_available_bytes())
		if read[0] != OK:
			break
		bytes.append_array(read[1])
	return bytes


func _is_lost() -> bool:
	if _stream is StreamPeerTLS:
		return _stream.get_status() != StreamPeerTLS.STATUS_CONNECTED
	return _stream.get_status() != StreamPeerTCP.STATUS_CONNECTED
