-- JSON text of single values, for the generated writers. Each gives nil for a value that is not set, so that it does
-- not travel: a server that is older than a field closes the connection of who sends it. Whether a table is a list or a
-- map is known from the contract, so that an empty one is written right too.
local base64 = require "party.json.base64"
local integers = require "party.json.int64"
local utf8 = require "party.json.utf8"

local M = {}

local escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }

local function escape(character)
  return escapes[character] or ("\\u%04x"):format(character:byte())
end

function M.quote(text)
  return '"' .. utf8.repair(text):gsub('[%z\1-\31"\\\127]', escape) .. '"'
end

--- A number so that it is read as the same one. JSON has no notation for what no finite number is.
function M.number(value)
  if value ~= value then return '"NaN"' end
  if value == math.huge then return '"Infinity"' end
  if value == -math.huge then return '"-Infinity"' end
  if integers.is_safe(value) then return ("%.0f"):format(value) end
  for digits = 15, 16 do
    local text = ("%." .. digits .. "g"):format(value)
    if tonumber(text) == value then return text end
  end
  return ("%.17g"):format(value)
end

--- JSON has no notation for integers beyond the safe ones that every reader takes.
function M.integer(value)
  local digits = integers.digits(value)
  return type(value) == "number" and digits or '"' .. digits .. '"'
end

function M.base64(bytes)
  return '"' .. base64.encode(bytes) .. '"'
end

function M.text(value)
  return value ~= nil and value ~= "" and M.quote(value) or nil
end

function M.bool(value)
  return value and "true" or nil
end

function M.int32(value)
  return value ~= nil and value ~= 0 and M.number(value) or nil
end

function M.int64(value)
  return value ~= nil and value ~= 0 and M.integer(value) or nil
end

M.double = M.int32

function M.bytes(value)
  return value ~= nil and value ~= "" and M.base64(value) or nil
end

function M.optional(value, write)
  return value ~= nil and write(value) or nil
end

function M.list(values, write)
  if values == nil or #values == 0 then return nil end
  local out = {}
  for index, value in ipairs(values) do out[index] = write(value) end
  return "[" .. table.concat(out, ",") .. "]"
end

function M.map(values, write)
  if values == nil or next(values) == nil then return nil end
  local names = {}
  for name in pairs(values) do names[#names + 1] = name end
  table.sort(names)
  local json = {}
  for _, name in ipairs(names) do M.put(json, name, write(values[name])) end
  return M.object(json)
end

--- Adds a member to an object that is being written, if it has a value.
function M.put(json, name, value)
  if value then json[#json + 1] = M.quote(name) .. ":" .. value end
end

function M.object(json)
  return "{" .. table.concat(json, ",") .. "}"
end

return M
