extends RefCounted
## One connection to the server, over and over: its state, its transport, the requests that wait on it,
## and its heartbeat. Every change of state goes through [method _move], which ends what belongs to the
## state before.

const Clock := preload("../runtime/clock.gd")
const Dial := preload("dial.gd")
const Envelope := preload("envelope.gd")
const Heartbeat := preload("heartbeat.gd")
const Policy := preload("reconnect_policy.gd")
const Request := preload("request.gd")
const Requests := preload("requests.gd")
const States := preload("states.gd")
const Wait := preload("../runtime/wait.gd")

## A message that is no reply.
signal message_received(kind: String, message: PartyResult)
## A step was taken.
signal moved(transition: PartyTransition)
## A frame that cannot be read, or an error of the server that belongs to no request.
signal error_received(error: PartyError)
## The server has answered a ping.
signal alive

## How long a connection has to hold before the next loss counts as a first one.
const STEADY_MS := 10_000

var state := States.IDLE

var _options: PartyOptions
var _clock: Clock
var _requests: Requests
var _heartbeat: Heartbeat
## Address and explanation of an attempt, as [Dial] takes them.
var _url: Callable
var _explain: Callable
var _dial: Dial
## The callers of connect that wait.
var _waiting: Array[Wait] = []
## Transitions that were made and not told yet.
var _untold: Array[PartyTransition] = []
## Ends the wait for the next attempt, or the attempt.
var _timer := 0
var _announced := ""
var _retry_count := 0
var _opened_at := 0
var _lost_at := 0


func _init(options: PartyOptions) -> void:
	_options = options
	_clock = options.clock
	_requests = Requests.new(_clock)
	if options.heartbeat_interval_ms > 0:
		_heartbeat = Heartbeat.new(_clock, options.random, options.heartbeat_interval_ms, _ping)
		_heartbeat.died.connect(_lost.bind("heartbeat_timeout", "a ping was not answered"))


## Waits until the connection is open: at once if it is, with the others if an attempt is under way.
## Returns null, or a [PartyError]. Who gives up waiting takes only himself out; a first attempt ends when
## nobody waits for it any more.
func open(url: Callable, explain: Callable, options: PartyCallOptions) -> PartyError:
	var waiting := Wait.new(_clock, options, _options.timeout_ms, "connect")
	if waiting.is_ended:
		return waiting.value
	_url = url
	_explain = explain
	_waiting.append(waiting)
	waiting.ended.connect(_no_longer_waiting.bind(weakref(waiting)))
	match state:
		States.OPEN:
			waiting.settle(null)
		States.RECONNECTING:
			reconnect_now()
		_:
			_move("connect", "connect_called", "connect_async() was called")
	return await waiting.result()


## Ends the connection, or the attempts to make one. Does nothing where there is neither.
func close() -> void:
	_move("end", "disconnect_called", "close() was called")


## Waits no longer for the next attempt, and tests a connection that is open.
func reconnect_now() -> void:
	if _heartbeat != null:
		_heartbeat.hurry()
	if state == States.RECONNECTING and _dial == null:
		_begin_anew()
		_try_again()


## Sends a request and waits for its [Requests.Reply], or a [PartyError].
func send(request: Request) -> Variant:
	if state != States.OPEN:
		var text := "the socket is %s" % state
		return PartyError.new(PartyErrorCode.NOT_CONNECTED, text, request.operation, request.party_id)
	return await _requests.start(request, _write.bind(request))


## The only place where the state changes. Inputs that mean nothing in the present state do nothing.
func _move(input: String, code: String, reason: String, retry_in_ms := -1.0, error: PartyError = null) -> void:
	var next: String = States.STEPS[state].get(input, "")
	if next == "":
		return
	var transition := PartyTransition.new()
	transition.from = state
	transition.to = next
	transition.code = code
	transition.reason = reason
	transition.will_reconnect = input == "retry"
	transition.retry_in_ms = retry_in_ms
	state = next
	_clock.clear_timer(_timer)
	_timer = 0
	_untold.append(transition)
	# Those of now: a handler may connect again.
	var waiting := _waiting.duplicate()
	var requests := _requests.take_all()
	match next:
		States.OPEN:
			_announced = ""
			_opened_at = _clock.ticks_ms()
			if _heartbeat != null:
				_heartbeat.start()
		_:
			_end_transport(code)
	match next:
		States.CONNECTING:
			_begin_anew()
			_attempt()
		States.RECONNECTING:
			_timer = _clock.set_timer(retry_in_ms, _try_again)
	# Before anybody who waits goes on, so that what is told comes first.
	if _untold.size() == 1:
		_tell()
	_requests.fail(requests, reason)
	_end_waiting(waiting, transition, error)


