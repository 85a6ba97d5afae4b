-- Refuses requests that the server would refuse anyway, or for which it would close the connection.
local errors = require "party.error"
local integers = require "party.json.int64"
local json = require "party.json.decode"
local limits = require "party.limits"

local M = {}

-- Each rule gives the words for what is wrong with a value, if anything is.

local function text(value)
  return type(value) ~= "string" and "has to be a text" or nil
end

local function name(value)
  return (type(value) ~= "string" or value == "") and "has to be a text that is not empty" or nil
end

local function bool(value)
  return type(value) ~= "boolean" and "has to be true or false" or nil
end

local function finite(value)
  local is_finite = type(value) == "number" and value == value and value ~= math.huge and value ~= -math.huge
  return not is_finite and "has to be a finite number" or nil
end

local function integer(value, min, max)
  max = max or 2147483647
  local is_one = type(value) == "number" and value % 1 == 0 and value >= min and value <= max
  return not is_one and ("has to be an integer from %d to %d"):format(min, max) or nil
end

local function at_most(value, bytes)
  return text(value) or (#value > bytes and ("may have at most %d bytes"):format(bytes)) or nil
end

local function each(values, rule, kind)
  if type(values) ~= "table" then return "has to be a " .. kind end
  for key, value in pairs(values) do
    if (kind == "list") ~= (type(key) == "number") then return "has to be a " .. kind end
    local wrong = rule(value)
    if wrong then return wrong end
  end
  return nil
end

local function list(rule)
  return function(values) return each(values, rule, "list") end
end

local function map(rule)
  return function(values) return each(values, rule, "map") end
end

local function is_json_object(value)
  -- A list that is empty looks like an empty object when it is decoded.
  if not value:find("^%s*{") then return false end
  return (pcall(json.decode, value))
end

local function divides(value, request)
  local wrong = integer(value, 1)
  if wrong then return wrong end
  if request.min_count % value ~= 0 or request.max_count % value ~= 0 then
    return "has to divide min_count and max_count"
  end
  return nil
end

local function presence(value)
  local given = type(value) == "table" and value or {}
  local is_whole = not (name(given.user_id) or name(given.session_id) or name(given.username))
  return not is_whole and "has to have user_id, session_id and username" or nil
end

-- What each field of a request has to be, whichever request it is in. The rest is the server's to know.
local rules = {
  party_id = name,
  ticket = name,
  id = name,
  payload = text,
  query = text,
  username = text,
  email = text,
  password = text,
  cursor = text,
  cacheable_cursor = text,
  lang = name,
  create = bool,
  vars = map(text),
  limit = function(value) return integer(value, 1, limits.list) end,
  ids = list(name),
  open = bool,
  hidden = bool,
  max_size = function(value) return integer(value, 1, limits.party_size) end,
  label = function(value)
    local wrong = at_most(value, limits.label_bytes)
    return wrong or (value ~= "" and not is_json_object(value) and "has to be a JSON object") or nil
  end,
  status = function(value) return at_most(value, limits.status_bytes) end,
  op_code = function(value)
    return not integers.of(value) and "has to be a 64-bit integer; beyond 2^53 as a text of its digits" or nil
  end,
  data = function(value) return text(value) and "has to be a text, of any bytes" or nil end,
  presence = presence,
  user_ids = list(name),
  usernames = list(name),
  min_count = function(value) return integer(value, limits.min_match_count) end,
  max_count = function(value, request) return integer(value, request.min_count) end,
  count_multiple = divides,
  string_properties = map(text),
  numeric_properties = map(finite),
}

-- What others are measured by comes first.
local first = { "party_id", "min_count", "max_count" }

local function check_field(request, field)
  local rule = rules[field]
  local wrong = rule and rule(request[field], request)
  if wrong then errors.refuse(field, wrong) end
end

--- Checks the fields of a request that are set, and that those named in `required` are. Raises an `invalid_argument`
--- that names the field.
function M.fields(request, required)
  for _, field in ipairs(required or {}) do check_field(request, field) end
  for _, field in ipairs(first) do
    if request[field] ~= nil then check_field(request, field) end
  end
  for field in pairs(request) do check_field(request, field) end
end

--- Refuses names that are none of those a call takes: they are misspelt.
function M.names(request, names)
  local known = {}
  for _, field in ipairs(names) do known[field] = true end
  for field in pairs(request) do
    if not known[field] then errors.refuse(tostring(field), "is not an argument of this call") end
  end
end

--- Refuses options of a call that are none, or of the wrong kind.
function M.options(options)
  for option, value in pairs(options) do
    if option == "timeout_ms" then
      if finite(value) or value < 0 then errors.refuse("timeout_ms", "has to be a number of milliseconds") end
    elseif option == "cancellation_token" then
      if type(value) ~= "table" or not value.on_cancel then errors.refuse(option, "has to be a cancellation token") end
    else
      errors.refuse(tostring(option), "is not an option of a call")
    end
  end
end

--- Refuses what is no session.
function M.session(session)
  local is_one = type(session) == "table" and type(session.token) == "string" and type(session.refresh_token) == "string"
  if not (is_one and type(session.user_id) == "string") then errors.refuse("session", "has to be a session") end
end

--- Refuses what `connect` cannot do anything with.
function M.connect(session, options, bounds)
  M.session(session)
  for option in pairs(options) do
    if option ~= "appear_online" and option ~= "lang" and bounds[option] == nil then
      errors.refuse(tostring(option), "is not an option of connect")
    end
  end
  if options.appear_online ~= nil and bool(options.appear_online) then
    errors.refuse("appear_online", "has to be true or false")
  end
  if options.lang ~= nil then M.fields { lang = options.lang } end
  M.options(bounds)
end

--- Runs checks and gives the error that they raise, as one of this call; nil if they raise none.
function M.failure(context, checks)
  local ok, cause = pcall(checks)
  if ok then return nil end
  return errors.during(errors.is(cause) and cause or errors.invalid_argument("an argument", tostring(cause)), context)
end

return M
