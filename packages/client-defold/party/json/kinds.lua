-- How decoded JSON is read. It takes what a server writes, and passes over fields that it does not know; a value of the
-- wrong type is refused: what has a type has to have it. Decoders differ in what they make of null: nil, or a userdata.
local base64 = require "party.json.base64"
local integers = require "party.json.int64"

local M = {}

local function is_unset(value)
  return value == nil or type(value) == "userdata"
end

local function refuse(value, expected)
  error("expected " .. expected .. ", got a " .. type(value), 0)
end

function M.text(value)
  if type(value) == "string" then return value end
  return is_unset(value) and "" or refuse(value, "a string")
end

function M.bool(value)
  if type(value) == "boolean" then return value end
  if is_unset(value) then return false end
  refuse(value, "true or false")
end

local unusual = { NaN = 0 / 0, Infinity = math.huge, ["-Infinity"] = -math.huge }

function M.double(value)
  if is_unset(value) then return 0 end
  local number = unusual[value]
  if not number and (type(value) == "number" or type(value) == "string") then number = tonumber(value) end
  return number or refuse(value, "a number")
end

function M.int64(value)
  if is_unset(value) then return 0 end
  return integers.of(value) or refuse(value, "a 64-bit integer")
end

function M.int32(value)
  local number = M.int64(value)
  return type(number) == "number" and number or refuse(value, "a 32-bit integer")
end

function M.bytes(value)
  return base64.decode(M.text(value))
end

function M.optional(value, read)
  if is_unset(value) then return nil end
  return read(value)
end

--- The fields of a message; none if it is not there, so that it has the default of each.
function M.fields(value)
  if is_unset(value) then return {} end
  -- An empty list looks like an empty object.
  if type(value) ~= "table" or value[1] ~= nil then refuse(value, "an object") end
  return value
end

function M.list(value, read)
  local items = {}
  if is_unset(value) then return items end
  if type(value) ~= "table" or (next(value) ~= nil and value[1] == nil) then refuse(value, "a list") end
  for index, item in ipairs(value) do items[index] = read(item) end
  return items
end

function M.map(value, read)
  local items = {}
  if is_unset(value) then return items end
  if type(value) ~= "table" then refuse(value, "an object") end
  for name, item in pairs(value) do items[tostring(name)] = read(item) end
  return items
end

return M
