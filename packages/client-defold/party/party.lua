-- A party SDK for games, for Nakama and for every server that speaks as it does.
--
--     local party = require "party.party"
--
--     local client = party.create_client { host = "127.0.0.1", port = 7350, server_key = "defaultkey" }
--     party.sync(function()
--       local session = party.check(client.authenticate_device("device-id-0001"))
--       local socket = client.create_socket()
--       party.check(socket.connect(session))
--       local mine = party.check(socket.party_create(false, 4))
--       print("tell your friends:", mine.party_id)
--     end)
--
-- Every call returns its result, or nil and an error. It waits in the coroutine it is made in; with a function as the
-- last argument it does not wait, and calls that with both.
local cancellation = require "party.runtime.cancellation"
local clients = require "party.client"
local encode = require "party.json.encode"
local enums = require "party.gen.enums"
local errors = require "party.error"
local json = require "party.json.decode"
local messages = require "party.live.message"
local policies = require "party.connection.policy"
local sessions = require "party.session"
local signs = require "party.gen.errors"
local tasks = require "party.runtime.tasks"

local M = {}

--- Every code an error can have, by itself: `party.error_codes.party_full`.
M.error_codes = signs.codes
--- Named numbers of the protocol.
M.enums = enums
--- Whether a value is an error of this SDK.
M.is_error = errors.is
--- A token to be given to calls as `cancellation_token`; `token.cancel()` ends them with `aborted`.
M.cancellation_token = cancellation.new
--- The default policy for reconnecting; see connection/policy.lua.
M.full_jitter = policies.full_jitter
--- The JSON text of a value. An empty table is an object, unless `json_array` has marked it as a list.
M.encode_json = encode.encode
--- Marks a table as a list, for `encode_json`. Returns the table.
M.json_array = encode.array
--- The value of a JSON text. Raises an error for what is none: other members are other programs.
M.decode_json = json.decode

--- The way to one server. Raises an error that names the option that is wrong.
--- @param config party.Config?
--- @return party.Client
function M.create_client(config)
  return clients.new(config or {})
end

--- The same as `client.create_socket(options)`.
--- @return party.Socket
function M.create_socket(client, options)
  return client.create_socket(options)
end

--- Runs a function in a coroutine, so that calls in it can wait. What it raises is raised here, or, after it has waited,
--- by a timer of the platform.
function M.sync(fn, ...)
  tasks.spawn(fn, nil, ...)
end

--- Returns the result of a call, or raises its error in words, where there is nothing else to do about it. (`assert` of
--- Lua 5.1 takes no errors but texts.)
function M.check(result, err)
  if err ~= nil then error(tostring(err), 2) end
  return result
end

--- A session from tokens that were kept. Nothing is sent: whether the server still takes them shows with the first call.
--- @param token string the session token; it may have expired
--- @param refresh_token string? without one the session cannot be refreshed
--- @return party.Session?, party.Error?
function M.restore_session(token, refresh_token)
  local ok, result = pcall(function()
    if type(token) ~= "string" then errors.refuse("token", "is no token") end
    return sessions.new(false, token, refresh_token or "")
  end)
  if ok then return result end
  return nil, errors.from(result)
end

--- Whether the session token has ended, by this machine's clock. An open socket stays open nevertheless.
--- @param at_ms number? milliseconds since the Unix epoch; default now
function M.is_token_expired(session, at_ms)
  return sessions.is_token_expired(session, at_ms or os.time() * 1000)
end

--- Whether the refresh token has ended, or there is none: the player has to sign in again.
--- @param at_ms number? milliseconds since the Unix epoch; default now
function M.is_refresh_token_expired(session, at_ms)
  return sessions.is_refresh_token_expired(session, at_ms or os.time() * 1000)
end

--- Names a kind of message, so that `mine.send(emote, value)` and `mine.on(emote, handler)` know what it carries.
--- @param op_code integer|string any 64-bit integer the game gives a meaning; beyond 2^53 as a text of its digits
--- @param codec string|table? "json" (the default), "text", "bytes", or a table with `encode` and `decode`
--- @return party.MessageType
function M.define_message(op_code, codec)
  return messages.define(op_code, codec)
end

return M
