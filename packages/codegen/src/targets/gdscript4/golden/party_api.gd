# Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
class_name PartyApi
extends RefCounted
## What a game and the server say to each other.

const Fields := preload("../json/json_fields.gd")

## Kinds of samples.
enum SampleKind {
	## A single one.
	SINGLE_ONE = -1,
}


## A refusal.
class RealtimeError:
	extends PartyResult

	## The message.
	var message: String = ""

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> RealtimeError:
		var message := RealtimeError.new()
		message.message = fields.text("message")
		return message


## Request: send a [code]sample[/code], in [lb]brackets].
class SampleSend:
	extends PartyResult

	## The op_code.
	var op_code: int = 0
	## The data.
	var binary_data: PackedByteArray = PackedByteArray()
	## The same as text, in UTF-8.
	var data: String:
		get:
			return binary_data.get_string_from_utf8()
		set(text):
			binary_data = text.to_utf8_buffer()
	## The open.
	var open: bool = false
	## The size.
	var size: int = 0
	## The multiple.
	##
	## Null while it is unset.
	var multiple: Variant = null
	## The names.
	var names: PackedStringArray = PackedStringArray()
	## The numbers.
	var numbers: Dictionary = {}
	## The to.
	var to: UserPresence = UserPresence.new()
	## The others.
	var others: Array[UserPresence] = []

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if op_code != 0:
			json["op_code"] = str(op_code)
		if not binary_data.is_empty():
			json["data"] = Marshalls.raw_to_base64(binary_data)
		if open:
			json["open"] = open
		if size != 0:
			json["size"] = size
		if multiple != null:
			json["multiple"] = multiple
		if not names.is_empty():
			json["names"] = Array(names)
		if not numbers.is_empty():
			json["numbers"] = numbers
		if to != null:
			json["to"] = to.to_json()
		if not others.is_empty():
			json["others"] = others.map(func(item: UserPresence) -> Dictionary: return item.to_json())
		return json


## A sample.
class Sample:
	extends PartyResult

	## The op_code.
	var op_code: int = 0
	## The data.
	var binary_data: PackedByteArray = PackedByteArray()
	## The same as text, in UTF-8.
	var data: String:
		get:
			return binary_data.get_string_from_utf8()
		set(text):
			binary_data = text.to_utf8_buffer()
	## The self.
	var self_presence: UserPresence = UserPresence.new()
	## The others.
	var others: Array[UserPresence] = []
	## The match_id.
	##
	## Null while it is unset.
	var match_id: Variant = null
	## The sent_at.
	var sent_at: String = ""
	## The texts.
	var texts: Dictionary = {}

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> Sample:
		var message := Sample.new()
		message.op_code = fields.integer("op_code")
		message.binary_data = fields.bytes("data")
		message.self_presence = UserPresence.read(fields.message("self"))
		for item in fields.messages("others"):
			message.others.append(UserPresence.read(item))
		message.match_id = fields.text("match_id") if fields.has("match_id") else null
		message.sent_at = fields.text("sent_at")
		message.texts = fields.text_map("texts")
		return message


## Somebody.
class UserPresence:
	extends PartyResult

	## The user_id.
	var user_id: String = ""

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> UserPresence:
		var message := UserPresence.new()
		message.user_id = fields.text("user_id")
		return message

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if user_id != "":
			json["user_id"] = user_id
		return json
