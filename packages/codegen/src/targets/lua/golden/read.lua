-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

local kinds = require "party.json.kinds"
local fields = kinds.fields
local int64 = kinds.int64
local list = kinds.list
local optional = kinds.optional
local text = kinds.text

local M = {}

---@return party.Waved
function M.waved(value)
  local from = fields(value)
  return {
    people = list(from.people, M.person),
    since = optional(from.since, text),
    code = int64(from.code),
    note = optional(from.note, text),
  }
end

---@return party.Person
function M.person(value)
  local from = fields(value)
  return {
    name = text(from.name),
  }
end

--- The reader of every message that an envelope from the server may carry, by its name in JSON.
M.replies = {
  waved = M.waved,
}

return M
