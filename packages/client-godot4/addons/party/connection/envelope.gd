extends RefCounted
## One frame: at most one message, and the `cid` that ties a reply to its request.

const Fields := preload("../json/json_fields.gd")
const JsonWriter := preload("../json/json_writer.gd")
const Operations := preload("../generated/operations.gd")

var cid := ""
## Name of the message; empty for none.
var kind := ""
## The message; null for none, or for one of a kind that this SDK does not know.
var message: PartyResult
## What the frame says has gone wrong, or why it cannot be read.
var error: PartyError


static func write(to_cid: String, of_kind: String, with_message: PartyResult) -> String:
	return JsonWriter.stringify({"cid": to_cid, of_kind: with_message.to_json()})


## Reads a frame. Tolerant, so that a newer server can say more than this SDK knows: an unknown field is
## passed over, and a message of an unknown kind keeps its `cid`. A value of the wrong type is refused.
static func read(frame: Variant) -> RefCounted:
	var envelope := new()
	var parser := JSON.new()
	if not frame is String:
		envelope._malformed("expected a text frame")
	elif parser.parse(frame) != OK:
		envelope._malformed("no JSON: %s" % parser.get_error_message())
	else:
		envelope._take(parser.data)
	return envelope


func _take(json: Variant) -> void:
	var fields := Fields.new(json)
	cid = fields.text("cid")
	if json is Dictionary:
		for name: String in json:
			message = Operations.read(name, fields)
			if message != null:
				kind = name
				break
	if fields.problem() != "":
		_malformed("%s %s" % [kind, fields.problem()])
	elif message is PartyApi.RealtimeError:
		error = PartyError.of_realtime(message.code, message.message)


func _malformed(why: String) -> void:
	message = null
	error = PartyError.new(PartyErrorCode.MALFORMED_MESSAGE, why)
