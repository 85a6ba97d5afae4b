extends RefCounted
## Refuses a request that the server would refuse anyway, or for which it would close the connection. The
## rest is the server's to know.

const MAX_PARTY_SIZE := 256
const MAX_LABEL_BYTES := 2048
const MAX_STATUS_BYTES := 2048
const MIN_MATCH_COUNT := 2
const MAX_LIST_LIMIT := 100
const MAX_INT32 := 2147483647

const NOT_EMPTY := "has to be a text that is not empty"


## What is wrong with a request; null for nothing.
static func problem_of(request: PartyResult) -> PartyError:
	if "account" in request:
		return problem_of(request.account)
	for field: String in [
		"party_id", "ticket", "id", "ids", "user_ids", "usernames", "presence", "limit", "max_size",
		"label", "status", "min_count", "max_count", "count_multiple", "string_properties",
		"numeric_properties", "vars",
	]:
		if not field in request:
			continue
		var why := _why_not(field, request.get(field), request)
		if why != "":
			return PartyError.of_argument(field, why)
	return null


static func _why_not(field: String, value: Variant, request: PartyResult) -> String:
	match field:
		"party_id", "ticket", "id":
			return NOT_EMPTY if value == "" else ""
		"ids", "user_ids", "usernames":
			return "may have no empty text" if (value as PackedStringArray).has("") else ""
		"presence":
			return _presence(value)
		"limit":
			return "" if value == null else _integer(value, 1, MAX_LIST_LIMIT)
		"max_size":
			return _integer(value, 1, MAX_PARTY_SIZE)
		"label":
			return _label(value)
		"status":
			return _status(value)
		"min_count":
			return _integer(value, MIN_MATCH_COUNT, MAX_INT32)
		"max_count":
			return _integer(value, request.min_count, MAX_INT32)
		"count_multiple":
			return _count_multiple(value, request.min_count, request.max_count)
		"string_properties", "vars":
			return _each(value, func(item: Variant) -> bool: return item is String, "texts")
		"numeric_properties":
			var is_finite_number := func(item: Variant) -> bool:
				return (item is float or item is int) and is_finite(item)
			return _each(value, is_finite_number, "finite numbers")
	return ""


static func _integer(value: int, from: int, to: int) -> String:
	return "" if value >= from and value <= to else "has to be an integer from %d to %d" % [from, to]


## The server looks for all three at once.
static func _presence(presence: PartyApi.UserPresence) -> String:
	var is_whole := (
		presence != null
		and presence.user_id != ""
		and presence.session_id != ""
		and presence.username != ""
	)
	return "" if is_whole else "has to have user_id, session_id and username"


static func _label(label: String) -> String:
	if label.to_utf8_buffer().size() > MAX_LABEL_BYTES:
		return "may have at most %d bytes" % MAX_LABEL_BYTES
	var json := JSON.new()
	var is_object := label == "" or (json.parse(label) == OK and json.data is Dictionary)
	return "" if is_object else "has to be a JSON object"


static func _status(status: Variant) -> String:
	if status != null and not status is String:
		return "has to be a text or null"
	var is_short: bool = status == null or status.to_utf8_buffer().size() <= MAX_STATUS_BYTES
	return "" if is_short else "may have at most %d bytes" % MAX_STATUS_BYTES


static func _count_multiple(multiple: Variant, min_count: int, max_count: int) -> String:
	if multiple == null:
		return ""
	if multiple < 1:
		return _integer(multiple, 1, MAX_INT32)
	var divides: bool = min_count % multiple == 0 and max_count % multiple == 0
	return "" if divides else "has to divide min_count and max_count"


static func _each(values: Dictionary, fits: Callable, what: String) -> String:
	var is_named := values.keys().all(func(name: Variant) -> bool: return name is String)
	return "" if is_named and values.values().all(fits) else "has to be %s by name" % what
