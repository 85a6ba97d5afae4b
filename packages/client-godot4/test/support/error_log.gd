extends Logger
## Hears what Godot complains of: a script that fails goes on as if nothing had been.

var _heard := PackedStringArray()
## Godot tells errors from whatever thread they are in.
var _lock := Mutex.new()


## What was heard since the last time.
func take() -> PackedStringArray:
	_lock.lock()
	var heard := _heard
	_heard = PackedStringArray()
	_lock.unlock()
	return heard


func _log_error(
	_function: String,
	file: String,
	line: int,
	code: String,
	rationale: String,
	_editor_notify: bool,
	_error_type: int,
	_script_backtraces: Array[ScriptBacktrace]
) -> void:
	_lock.lock()
	_heard.append("%s:%d %s" % [file, line, rationale if rationale != "" else code])
	_lock.unlock()
