-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

local values = require "party.json.values"
local bool = values.bool
local bytes = values.bytes
local double = values.double
local int32 = values.int32
local int64 = values.int64
local list = values.list
local map = values.map
local number = values.number
local object = values.object
local optional = values.optional
local put = values.put
local quote = values.quote
local text = values.text

local M = {}

---@param message party.Wave
function M.wave(message)
  local json = {}
  put(json, "whom", optional(message.whom, M.person))
  put(json, "times", int32(message.times))
  put(json, "code", int64(message.code))
  put(json, "data", bytes(message.data))
  put(json, "loud", bool(message.loud))
  put(json, "force", double(message.force))
  put(json, "note", optional(message.note, quote))
  put(json, "limit", optional(message.limit, number))
  put(json, "tags", list(message.tags, quote))
  put(json, "weights", map(message.weights, number))
  put(json, "by_name", optional(message.by_name, quote))
  put(json, "by_id", optional(message.by_id, quote))
  return object(json)
end

---@param message party.Person
function M.person(message)
  local json = {}
  put(json, "name", text(message.name))
  return object(json)
end

function M.ping()
  return "{}"
end

return M
