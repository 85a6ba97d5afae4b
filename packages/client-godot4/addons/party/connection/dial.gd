extends RefCounted
## One attempt to connect. When the token is refused it asks for another one and tries once more: tokens
## live for a minute, and the clock of a player's device may be wrong.
##
## It tells nothing once it was closed or abandoned: it is then of an attempt that is over.

const Transport := preload("../transport/transport.gd")

signal opened
signal frame_received(frame: Variant)
signal closed(code: int, reason: String)
## There is no connection, and why. Nothing follows.
signal failed(error: PartyError)

## Takes a token that was refused, or an empty text, and options to call it off; returns the address,
## with a token that has not ended as far as that is known.
var _url: Callable
## Takes the address and options; returns why there is no connection, which a WebSocket does not say.
var _explain: Callable
## Makes a transport.
var _make_transport: Callable
var _ending := PartyCallOptions.new()
var _transport: Transport
var _is_open := false


func _init(url: Callable, explain: Callable, make_transport: Callable) -> void:
	_url = url
	_explain = explain
	_make_transport = make_transport


func start() -> void:
	_attempt("", null)


func send(text: String) -> void:
	if _transport != null:
		_transport.send(text)


func close() -> void:
	_ending.cancel()
	if _transport != null:
		_transport.close()


func abandon() -> void:
	_ending.cancel()
	if _transport != null:
		_transport.abandon()


func _attempt(refused_url: String, error: PartyError) -> void:
	var url: String = await _url.call(refused_url, _ending)
	if _ending.is_cancelled:
		return
	if error != null and url == refused_url:
		failed.emit(error.during("connect"))
		return
	_transport = _make_transport.call()
	_transport.opened.connect(_opened)
	_transport.frame_received.connect(_received)
	_transport.closed.connect(_closed.bind(url, error))
	_transport.open(url)


func _opened() -> void:
	if _ending.is_cancelled:
		return
	_is_open = true
	opened.emit()


func _received(frame: Variant) -> void:
	if not _ending.is_cancelled:
		frame_received.emit(frame)


func _closed(code: int, reason: String, url: String, before: PartyError) -> void:
	if _ending.is_cancelled:
		return
	if _is_open:
		closed.emit(code, reason)
		return
	var error: PartyError = await _explain.call(url, _ending)
	if _ending.is_cancelled:
		return
	if before != null or error.code != PartyErrorCode.UNAUTHENTICATED:
		failed.emit(error.during("connect"))
	else:
		_attempt(url, error)
