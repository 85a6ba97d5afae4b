extends "transport.gd"
## A connection over Godot's own WebSocketPeer. On the web it is the browser's.
##
## Elsewhere it loses what arrives in the same frame as the end of the connection, which is where the
## server says why it ends it; there [code]web_socket.gd[/code] is used.

const Clock := preload("../runtime/clock.gd")

const CLOSED_NORMALLY := 1000
const CLOSED_ABNORMALLY := 1006
## How long the other side may take to agree to an end.
const CLOSING_MS := 1000
## What one message may have; a server's largest ones are lists of presences.
const BUFFER_BYTES := 1 << 20

var _clock: Clock
var _peer := WebSocketPeer.new()
var _tick: WeakRef
var _is_open := false
var _is_over := false
var _close_by := 0


func _init(clock: Clock) -> void:
	_clock = clock


func open(url: String) -> void:
	_peer.inbound_buffer_size = BUFFER_BYTES
	_peer.connect_to_url(url)
	_tick = _clock.each_frame(_poll)


func send(text: String) -> void:
	_peer.send_text(text)


func close() -> void:
	if _is_over:
		return
	_is_over = true
	_close_by = _clock.ticks_ms() + CLOSING_MS
	_peer.close(CLOSED_NORMALLY)


func abandon() -> void:
	_is_over = true
	_close_by = _clock.ticks_ms()
	_peer.close(-1)


func _poll() -> void:
	_peer.poll()
	var state := _peer.get_ready_state()
	if state == WebSocketPeer.STATE_OPEN and not _is_open:
		_is_open = true
		if not OS.has_feature("web"):
			_peer.set_no_delay(true)
		if not _is_over:
			opened.emit()
	while not _is_over and _peer.get_available_packet_count() > 0:
		var packet := _peer.get_packet()
		frame_received.emit(packet.get_string_from_utf8() if _peer.was_string_packet() else packet)
	if state == WebSocketPeer.STATE_CLOSED:
		_end()
	elif _is_over and _clock.ticks_ms() >= _close_by:
		_peer.close(-1)
		_end()


func _end() -> void:
	_clock.stop(_tick)
	if _is_over:
		return
	_is_over = true
	var code := _peer.get_close_code()
	closed.emit(code if code > 0 else CLOSED_ABNORMALLY, _peer.get_close_reason())
