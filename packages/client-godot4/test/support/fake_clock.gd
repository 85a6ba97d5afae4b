extends "res://addons/party/runtime/clock.gd"
## A clock that stands still until a test moves it.

const STARTED_AT := 1_700_000_000_000

var _now := 0
var _frames: Array[Callable] = []


func unix_ms() -> int:
	return STARTED_AT + _now


func ticks_ms() -> int:
	return _now


func set_timer(delay_ms: float, action: Callable) -> int:
	_last_id += 1
	_timers[_last_id] = [_now + delay_ms, action]
	return _last_id


func clear_timer(id: int) -> void:
	_timers.erase(id)


func each_frame(method: Callable) -> WeakRef:
	_frames.append(method)
	return weakref(method.get_object())


func stop(ticking: WeakRef) -> void:
	if ticking == null:
		return
	for index in _frames.size():
		if _frames[index].get_object() == ticking.get_ref():
			_frames.remove_at(index)
			return


## How many timers run.
func timers() -> int:
	return _timers.size()


## How many want to be called in every frame.
func frames() -> int:
	return _frames.size()


## Lets time pass, and what is due in it happen at its time.
func advance(ms: float) -> void:
	var until := _now + ms
	while true:
		var next := 0
		for id: int in _timers:
			if _timers[id][0] <= until and (next == 0 or _timers[id][0] < _timers[next][0]):
				next = id
		if next == 0:
			break
		var timer: Array = _timers[next]
		_timers.erase(next)
		_now = maxi(_now, int(timer[0]))
		timer[1].call()
	_now = int(until)
