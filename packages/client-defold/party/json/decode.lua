-- Reads JSON, for platforms that have nothing of their own for it. null becomes nil, in a list a userdata, so that what
-- follows it is not lost.
local utf8 = require "party.json.utf8"

local M = { null = newproxy() }

local max_depth = 100

local function fail(what, index)
  error(("expected %s at character %d"):format(what, index), 0)
end

local function skip(text, index)
  return text:find("[^ \t\r\n]", index) or #text + 1
end

local plain_escapes = {
  ['"'] = '"', ["\\"] = "\\", ["/"] = "/", b = "\b", f = "\f", n = "\n", r = "\r", t = "\t",
}

local function hex(text, index)
  local digits = text:match("^%x%x%x%x", index)
  return digits and tonumber(digits, 16) or fail("four hexadecimal digits", index)
end

-- The character of an escape, and the index behind it.
local function read_escape(text, index)
  local kind = text:sub(index, index)
  if plain_escapes[kind] then return plain_escapes[kind], index + 1 end
  if kind ~= "u" then fail("an escape", index) end
  local code = hex(text, index + 1)
  index = index + 5
  if code >= 0xD800 and code < 0xDC00 and text:sub(index, index + 1) == "\\u" then
    local low = hex(text, index + 2)
    if low >= 0xDC00 and low < 0xE000 then
      return utf8.char(0x10000 + (code - 0xD800) * 1024 + low - 0xDC00), index + 6
    end
  end
  return utf8.char(code), index
end

local function read_string(text, index)
  local out = {}
  index = index + 1
  while true do
    local stop = text:find('[%z\1-\31"\\]', index) or fail("the end of a string", #text + 1)
    out[#out + 1] = text:sub(index, stop - 1)
    local character = text:sub(stop, stop)
    if character == '"' then return table.concat(out), stop + 1 end
    if character ~= "\\" then fail("no control character", stop) end
    out[#out + 1], index = read_escape(text, stop + 1)
  end
end

local function read_number(text, index)
  local integer = text:match("^%-?%d+", index)
  if not integer or integer:find("^%-?0%d") then fail("a value", index) end
  local stop = index + #integer
  local fraction = text:match("^%.%d+", stop) or ""
  local exponent = text:match("^[eE][+-]?%d+", stop + #fraction) or ""
  stop = stop + #fraction + #exponent
  return tonumber(text:sub(index, stop - 1)), stop
end

local read_value

local function read_array(text, index, depth)
  local items, count = {}, 0
  index = skip(text, index + 1)
  if text:sub(index, index) == "]" then return items, index + 1 end
  while true do
    local item
    item, index = read_value(text, index, depth)
    count = count + 1
    if item == nil then items[count] = M.null else items[count] = item end
    index = skip(text, index)
    local character = text:sub(index, index)
    if character == "]" then return items, index + 1 end
    if character ~= "," then fail("a comma or the end of an array", index) end
    index = index + 1
  end
end

local function read_object(text, index, depth)
  local members = {}
  index = skip(text, index + 1)
  if text:sub(index, index) == "}" then return members, index + 1 end
  while true do
    index = skip(text, index)
    if text:sub(index, index) ~= '"' then fail("a name", index) end
    local name
    name, index = read_string(text, index)
    index = skip(text, index)
    if text:sub(index, index) ~= ":" then fail("a colon", index) end
    members[name], index = read_value(text, index + 1, depth)
    index = skip(text, index)
    local character = text:sub(index, index)
    if character == "}" then return members, index + 1 end
    if character ~= "," then fail("a comma or the end of an object", index) end
    index = index + 1
  end
end

function read_value(text, index, depth)
  if depth > max_depth then fail("less depth", index) end
  index = skip(text, index)
  local character = text:sub(index, index)
  if character == "{" then return read_object(text, index, depth + 1) end
  if character == "[" then return read_array(text, index, depth + 1) end
  if character == '"' then return read_string(text, index) end
  if text:sub(index, index + 3) == "true" then return true, index + 4 end
  if text:sub(index, index + 4) == "false" then return false, index + 5 end
  if text:sub(index, index + 3) == "null" then return nil, index + 4 end
  return read_number(text, index)
end

--- The value of a JSON text. Raises an error that says where the text is none.
function M.decode(text)
  local value, index = read_value(text, 1, 0)
  index = skip(text, index)
  if index <= #text then fail("the end", index) end
  return value
end

return M
