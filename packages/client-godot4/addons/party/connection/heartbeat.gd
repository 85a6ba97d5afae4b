extends RefCounted
## Finds out that a peer is gone long before the platform does: a network that vanished sends no close
## frame. One ping is under way at a time; any answer but silence counts as life.

const Clock := preload("../runtime/clock.gd")

## The peer has not answered in time.
signal died

var _clock: Clock
var _random: Callable
var _interval_ms: int
## Sends a ping, and returns null for its answer or the error it has ended with.
var _ping: Callable
var _timer := 0
## Tells a ping of now from one of before a stop.
var _run := 0


func _init(clock: Clock, random: Callable, interval_ms: int, ping: Callable) -> void:
	_clock = clock
	_random = random
	_interval_ms = interval_ms
	_ping = ping


func start() -> void:
	stop()
	# Up to a tenth earlier: clients that came back together after a server restart do not ping together.
	_timer = _clock.set_timer(_interval_ms * (1.0 - _random.call() / 10.0), _beat)


func stop() -> void:
	_run += 1
	_clock.clear_timer(_timer)
	_timer = 0


## Sends the next ping now, unless one is under way. Does nothing while it is stopped.
func hurry() -> void:
	if _timer != 0:
		_beat()


func _beat() -> void:
	stop()
	var run := _run
	var error: PartyError = await _ping.call()
	if run != _run:
		return
	if error != null and error.code == PartyErrorCode.TIMEOUT:
		died.emit()
	else:
		start()
