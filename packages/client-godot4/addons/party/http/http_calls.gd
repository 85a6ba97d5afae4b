extends RefCounted
## Calls of the server's HTTP interface: what is sent, who may, and what comes back.

const Checks := preload("../socket/checks.gd")
const Fields := preload("../json/json_fields.gd")
const HttpOperations := preload("../generated/http_operations.gd")
const JsonWriter := preload("../json/json_writer.gd")
const SessionKeeper := preload("session_keeper.gd")
const Wait := preload("../runtime/wait.gd")

var _options: PartyOptions
var _keeper: SessionKeeper


func _init(options: PartyOptions, keeper: SessionKeeper) -> void:
	_options = options
	_keeper = keeper


## Makes a call and returns the fields of its reply, or a [PartyError], at the latest after its timeout.
##
## [param session] is whose call it is; null for one of the game itself. [param build] makes the request,
## anew for each attempt: it may hold tokens that are replaced meanwhile.
func request(operation: String, session: PartySession, build: Callable, options: PartyCallOptions) -> Variant:
	var needs_session: bool = HttpOperations.OPERATIONS[operation]["auth"] != "server_key"
	var problem := _options.problem()
	if problem != null:
		return problem.during(operation)
	if needs_session and (session == null or session.token == ""):
		problem = PartyError.of_argument("session", "has to be a session")
	else:
		problem = Checks.problem_of(build.call())
	if problem != null:
		return problem.during(operation)
	var waiting := Wait.new(_options.clock, options, _options.timeout_ms, operation)
	var ending := PartyCallOptions.new()
	if not waiting.is_ended:
		waiting.ended.connect(ending.cancel)
		_exchange(waiting, operation, session if needs_session else null, build, ending)
	var result: Variant = await waiting.result()
	return result.during(operation) if result is PartyError else result


func _exchange(
	waiting: Wait, operation: String, session: PartySession, build: Callable, ending: PartyCallOptions
) -> void:
	if session != null:
		await _keeper.keep_fresh(session, "", ending)
	var refused := session.token if session != null else ""
	var reply: Variant = await _send(operation, session, build.call(), ending)
	if session != null and not reply is PartyError and reply.status == 401:
		await _keeper.keep_fresh(session, refused, ending)
		if session.token != refused:
			reply = await _send(operation, session, build.call(), ending)
	waiting.settle(reply if reply is PartyError else _read(reply.status, reply.text))


func _send(operation: String, session: PartySession, request: PartyResult, ending: PartyCallOptions) -> Variant:
	var call: Dictionary = HttpOperations.OPERATIONS[operation]
	var fields: Dictionary = request.to_json()
	var path: String = call["path"]
	for name: String in fields.keys():
		if path.contains("{%s}" % name):
			path = path.replace("{%s}" % name, str(fields[name]).uri_encode())
			fields.erase(name)
	var body := ""
	if call["body"] == "*":
		body = JsonWriter.stringify(fields)
		fields = {}
	elif call["body"] != "":
		body = JsonWriter.stringify(fields.get(call["body"], ""))
		fields.erase(call["body"])
	var query := _query(fields)
	var headers := PackedStringArray(["Content-Type: application/json"])
	if session != null:
		headers.append("Authorization: Bearer %s" % session.token)
	else:
		headers.append("Authorization: Basic %s" % Marshalls.utf8_to_base64("%s:" % _options.server_key))
	return await _options.http.request(
		_options, call["method"], path + ("?" + query if query != "" else ""), headers, body, ending
	)


static func _query(fields: Dictionary) -> String:
	var parameters := PackedStringArray()
	for name: String in fields:
		var values: Array = fields[name] if fields[name] is Array else [fields[name]]
		for value: Variant in values:
			parameters.append("%s=%s" % [name, str(value).uri_encode()])
	return "&".join(parameters)


static func _read(status: int, text: String) -> Variant:
	if status < 200 or status > 299:
		return PartyError.of_http(status, text)
	var json := JSON.new()
	if json.parse(text) != OK or not json.data is Dictionary:
		return PartyError.new(PartyErrorCode.MALFORMED_MESSAGE, "no JSON object")
	return Fields.new(json.data)
