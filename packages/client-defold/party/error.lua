-- The errors of this SDK: tables with a stable `code`, to decide by, and a `message` for developers.
local signs = require "party.gen.errors"

local M = {}

---@class party.Error
---@field code string Stable name of what went wrong: one of `party.error_codes`.
---@field message string In words, for developers.
---@field operation string? What was called.
---@field party_id string? The party the call was about.
---@field argument string? With `invalid_argument` and `message_too_large`: name of the argument.
---@field realtime_code integer? The number the server gave to an error on the socket (3: bad input).
---@field http_status integer? The status of an HTTP answer.
---@field cause any? What is behind it.

local Error = {}
Error.__index = Error
Error.__tostring = function(self) return self.code .. ": " .. self.message end

--- @param details any of the other fields
function M.new(code, message, details)
  local err = setmetatable({ code = code, message = message }, Error)
  for name, value in pairs(details or {}) do err[name] = value end
  return err
end

--- Whether a value is an error of this SDK.
function M.is(value)
  return getmetatable(value) == Error
end

--- The same error, as one of this call.
function M.during(err, context)
  return M.new(err.code, err.message, {
    operation = context.operation or err.operation,
    party_id = context.party_id or err.party_id,
    argument = err.argument,
    realtime_code = err.realtime_code,
    http_status = err.http_status,
    cause = err.cause,
  })
end

--- The value itself if it is an error of this SDK, else one with the code `unknown`.
function M.from(value)
  return M.is(value) and value or M.new("unknown", tostring(value), { cause = value })
end

function M.invalid_argument(argument, why)
  return M.new("invalid_argument", argument .. " " .. why, { argument = argument })
end

--- Refuses an argument: raises the error.
function M.refuse(argument, why)
  error(M.invalid_argument(argument, why), 0)
end

--- Refuses what a developer has written, where no call could end with it: raises the error in words, because Lua 5.1
--- shows no others.
function M.misuse(argument, why)
  error(tostring(M.invalid_argument(argument, why)), 0)
end

--- The connection ended before what was waited for came.
function M.disconnected(reason, context)
  return M.during(M.new("disconnected", reason), context or {})
end

function M.not_connected(state, context)
  return M.new("not_connected", "the socket is " .. state, context)
end

local function begins(text, beginning)
  return text:sub(1, #beginning):lower() == beginning:lower()
end

local function recognize(reasons, message)
  for _, reason in ipairs(reasons or {}) do
    if begins(message, reason[1]) then return reason[2] end
  end
  return "unknown"
end

--- What the server answered on the socket.
function M.realtime(code, message)
  -- Nakama puts in front what it was about: "Error joining party: party full".
  local words = message:gsub("^Error [^:]*: ", "")
  return M.new(recognize(signs.realtime[code], words), message, { realtime_code = code })
end

-- Nakama's own answer is an object; what a proxy makes up is not.
local function parsed(text, decode)
  local ok, json = pcall(decode, text)
  if ok and type(json) == "table" then return tonumber(json.code), json.message end
  return nil, #text <= 200 and text:match("^%s*(.-)%s*$") or ""
end

--- What the server answered over HTTP.
--- @param decode reads JSON
function M.http(status, text, decode)
  local grpc_code, message = parsed(text, decode)
  message = type(message) == "string" and message or ""
  -- gRPC codes end at 16 and statuses start at 100: one table serves both.
  local code = recognize(signs.http[grpc_code or status] or signs.http[status], message)
  return M.new(code, message ~= "" and message or "HTTP " .. status, { http_status = status })
end

return M