## Tells steps in the order in which they were taken, also those that a handler brings about.
func _tell() -> void:
	while not _untold.is_empty():
		var transition := _untold[0]
		if _options.logger.is_valid():
			var words := [transition.from, transition.to, transition.reason]
			_options.logger.call("info", "connection %s -> %s: %s" % words)
		moved.emit(transition)
		_untold.remove_at(0)


## Ends what waited for the step, or cannot be waited for after it.
func _end_waiting(waiting: Array[Wait], transition: PartyTransition, error: PartyError) -> void:
	match transition.to:
		States.OPEN:
			for waiter: Wait in waiting:
				waiter.settle(null)
		States.CLOSED:
			for waiter: Wait in waiting:
				if error == null:
					error = PartyError.new(PartyErrorCode.DISCONNECTED, transition.reason, "connect")
				waiter.settle(error)


func _end_transport(code: String) -> void:
	var ended := _dial
	_dial = null
	if _heartbeat != null:
		_heartbeat.stop()
	if ended == null:
		return
	if code == "heartbeat_timeout":
		ended.abandon()
	else:
		ended.close()


## There is a new reason to try.
func _begin_anew() -> void:
	_retry_count = 0
	_lost_at = _clock.ticks_ms()


func _attempt() -> void:
	_dial = Dial.new(_url, _explain, _options.make_transport)
	_dial.opened.connect(_move.bind("opened", "connected", "the connection is open"))
	_dial.frame_received.connect(_receive)
	_dial.closed.connect(_closed)
	_dial.failed.connect(_failed)
	_dial.start()


func _try_again() -> void:
	_clock.clear_timer(_timer)
	_timer = _clock.set_timer(_options.timeout_ms, _took_too_long)
	_attempt()


func _took_too_long() -> void:
	_failed(PartyError.new(PartyErrorCode.TIMEOUT, "nothing within %d ms" % _options.timeout_ms, "connect"))


func _closed(code: int, reason: String) -> void:
	var words := reason if reason != "" else "closed with %d" % code
	_lost(States.close_cause(code, reason, _announced), words)


func _failed(error: PartyError) -> void:
	var code := "connect_failed"
	if error.code == PartyErrorCode.UNAUTHENTICATED:
		code = error.code
	_lost(code, error.message, error)


## Decides what becomes of a connection that was lost, or that could not be made.
func _lost(code: String, reason: String, error: PartyError = null) -> void:
	if state == States.OPEN:
		_lost_at = _clock.ticks_ms()
		# Only if it has held does the count begin anew: a server may let in and throw out.
		if _lost_at - _opened_at >= STEADY_MS:
			_retry_count = 0
	var retry_in_ms := -1.0
	if state != States.CONNECTING and not States.FINAL.has(code):
		var attempt := PartyReconnectAttempt.new()
		attempt.retry_count = _retry_count
		attempt.elapsed_ms = _clock.ticks_ms() - _lost_at
		attempt.code = code
		attempt.reason = reason
		attempt.random = _options.random.call()
		_retry_count += 1
		retry_in_ms = Policy.decide(_options, attempt)
	_move("retry" if retry_in_ms >= 0.0 else "end", code, reason, retry_in_ms, error)


func _receive(frame: Variant) -> void:
	var envelope: Envelope = Envelope.read(frame)
	var reply := Requests.Reply.new(envelope.kind, envelope.message)
	if _requests.settle(envelope.cid, reply, envelope.error):
		return
	if envelope.error != null:
		error_received.emit(envelope.error)
	elif envelope.cid != "" or envelope.message == null:
		if _options.logger.is_valid():
			_options.logger.call("debug", "ignored a message")
	else:
		if envelope.message is PartyApi.Notifications:
			for notification: PartyApi.Notification in envelope.message.notifications:
				if _announced == "":
					_announced = States.announcement(notification.code)
		message_received.emit(envelope.kind, envelope.message)


func _write(cid: String, request: Request) -> PartyError:
	var frame := Envelope.write(cid, request.kind, request.message)
	var bytes := frame.to_utf8_buffer().size()
	if bytes > _options.max_message_bytes:
		var text := "%s: %d bytes; the server takes %d" % [request.largest, bytes, _options.max_message_bytes]
		var error := PartyError.new(PartyErrorCode.MESSAGE_TOO_LARGE, text)
		error.argument = request.largest
		return error
	_dial.send(frame)
	return null


func _ping() -> PartyError:
	var request := Request.new()
	request.operation = "ping"
	request.kind = "ping"
	request.message = PartyApi.Ping.new()
	request.timeout_ms = _options.heartbeat_timeout_ms
	var reply: Variant = await send(request)
	if reply is PartyError:
		return reply
	alive.emit()
	return null


func _no_longer_waiting(waiting: WeakRef) -> void:
	_waiting.erase(waiting.get_ref())
	if state == States.CONNECTING and _waiting.is_empty():
		_move("end", "connect_failed", "nobody waits any more")
