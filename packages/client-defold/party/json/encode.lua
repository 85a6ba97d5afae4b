-- Writes values of a game as JSON. What is a list and what is an object shows in a table, unless it is empty.
local values = require "party.json.values"

local M = {}

local max_depth = 100
local array = {}

--- Marks a table as a list, so that it is one in JSON also when it is empty. Returns the table.
function M.array(list)
  return setmetatable(list, array)
end

local function is_list(value)
  if getmetatable(value) == array then return true end
  local count, highest = 0, 0
  for key in pairs(value) do
    if type(key) ~= "number" then return false end
    count, highest = count + 1, math.max(highest, key)
  end
  -- A hole would make everything behind it another item's.
  return count > 0 and count == highest
end

local function write(value, depth)
  local kind = type(value)
  if kind == "string" then return values.quote(value) end
  if kind == "boolean" then return tostring(value) end
  -- What decoders have for it where nil would be lost.
  if kind == "userdata" then return "null" end
  if kind == "number" then
    if value ~= value or value == math.huge or value == -math.huge then error("a number is not finite", 0) end
    return values.number(value)
  end
  if kind ~= "table" then error("a " .. kind .. " has no form in JSON", 0) end
  if depth > max_depth then error("it refers to itself, or is too deep", 0) end
  local function inner(item) return write(item, depth + 1) end
  if is_list(value) then return values.list(value, inner) or "[]" end
  for name in pairs(value) do
    if type(name) ~= "string" then error("a table is neither a list nor one with names", 0) end
  end
  return values.map(value, inner) or "{}"
end

--- The JSON text of a value. An empty table is an object; `array` makes it a list. Raises an error for what has no form
--- in JSON.
function M.encode(value)
  return write(value, 0)
end

return M
