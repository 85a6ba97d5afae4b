extends RefCounted
## Values of the SDK as the contract writes them: names in camelCase, bytes in base64, 64-bit integers in
## digits.

## Properties of the SDK whose name is not that of the contract.
const NAMES := {"self_presence": "self", "self_user": "self", "binary_data": "data"}


## A message as a dictionary of JSON.
static func of(value: Variant) -> Variant:
	if value is PartyResult:
		return _message(value)
	if value is Array:
		return value.map(of)
	if value is PackedStringArray:
		return Array(value)
	if value is PackedByteArray:
		return Marshalls.raw_to_base64(value) if not value.is_empty() else ""
	return value


## A result of these properties alone.
static func picked(from: Object, properties: PackedStringArray) -> Dictionary:
	var json := {}
	for property in properties:
		json[_camel_case(property)] = of(from.get(property))
	return json


static func _message(message: PartyResult) -> Dictionary:
	var json := {}
	for property in message.get_property_list():
		var name: String = property["name"]
		if not property["usage"] & PROPERTY_USAGE_SCRIPT_VARIABLE or name == "_exception":
			continue
		# The text of bytes, which may be none.
		if name == "data" and "binary_data" in message:
			continue
		var value: Variant = message.get(name)
		if value == null or (name == "create_time" and value == ""):
			continue
		json[_camel_case(name)] = str(value) if name == "op_code" else of(value)
	return json


static func _camel_case(name: String) -> String:
	if NAMES.has(name):
		return NAMES[name]
	# Godot's own would begin with a small letter too, but takes digits for words.
	var words := name.split("_")
	for index in range(1, words.size()):
		words[index] = words[index].capitalize()
	return "".join(words)


## An error of the SDK.
static func error(failure: PartyError) -> Dictionary:
	var json := {"code": failure.code, "message": failure.message}
	if failure.realtime_code >= 0:
		json["realtimeCode"] = failure.realtime_code
	if failure.http_status >= 0:
		json["httpStatus"] = failure.http_status
	return json
