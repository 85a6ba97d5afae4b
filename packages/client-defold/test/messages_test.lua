local codec = require "party.connection.codec"
local decode = require("party.json.decode").decode
local operations = require "party.gen.operations"
local read = require "party.gen.read"
local t = require "support.runner"
local write = require "party.gen.write"

t.test("what is not set is not written: an older server would close the connection", function()
  t.equal(write.party_create { open = false, max_size = 4, label = "", hidden = false }, '{"max_size":4}')
  t.equal(write.status_follow { user_ids = { "a" }, usernames = {} }, '{"user_ids":["a"]}')
  t.equal(write.party_matchmaker_add { party_id = "p", string_properties = {}, numeric_properties = {} }, '{"party_id":"p"}')
end)

t.test("what says something by being there is written also when it is empty", function()
  t.equal(write.status_update { status = "" }, '{"status":""}')
  t.equal(write.status_update {}, "{}")
  t.equal(write.matchmaker_add { count_multiple = 3 }, '{"count_multiple":3}')
end)

t.test("a map is an object, and a text with [] in it stays as it is", function()
  local json = write.matchmaker_add { query = "[] {}", string_properties = { ["1"] = "x" }, numeric_properties = { rank = 1.5 } }
  t.equal(json, '{"query":"[] {}","string_properties":{"1":"x"},"numeric_properties":{"rank":1.5}}')
end)

t.test("bytes are base64, and large op codes are digits", function()
  t.equal(write.party_data_send { party_id = "p", op_code = 5, data = "\0\255" }, '{"party_id":"p","op_code":5,"data":"AP8="}')
  t.equal(
    write.party_data_send { party_id = "p", op_code = "9223372036854775807", data = "" },
    '{"party_id":"p","op_code":"9223372036854775807"}'
  )
end)

t.test("what is absent becomes the default, and what is unknown is passed over", function()
  local party = read.party { party_id = "p.n", news = { 1 } }
  t.equal(party.presences, {})
  t.equal(party.open, false)
  t.equal(party.label, "")
  t.equal(party.self.session_id, "")
  t.equal(party.news, nil)
  t.equal(read.party_presence_event({}).joins, {})
end)

t.test("an op code arrives as a number, and data without a value is empty", function()
  t.contains(read.party_data { op_code = "7" }, { op_code = 7, data = "" })
  t.equal(read.party_data({ op_code = "-9223372036854775808" }).op_code, "-9223372036854775808")
  t.equal(read.party_data({ data = "AP8=" }).data, "\0\255")
end)

t.test("a status that is empty is not one that is unset", function()
  t.equal(read.user_presence({ status = "" }).status, "")
  t.equal(read.user_presence({}).status, nil)
end)

t.test("null is the same as nothing, whatever the decoder makes of it", function()
  t.equal(read.party({ presences = newproxy(), label = newproxy() }).presences, {})
end)

t.test("a value of the wrong type is refused", function()
  for _, wrong in ipairs {
    { party_id = 1 }, { open = "yes" }, { presences = "x" }, { presences = { a = 1 } }, { self = "me" }, { max_size = "a" },
  } do
    t.raises(function() read.party(wrong) end)
  end
end)

t.test("an envelope keeps its cid also when its message cannot be read", function()
  local cid, name, _, cause = codec.decode('{"cid":"7","party":{"open":1}}', decode)
  t.equal(cid, "7")
  t.equal(name, nil)
  t.ok(cause:find("party: expected true or false", 1, true))
  t.equal({ codec.decode('{"cid":"8"}', decode) }, { "8" })
  t.equal((select(2, codec.decode('{"unheard_of":{}}', decode))), nil)
  t.ok((select(4, codec.decode("[1]", decode))))
  t.ok((select(4, codec.decode("nonsense", decode))))
end)

t.test("every call can be written", function()
  for name, operation in pairs(operations) do
    local text = codec.encode("1", name, operation, {})
    t.equal(decode(text).cid, "1")
    t.equal(type(decode(text)[name]), "table")
  end
end)
