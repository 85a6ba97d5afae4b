-- Tokens as the server writes them, without a signature that anybody could check.
local base64 = require "party.json.base64"
local encode = require "party.json.encode"

local M = {}

-- A JWT is in the alphabet of URLs and without padding.
local function part(value)
  return (base64.encode(encode.encode(value)):gsub("+", "-"):gsub("/", "_"):gsub("=", ""))
end

function M.token(claims)
  return part { alg = "HS256", typ = "JWT" } .. "." .. part(claims) .. ".c2lnbmF0dXJl"
end

--- @param expires seconds since the Unix epoch
function M.of(user_id, expires, more)
  local claims = { tid = "t", uid = user_id, usn = user_id, exp = expires }
  for name, value in pairs(more or {}) do claims[name] = value end
  return M.token(claims)
end

return M
