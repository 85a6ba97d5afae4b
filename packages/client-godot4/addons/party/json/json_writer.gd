extends RefCounted
## JSON as a server reads it. Godot's own leaves control characters as they are and writes `\v`, for
## both of which a server closes the connection, and it shortens numbers.


## The JSON of dictionaries, lists, texts, numbers, true, false and null.
static func stringify(value: Variant) -> String:
	match typeof(value):
		TYPE_NIL:
			return "null"
		TYPE_BOOL:
			return "true" if value else "false"
		TYPE_INT:
			return str(value)
		TYPE_FLOAT:
			return _number(value)
		TYPE_ARRAY, TYPE_PACKED_STRING_ARRAY:
			var items := PackedStringArray()
			for item: Variant in value:
				items.append(stringify(item))
			return "[%s]" % ",".join(items)
		TYPE_DICTIONARY:
			var members := PackedStringArray()
			for name: Variant in value:
				members.append("%s:%s" % [_text(str(name)), stringify(value[name])])
			return "{%s}" % ",".join(members)
	return _text(str(value))


static func _number(value: float) -> String:
	# JSON has no notation for what no finite number is; a server reads these texts.
	if is_nan(value):
		return "\"NaN\""
	if is_inf(value):
		return "\"Infinity\"" if value > 0 else "\"-Infinity\""
	# The shortest text that gives exactly this number, which `str` is not.
	return var_to_str(value)


static func _text(text: String) -> String:
	var escaped := text.replace("\\", "\\\\").replace("\"", "\\\"")
	for code in range(1, 32):
		escaped = escaped.replace(String.chr(code), "\\u%04x" % code)
	return "\"%s\"" % escaped
