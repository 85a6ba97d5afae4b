extends RefCounted
## HTTP whose other end is the test.

const HttpTransport := preload("res://addons/party/http/http_transport.gd")

signal replied

## What was asked: method, path, headers, body and the options that call it off.
var requests: Array[Dictionary] = []

var _replies: Array = []


func request(
	_options: PartyOptions,
	method: HTTPClient.Method,
	path: String,
	headers: PackedStringArray,
	body: String,
	ending: PartyCallOptions
) -> Variant:
	requests.append({"method": method, "path": path, "headers": headers, "body": body, "ending": ending})
	while _replies.is_empty():
		await replied
	return _replies.pop_front()


## Answers the oldest request that waits, or the next that comes.
func reply(status: int, body: Variant) -> void:
	var answer := HttpTransport.Reply.new()
	answer.status = status
	answer.text = body if body is String else JSON.stringify(body)
	_replies.append(answer)
	replied.emit()


## The same without a server.
func fail(text := "no connection") -> void:
	_replies.append(PartyError.new(PartyErrorCode.NETWORK_ERROR, text))
	replied.emit()
