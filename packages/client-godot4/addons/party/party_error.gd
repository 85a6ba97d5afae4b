class_name PartyError
extends RefCounted
## The one error of this SDK: what every call ends with that has no result, and what
## [signal PartySocket.received_error] tells. Decide by [member code]; the message is for developers.

const Signs := preload("generated/error_signs.gd")

## Stable name of what went wrong: one of [PartyErrorCode].
var code: String
## What went wrong, in English, for developers.
var message: String
## What was called, without [code]_async[/code]; empty if the error belongs to no call.
var operation := ""
## The party the call was about.
var party_id := ""
## With [code]invalid_argument[/code] and [code]message_too_large[/code]: name of the argument.
var argument := ""
## The number the server gave to an error on the socket, 0 included (3: bad input); -1 for none.
var realtime_code := -1
## The status of an HTTP answer; -1 for none.
var http_status := -1
## [code]code[/code] in the body of an HTTP answer; -1 for none.
var grpc_status_code := -1


func _init(of_code: String, text: String, of_operation := "", of_party_id := "") -> void:
	code = of_code
	message = text
	operation = of_operation
	party_id = of_party_id


## The same error, as one of this call.
func during(of_operation: String, of_party_id := "") -> PartyError:
	var error := PartyError.new(code, message, of_operation, of_party_id)
	error.argument = argument
	error.realtime_code = realtime_code
	error.http_status = http_status
	error.grpc_status_code = grpc_status_code
	return error


func _to_string() -> String:
	return "%s: %s" % [code, message]


## An argument that is not what it has to be.
static func of_argument(name: String, why: String) -> PartyError:
	var error := PartyError.new(PartyErrorCode.INVALID_ARGUMENT, "%s %s" % [name, why])
	error.argument = name
	return error


## What the server has answered on the socket.
static func of_realtime(number: int, text: String) -> PartyError:
	# Nakama puts in front what it was about: "Error joining party: party full".
	var words := text
	var colon := text.find(":")
	if text.begins_with("Error ") and text.substr(colon, 2) == ": ":
		words = text.substr(colon + 2)
	var error := PartyError.new(_recognize(Signs.REALTIME.get(number, []), words), text)
	error.realtime_code = number
	return error


## What the server has answered over HTTP, or what something in front of it has made up.
static func of_http(status: int, body: String) -> PartyError:
	var json := JSON.new()
	var answer: Dictionary = {}
	if json.parse(body) == OK and json.data is Dictionary:
		answer = json.data
	elif body.length() <= 200:
		# A proxy's page, or the plain text that the socket's address answers with.
		answer = {"message": body.strip_edges()}
	var grpc := -1
	if answer.get("code") is float:
		grpc = int(answer["code"])
	var text := str(answer.get("message", ""))
	# gRPC codes end at 16 and statuses start at 100: one table serves both.
	var signs: Array = Signs.HTTP.get(grpc, Signs.HTTP.get(status, []))
	var known := _recognize(signs, text)
	var error := PartyError.new(known, text if text != "" else "HTTP %d" % status)
	error.http_status = status
	error.grpc_status_code = grpc
	return error


static func _recognize(signs: Array, text: String) -> String:
	var words := text.to_lower()
	for beginning_and_code: Array in signs:
		if words.begins_with(beginning_and_code[0]):
			return beginning_and_code[1]
	return PartyErrorCode.UNKNOWN
