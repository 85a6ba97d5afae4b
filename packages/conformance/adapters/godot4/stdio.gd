extends SceneTree
## One JSON object a line, until the input ends:
##
##     godot --headless --no-header --path PROJECT --script res://adapter/stdio.gd

const Adapter := preload("adapter.gd")
const JsonWriter := preload("res://addons/party/json/json_writer.gd")

## Longer than any line of the runner.
const LINE_BYTES := 1 << 20

## Reading waits for the next line, so a thread of its own does it.
var _reader := Thread.new()
var _lines: Array[String] = []
var _is_over := false
var _lock := Mutex.new()
var _adapter: Adapter


func _initialize() -> void:
	# Without a window Godot rests in every frame: answers should not wait for that.
	OS.low_processor_usage_mode_sleep_usec = 200
	_adapter = Adapter.new(_write)
	_adapter.finished.connect(_finish, CONNECT_DEFERRED)
	_adapter.hello()
	_reader.start(_read)


func _process(_delta: float) -> bool:
	_lock.lock()
	var lines := _lines
	_lines = []
	var is_over := _is_over
	_is_over = false
	_lock.unlock()
	for line in lines:
		_adapter.receive(JSON.parse_string(line))
	if is_over:
		_adapter.end()
	return false


## An empty line is the end: the runner writes no others.
func _read() -> void:
	var line := OS.read_string_from_stdin(LINE_BYTES)
	while line != "":
		_lock.lock()
		_lines.append(line)
		_lock.unlock()
		line = OS.read_string_from_stdin(LINE_BYTES)
	_lock.lock()
	_is_over = true
	_lock.unlock()


func _write(message: Dictionary) -> void:
	print(JsonWriter.stringify(message))


func _finish() -> void:
	_reader.wait_to_finish()
	quit()
