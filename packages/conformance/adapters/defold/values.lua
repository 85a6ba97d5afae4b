-- Values of the SDK as the contract writes them, and the other way round.
local base64 = require "party.json.base64"
local int64 = require "party.json.int64"
local party = require "party.party"

local M = {}

local lists = {
  presences = true, joins = true, leaves = true, users = true, parties = true, notifications = true,
  members = true, join_requests = true, tickets = true, ended = true, cancelled = true,
}

-- Maps whose names are not the contract's.
local maps = { vars = true, string_properties = true, numeric_properties = true }

local function camel(name)
  return (name:gsub("_(%l)", string.upper))
end

local function snake(name)
  return (name:gsub("%u", function(letter) return "_" .. letter:lower() end))
end

--- Bytes are base64, 64-bit integers are digits, and names are in camelCase.
function M.to_contract(value, name)
  if name == "op_code" then return int64.digits(value) end
  if type(value) ~= "table" or maps[name] then return value end
  if lists[name] or value[1] ~= nil then
    local list = party.json_array {}
    for index, item in ipairs(value) do list[index] = M.to_contract(item) end
    return list
  end
  local object = {}
  for field, item in pairs(value) do
    if type(item) ~= "function" then object[camel(field)] = M.to_contract(item, field) end
  end
  return object
end

--- What a game hears of data: bytes.
function M.party_data(event)
  local value = M.to_contract(event)
  value.data = base64.encode(event.data)
  return value
end

function M.from_contract(value, name)
  if type(value) ~= "table" or maps[name] then return value end
  local table_of = {}
  for field, item in pairs(value) do
    local own = type(field) == "string" and snake(field) or field
    table_of[own] = M.from_contract(item, own)
  end
  return table_of
end

M.bytes = base64.decode

return M
