-- Kinds of messages that members send each other.
local decode = require "party.json.decode"
local encode = require "party.json.encode"
local errors = require "party.error"
local integers = require "party.json.int64"

local M = {}

local function same(value) return value end

local presets = {
  json = { encode = encode.encode, decode = decode.decode },
  text = { encode = same, decode = same },
  bytes = { encode = same, decode = same },
}

---@class party.MessageType
---@field op_code integer|string Tells the kinds apart.
---@field encode fun(value: any): string
---@field decode fun(data: string): any

--- Names a kind of message, so that `party.send(emote, value)` and `party.on(emote, handler)` know what it carries.
--- What arrives comes from other programs: a `decode` that raises an error refuses it, and the message is then reported
--- to `on_error` as `handler_failed`.
--- @param op_code any 64-bit integer the game gives a meaning; beyond 2^53 as a text of its digits
--- @param codec "json" (the default), "text" and "bytes", which in Lua are the same, or a table with `encode` and `decode`
function M.define(op_code, codec)
  codec = codec or "json"
  local known = type(codec) == "string" and presets[codec] or codec
  op_code = integers.of(op_code) or errors.misuse("op_code", "has to be a 64-bit integer")
  if type(known) ~= "table" or not (known.encode and known.decode) then
    errors.misuse("codec", "has to be json, text, bytes, or a table with encode and decode")
  end
  return { op_code = op_code, encode = known.encode, decode = known.decode }
end

return M
