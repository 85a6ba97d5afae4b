extends RefCounted
## The fields of a JSON object, for reading. What is not there has the default of its kind; a value of the
## wrong kind is noted as a problem of the whole message, and unknown fields are passed over.

const BASE64 := "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"

var _json: Dictionary
## Shared by all objects of a message.
var _problems: PackedStringArray
var _root: RefCounted


func _init(json: Variant = {}, root: RefCounted = null) -> void:
	# Not itself, which would never be freed.
	_root = root
	if json is Dictionary:
		_json = json
	elif json != null:
		_refuse("", "an object", json)


## What is wrong with the message; empty for nothing.
func problem() -> String:
	return _problems[0] if not _problems.is_empty() else ""


## Whether the field is set.
func has(name: String) -> bool:
	return _json.get(name) != null


func text(name: String) -> String:
	var value: Variant = _json.get(name)
	if value is String:
		return value
	_refuse(name, "a text", value)
	return ""


func boolean(name: String) -> bool:
	var value: Variant = _json.get(name)
	if value is bool:
		return value
	_refuse(name, "true or false", value)
	return false


## An integer, as a number or, because numbers are exact only up to 2^53, as text.
func integer(name: String) -> int:
	var value: Variant = _json.get(name)
	if value is int:
		return value
	if value is float and value == floorf(value) and absf(value) < 9.2e18:
		return int(value)
	if value is String and value.is_valid_int() and str(value.to_int()) == value:
		return value.to_int()
	_refuse(name, "an integer", value)
	return 0


func number(name: String) -> float:
	return _to_number(name, _json.get(name))


func bytes(name: String) -> PackedByteArray:
	var base64 := text(name)
	var bytes_of_text := PackedByteArray()
	if base64 == "":
		return bytes_of_text
	if RegEx.create_from_string(BASE64).search(base64) == null:
		_refuse(name, "base64", base64)
		return bytes_of_text
	return Marshalls.base64_to_raw(base64)


## A message inside of this one; one without fields if it is not there.
func message(name: String) -> RefCounted:
	return _inside(_json.get(name))


## A list of messages.
func messages(name: String) -> Array:
	return _list(name).map(_inside)


## A list of texts.
func texts(name: String) -> PackedStringArray:
	var read := PackedStringArray()
	for item: Variant in _list(name):
		if item is String:
			read.append(item)
		else:
			_refuse(name, "a list of texts", item)
	return read


## Texts by name.
func text_map(name: String) -> Dictionary:
	var map := _map(name)
	for key: String in map:
		if not map[key] is String:
			_refuse(name, "texts", map[key])
	return map


## Numbers by name.
func number_map(name: String) -> Dictionary:
	var map := _map(name)
	for key: String in map:
		map[key] = _to_number(name, map[key])
	return map


func _inside(value: Variant) -> RefCounted:
	return get_script().new(value, _root if _root != null else self)


func _list(name: String) -> Array:
	var value: Variant = _json.get(name)
	if value is Array:
		return value
	_refuse(name, "a list", value)
	return []


func _map(name: String) -> Dictionary:
	var value: Variant = _json.get(name)
	if value is Dictionary:
		return value
	_refuse(name, "an object", value)
	return {}


func _to_number(name: String, value: Variant) -> float:
	if value is float or value is int:
		return value
	if value is String and value in ["NaN", "Infinity", "-Infinity"]:
		return {"NaN": NAN, "Infinity": INF, "-Infinity": -INF}[value]
	if value is String and value.is_valid_float():
		return value.to_float()
	_refuse(name, "a number", value)
	return 0.0


## Notes a value that is there and is not what it has to be.
func _refuse(name: String, expected: String, value: Variant) -> void:
	if value == null:
		return
	var all: RefCounted = _root if _root != null else self
	all._problems.append("%s: expected %s" % [name, expected])
