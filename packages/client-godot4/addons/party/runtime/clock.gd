extends RefCounted
## Time, timers and frames of the game that runs. It listens to frames only while somebody waits for
## something, and needs no node in the scene tree. A test has a clock of its own.

var _timers := {}
var _last_id := 0
var _running: WeakRef


## What happens in every frame. The connection to the tree alone holds it, so that it goes with the tree.
class Tick:
	var owner: Object
	var method: Callable

	func run(_itself: Tick) -> void:
		if is_instance_valid(owner):
			method.call()


## Milliseconds since the Unix epoch: what the ends of tokens are measured by.
func unix_ms() -> int:
	return int(Time.get_unix_time_from_system() * 1000)


## Milliseconds that only grow, whatever the player does to the clock of the device.
func ticks_ms() -> int:
	return Time.get_ticks_msec()


## Calls an action once, in the first frame after a time has passed. Returns what takes it back.
func set_timer(delay_ms: float, action: Callable) -> int:
	_last_id += 1
	_timers[_last_id] = [ticks_ms() + delay_ms, action]
	if _running == null:
		_running = each_frame(_run_timers)
	return _last_id


## Takes a timer back. One that has run, or 0, is none.
func clear_timer(id: int) -> void:
	_timers.erase(id)
	_rest()


## Calls a method in every frame, also while the game is paused. What it belongs to is kept alive until
## [method stop] is called with what this returns, or the game ends.
func each_frame(method: Callable) -> WeakRef:
	var tick := Tick.new()
	tick.owner = method.get_object()
	tick.method = method
	_tree().process_frame.connect(tick.run.bind(tick))
	return weakref(tick)


## Ends what [method each_frame] has begun. Null is nothing.
func stop(ticking: WeakRef) -> void:
	var tick: Tick = ticking.get_ref() if ticking != null else null
	if tick != null:
		_tree().process_frame.disconnect(tick.run.bind(tick))


static func _tree() -> SceneTree:
	return Engine.get_main_loop()


func _run_timers() -> void:
	var now := ticks_ms()
	for id: int in _timers.keys():
		var timer: Array = _timers.get(id, [])
		if timer.is_empty() or timer[0] > now:
			continue
		_timers.erase(id)
		var action: Callable = timer[1]
		if action.is_valid():
			action.call()
	_rest()


func _rest() -> void:
	if _timers.is_empty():
		stop(_running)
		_running = null
