extends "res://test/support/test_case.gd"

const JsonWriter := preload("res://addons/party/json/json_writer.gd")
const Fields := preload("res://addons/party/json/json_fields.gd")


func test_texts_are_written_so_that_a_strict_reader_takes_them() -> void:
	same(JsonWriter.stringify("a\"\\\n\u0001\u000bé👋"), "\"a\\\"\\\\\\u000a\\u0001\\u000bé👋\"")


func test_numbers_are_written_exactly() -> void:
	same(JsonWriter.stringify([9007199254740993, -1, 0.1, 1e300, true, null]), "[9007199254740993,-1,0.1,1e+300,true,null]")
	same(JsonWriter.stringify({"a": INF, "b": NAN}), "{\"a\":\"Infinity\",\"b\":\"NaN\"}")


func test_what_is_not_there_has_its_default() -> void:
	var fields := Fields.new({"a": null})
	same(fields.text("a"), "")
	same(fields.integer("b"), 0)
	same(fields.boolean("c"), false)
	same(fields.bytes("d"), PackedByteArray())
	same(fields.messages("e"), [])
	same(fields.message("f").text("g"), "")
	same(fields.number_map("h"), {})
	same(fields.problem(), "")


func test_integers_beyond_2_to_the_53_come_as_text() -> void:
	var fields := Fields.new({"a": "9007199254740993", "b": "-9223372036854775808", "c": 7.0, "d": "9223372036854775808"})
	same(fields.integer("a"), 9007199254740993)
	same(fields.integer("b"), -9223372036854775808)
	same(fields.integer("c"), 7)
	same(fields.problem(), "")
	fields.integer("d")
	same(fields.problem(), "d: expected an integer")


func test_a_value_of_the_wrong_kind_is_a_problem_of_the_whole_message() -> void:
	for wrong: Dictionary in [{"a": {"b": 1.0}}, {"a": []}, {"a": {"c": "!"}}, {"a": {"d": [1.0]}}, {"a": {"e": 1.5}}]:
		var fields := Fields.new(wrong)
		var inner := fields.message("a")
		inner.text("b")
		inner.bytes("c")
		inner.texts("d")
		inner.integer("e")
		holds(fields.problem() != "", "%s should be a problem" % wrong)


func test_bytes_are_base64() -> void:
	same(Fields.new({"a": "AIH/"}).bytes("a"), PackedByteArray([0, 0x81, 0xff]))
	same(Fields.new({"a": "AA=="}).bytes("a"), PackedByteArray([0]))


func test_only_what_is_set_is_sent() -> void:
	var create := PartyApi.PartyCreate.new()
	create.max_size = 4
	same(create.to_json(), {"max_size": 4})
	var data := PartyApi.PartyDataSend.new()
	data.op_code = 9007199254740993
	data.data = "é"
	same(data.to_json(), {"op_code": "9007199254740993", "data": "w6k="})
	var add := PartyApi.MatchmakerAdd.new()
	same(add.to_json(), {})
	add.count_multiple = 0
	same(add.to_json(), {"count_multiple": 0})


func test_a_status_that_is_empty_is_not_one_that_is_unset() -> void:
	var update := PartyApi.StatusUpdate.new()
	same(update.to_json(), {})
	update.status = ""
	same(update.to_json(), {"status": ""})
	same(PartyApi.UserPresence.read(Fields.new({"status": ""})).status, "")
	same(PartyApi.UserPresence.read(Fields.new({})).status, null)
