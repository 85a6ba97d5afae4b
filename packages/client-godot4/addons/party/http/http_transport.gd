extends RefCounted
## Requests over HTTP, each over a connection of its own. Needs no node in the scene tree.

const Clock := preload("../runtime/clock.gd")
const Wait := preload("../runtime/wait.gd")

## How often a connection is looked after in one frame as long as it makes progress. On the web it makes none
## within a frame.
const STEPS_IN_A_FRAME := 16

var _clock: Clock


## What came back, read to its end.
class Reply:
	var status := 0
	var text := ""


func _init(clock: Clock) -> void:
	_clock = clock


## Makes a request and returns its [Reply], or a [PartyError]: `network_error`, or `aborted` when
## [param options] say so. It has no deadline of its own.
func request(
	options: PartyOptions,
	method: HTTPClient.Method,
	path: String,
	headers: PackedStringArray,
	body: String,
	ending: PartyCallOptions
) -> Variant:
	var exchange := Exchange.new()
	exchange.method = method
	exchange.path = path
	exchange.headers = headers
	exchange.body = body
	var waiting := Wait.new(_clock, ending, -1, "")
	if waiting.is_ended:
		return waiting.value
	exchange.begin(options)
	var tick := _clock.each_frame(_step.bind(exchange, waiting))
	var result: Variant = await waiting.result()
	_clock.stop(tick)
	exchange.client.close()
	if result is PartyError and result.code == PartyErrorCode.NETWORK_ERROR:
		result.message = "%s: %s" % [options.authority(), result.message]
	return result


func _step(exchange: Exchange, waiting: Wait) -> void:
	for step in 1 if OS.has_feature("web") else STEPS_IN_A_FRAME:
		var before := exchange.client.get_status()
		var result: Variant = exchange.step()
		if result != null:
			waiting.settle(result)
			return
		if exchange.client.get_status() == before:
			return


## One request and its reply.
class Exchange:
	extends RefCounted

	var client := HTTPClient.new()
	var method: HTTPClient.Method
	var path: String
	var headers: PackedStringArray
	var body: String

	var _problem := OK
	var _is_sent := false
	var _is_answered := false
	## Whether the end of the connection is the end of the body, too.
	var _ends_with_connection := false
	var _bytes := PackedByteArray()

	func begin(options: PartyOptions) -> void:
		var host := options.host.lstrip("[").rstrip("]")
		_problem = client.connect_to_host(host, options.port, options.tls if options.ssl else null)

	## Goes on. Returns the reply or an error once there is one, else null.
	func step() -> Variant:
		if _problem != OK:
			return _failed(error_string(_problem))
		client.poll()
		match client.get_status():
			HTTPClient.STATUS_CONNECTED:
				if _is_sent:
					return _done()
				_is_sent = true
				_problem = client.request(method, path, headers, body)
			HTTPClient.STATUS_BODY:
				if not _is_answered:
					_is_answered = true
					var has_length := client.is_response_chunked() or client.get_response_body_length() >= 0
					_ends_with_connection = OS.has_feature("web") or not has_length
				_bytes.append_array(client.read_response_body_chunk())
			HTTPClient.STATUS_DISCONNECTED:
				if _is_answered and _ends_with_connection:
					return _done()
				return _failed("the connection broke")
			HTTPClient.STATUS_CANT_RESOLVE:
				return _failed("the name is not known")
			HTTPClient.STATUS_CANT_CONNECT:
				return _failed("no connection")
			HTTPClient.STATUS_CONNECTION_ERROR:
				return _failed("the connection broke")
			HTTPClient.STATUS_TLS_HANDSHAKE_ERROR:
				return _failed("the certificate is not taken")
		return null

	func _done() -> Reply:
		var reply := Reply.new()
		reply.status = client.get_response_code()
		reply.text = _bytes.get_string_from_utf8()
		return reply

	func _failed(why: String) -> PartyError:
		return PartyError.new(PartyErrorCode.NETWORK_ERROR, why)
