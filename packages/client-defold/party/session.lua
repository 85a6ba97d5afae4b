-- A signed-in player: a session token, which opens sockets and authorises HTTP calls and lives for a minute by default,
-- and a refresh token, which buys new ones and lives for an hour.
--
-- To stay signed in over a restart, keep `token` and `refresh_token` and give them to `party.restore_session`.
-- Refreshing changes a session in place: whoever holds it goes on with the new tokens.
local base64 = require "party.json.base64"
local errors = require "party.error"
local json = require "party.json.decode"

local M = {}

---@class party.Session
---@field created boolean Whether signing in has created the account. False in a restored session.
---@field token string The session token.
---@field refresh_token string The refresh token; empty if there is none.
---@field user_id string Id of the player: a UUID.
---@field username string Name of the player.
---@field vars table<string, string> The variables that were given when signing in or refreshing.
---@field expires number When the session token ends, in seconds since the Unix epoch.
---@field refresh_token_expires number When the refresh token ends, in seconds since the Unix epoch; 0 if there is none.

-- What a token says. Its signature is the server's business: a client could not check it.
local function claims_of(argument, token)
  local ok, claims = pcall(function()
    -- A JWT is in the alphabet of URLs, and without padding.
    return json.decode(base64.decode(token:match("^[^.]*%.([^.]*)")))
  end)
  if not ok or type(claims) ~= "table" or type(claims.uid) ~= "string" or type(claims.exp) ~= "number" then
    errors.refuse(argument, "is no token")
  end
  return claims
end

--- Takes over new tokens of the same player. Raises an `invalid_argument` when one is none; the session is then as it was.
function M.update(session, token, refresh_token)
  local claims = claims_of("token", token)
  local refresh_expires = refresh_token ~= "" and claims_of("refresh_token", refresh_token).exp or 0
  session.token, session.refresh_token = token, refresh_token
  session.user_id, session.username = claims.uid, claims.usn or ""
  session.vars = claims.vrs or {}
  session.expires, session.refresh_token_expires = claims.exp, refresh_expires
end

function M.new(created, token, refresh_token)
  local session = { created = created }
  M.update(session, token, refresh_token)
  return session
end

--- Whether the session token has ended.
--- @param at_ms milliseconds since the Unix epoch
function M.is_token_expired(session, at_ms)
  return at_ms >= session.expires * 1000
end

--- Whether the refresh token has ended, or there is none: the player has to sign in again.
--- @param at_ms milliseconds since the Unix epoch
function M.is_refresh_token_expired(session, at_ms)
  return at_ms >= session.refresh_token_expires * 1000
end

return M
