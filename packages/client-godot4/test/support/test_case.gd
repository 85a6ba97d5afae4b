extends RefCounted
## What the tests of a file have in common.

## What has been checked.
var checks := 0
## What was not as it should be.
var failures := PackedStringArray()


## Two values have to be the same.
func same(actual: Variant, expected: Variant, what := "") -> void:
	checks += 1
	# Of different types: Godot knows no order of them, and complains.
	if typeof(actual) != typeof(expected) or actual != expected:
		failures.append("%s expected %s, got %s" % [what, var_to_str(expected), var_to_str(actual)])


## Something has to be so.
func holds(condition: bool, what: String) -> void:
	checks += 1
	if not condition:
		failures.append(what)


## The code of a failure; empty for none.
func code_of(failure: Variant) -> String:
	if failure is PartyResult:
		failure = failure.get_exception()
	return failure.code if failure is PartyError else ""
