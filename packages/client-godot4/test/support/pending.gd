extends RefCounted
## A call that a test does not wait for.

var is_done := false
var result: Variant


## Begins it.
static func of(method: Callable) -> RefCounted:
	var pending := new()
	pending._run(method)
	return pending


func _run(method: Callable) -> void:
	result = await method.call()
	is_done = true
