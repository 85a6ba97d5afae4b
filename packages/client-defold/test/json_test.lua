local base64 = require "party.json.base64"
local decode = require("party.json.decode").decode
local encode = require "party.json.encode"
local int64 = require "party.json.int64"
local t = require "support.runner"
local utf8 = require "party.json.utf8"

local function every_byte()
  local bytes = {}
  for byte = 0, 255 do bytes[#bytes + 1] = string.char(byte) end
  return table.concat(bytes)
end

t.test("base64 keeps every byte, at every length, in both alphabets, with padding and without", function()
  local all = every_byte()
  for length = 0, 256 do
    local bytes = all:sub(1, length)
    local text = base64.encode(bytes)
    t.equal(base64.decode(text), bytes)
    t.equal(base64.decode((text:gsub("=", ""):gsub("+", "-"):gsub("/", "_"))), bytes)
  end
  t.equal(base64.encode("\251\255\254"), "+//+")
  t.equal(base64.encode("a"), "YQ==")
end)

t.test("base64 refuses what is none", function()
  t.raises(function() base64.decode("a") end)
  t.raises(function() base64.decode("ab!d") end)
  t.raises(function() base64.decode("YQ==YQ==") end)
end)

t.test("a text that is UTF-8 stays as it is, and every byte that belongs to no character becomes U+FFFD", function()
  t.equal(utf8.repair("plain, ünïcode, 👋"), "plain, ünïcode, 👋")
  t.equal(utf8.repair("a\255b"), "a\239\191\189b")
  -- Half a surrogate pair, an overlong form, a sequence that breaks off.
  t.equal(utf8.repair("\237\160\189"), ("\239\191\189"):rep(3))
  t.equal(utf8.repair("\192\175"), ("\239\191\189"):rep(2))
  t.equal(utf8.repair("\226\130"), ("\239\191\189"):rep(2))
  t.equal(utf8.repair("\244\144\128\128"), ("\239\191\189"):rep(4))
end)

t.test("JSON is read as it is written", function()
  t.equal(decode ' { "a" : [1, -2.5e1, true, false, "x"], "b": {} } ', { a = { 1, -25, true, false, "x" }, b = {} })
  t.equal(decode [["\"\\\/\b\f\n\r\t\u00e9\ud83d\udc4b"]], '"\\/\b\f\n\r\té👋')
  t.equal(decode [["\ud83d"]], "\239\191\189")
  t.equal(decode '{"a":null,"b":1}', { b = 1 })
end)

t.test("null in a list does not hide what follows it", function()
  local list = decode "[null,2]"
  t.equal(type(list[1]), "userdata")
  t.equal(list[2], 2)
end)

t.test("what is no JSON is refused", function()
  for _, text in ipairs {
    "", "{", "[1,]", '{"a"}', '{"a":1,}', "01", "1 2", "nul", '"a', '"\\x"', '"\n"', "'a'", ("["):rep(200), '"\\u12"',
  } do
    t.raises(function() decode(text) end)
  end
end)

t.test("an empty table is an object, and a list where it is marked as one", function()
  t.equal(encode.encode { a = {}, b = encode.array {} }, '{"a":{},"b":[]}')
  t.equal(encode.encode { 1, "two", { three = 3 } }, '[1,"two",{"three":3}]')
end)

t.test("what has no form in JSON is refused", function()
  local loop = {}
  loop.loop = loop
  for _, value in ipairs { print, loop, { 1, nil, 3, x = 1 }, 0 / 0, math.huge } do
    t.raises(function() encode.encode(value) end)
  end
end)

t.test("numbers are read as the ones that were written", function()
  for _, number in ipairs { 0, -1, 0.1, 1 / 3, 2 ^ 53 - 1, -(2 ^ 53 - 1), 1e300, 5e-324, 2 ^ 31 } do
    t.equal(decode(encode.encode(number)), number)
  end
  t.equal(encode.encode(0.1), "0.1")
  t.equal(encode.encode(9007199254740991), "9007199254740991")
end)

t.test("a 64-bit integer has one form: a number where that is exact, digits where it is not", function()
  t.equal(int64.of(7), 7)
  t.equal(int64.of("007"), 7)
  t.equal(int64.of("-0"), 0)
  t.equal(int64.of("9007199254740991"), 9007199254740991)
  t.equal(int64.of("9007199254740992"), "9007199254740992")
  t.equal(int64.of("9223372036854775807"), "9223372036854775807")
  t.equal(int64.of("-9223372036854775808"), "-9223372036854775808")
  for _, value in ipairs { "9223372036854775808", "-9223372036854775809", "1.5", "", "x", 1.5, 2 ^ 53, 0 / 0, {} } do
    t.equal(int64.of(value), nil)
  end
end)
