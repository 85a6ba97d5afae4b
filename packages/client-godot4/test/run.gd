extends SceneTree
## Runs every test of `cases/`:
##
##     godot --headless --path packages/client-godot4 --import   # once: finds the classes of the addon
##     godot --headless --path packages/client-godot4 --script res://test/run.gd
##
## Ends with status 1 if one has failed. `-- NAME` runs those with this in their name.

const FOLDER := "res://test/cases"

var _passed := 0
var _failed := 0
## What Godot itself complains of; null where this Godot has no way to hear it (before 4.5).
var _errors: RefCounted


func _initialize() -> void:
	if ClassDB.class_exists("Logger"):
		_errors = load("res://test/support/error_log.gd").new()
		OS.call("add_logger", _errors)
	await process_frame
	var only := OS.get_cmdline_user_args()
	for file in DirAccess.get_files_at(FOLDER):
		if file.ends_with(".gd"):
			await _run(file, only[0] if not only.is_empty() else "")
	print("%d passed, %d failed" % [_passed, _failed])
	quit(1 if _failed > 0 or _passed == 0 else 0)


func _run(file: String, only: String) -> void:
	var script: GDScript = load("%s/%s" % [FOLDER, file])
	if not script.can_instantiate():
		_report("%s cannot be read" % file, PackedStringArray(["see above"]))
		return
	for method in script.get_script_method_list():
		var name: String = method["name"]
		var title := "%s: %s" % [file.get_basename(), name.trim_prefix("test_").replace("_", " ")]
		if name.begins_with("test_") and (only == "" or title.contains(only)):
			# A new one for each: nothing goes from one test to another.
			var test: RefCounted = script.new()
			await test.call(name)
			var failures: PackedStringArray = test.failures
			if test.checks == 0:
				failures.append("it checks nothing")
			if _errors != null:
				failures.append_array(_errors.take())
			_report(title, failures)


func _report(title: String, failures: PackedStringArray) -> void:
	if failures.is_empty():
		_passed += 1
		return
	_failed += 1
	print("FAILED  %s\n          %s" % [title, "\n          ".join(failures)])
