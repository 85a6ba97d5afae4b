-- The way to one server: signs players in, calls the server's HTTP interface, and makes sockets.
--
-- Besides what each call names, every one can end with `invalid_argument` (an argument is refused before anything is
-- sent), `network_error` (the server cannot be reached), `timeout`, `aborted`, `rate_limited`, `unavailable` and
-- `server_error`; calls that sign in or refresh with `server_key_invalid`, calls that take a session with
-- `unauthenticated` (the server takes neither its token nor its refresh token: the player has to sign in again). A
-- session whose token is about to end is refreshed before, and one whose token is refused is refreshed once.
local callers = require "party.http.caller"
local calls = require "party.runtime.calls"
local check = require "party.check"
local errors = require "party.error"
local futures = require "party.runtime.future"
local keepers = require "party.http.keeper"
local limits = require "party.limits"
local sessions = require "party.session"
local settings_of = require "party.settings"
local sockets = require "party.socket.socket"

local M = {}

---@class party.Client

local function merged(config, more)
  local all = {}
  for _, source in ipairs { config, more } do
    for name, value in pairs(source) do all[name] = value end
  end
  return all
end

-- Makes a session of the tokens in an answer. An answer may have some that are none.
local function read_session(operation, read)
  return function(tokens)
    local ok, result = pcall(read, tokens)
    if ok then return result end
    return nil, errors.new("malformed_message", tostring(result), { operation = operation })
  end
end

local list_names = { "limit", "open", "query", "cursor" }

--- @param config party.Config
function M.new(config)
  local settings = settings_of.resolve(config)
  local turn = settings.turn
  local client = {}
  local exchange, keep_fresh

  local function perform(name, callback, start)
    local function report(cause, trace)
      settings.logger.error(("callback of %s: %s"):format(name, tostring(cause)), trace)
      settings.raise(trace)
    end
    return calls.perform(turn, name, callback, report, start)
  end

  -- Checks a call and makes it.
  -- @param required arguments it cannot be without
  -- @param build makes the request of the call
  local function call(name, names, request, options, wrong, required, session, build)
    local err = check.failure({ operation = name }, function()
      if wrong then error(wrong, 0) end
      check.names(request, names)
      check.options(options)
      if session ~= nil then check.session(session) end
      local fields = merged(request, {})
      fields.session = nil
      check.fields(fields, required)
    end)
    if err then return futures.failed(turn, err) end
    return exchange(name, session, build, options)
  end

  local function sign_in(name, account_names, more)
    local names = { unpack(account_names) }
    for _, option in ipairs { "vars", "create", "username" } do names[#names + 1] = option end
    client[name] = function(...)
      local request, options, callback, wrong = calls.arguments(client, names, ...)
      return perform(name, callback, function()
        local account = { vars = request.vars }
        for _, field in ipairs(account_names) do account[field] = request[field] end
        local body = { account = account, create = request.create, username = request.username }
        local future = call(name, names, request, options, wrong, account_names, nil, function() return body end)
        return futures.map(turn, future, read_session(name, function(tokens)
          return sessions.new(tokens.created, tokens.token, tokens.refresh_token)
        end))
      end)
    end
  end

  --- Signs in with an id of the game's choice, for example from its own account system: `(id, vars, create, username)`.
  --- The id has 6 to 128 bytes, without spaces and control characters. Ends also with `invalid_custom_id`,
  --- `invalid_username`, `account_not_found` (only with `create` false), `account_banned`, `username_taken`.
  sign_in("authenticate_custom", { "id" })
  --- Signs in with an id of the device: `(id, vars, create, username)`. The id has 10 to 128 bytes, without spaces and
  --- control characters. Ends also with `invalid_device_id`, `invalid_username`, `account_not_found`, `account_banned`,
  --- `username_taken`.
  sign_in("authenticate_device", { "id" })
  --- Signs in with an e-mail address and a password: `(email, password, vars, create, username)`; with an empty address,
  --- `username` says who signs in, and no account is ever created. Ends also with `invalid_email`, `invalid_password`,
  --- `invalid_username`, `invalid_credentials`, `account_not_found`, `account_banned`, `username_taken`.
  sign_in("authenticate_email", { "email", "password" })

  local function refresh(session, vars, options, wrong)
    local future = call("refresh_session", { "session", "vars" }, { vars = vars }, options, wrong, nil, nil, function()
      return { token = session.refresh_token, vars = vars }
    end)
    return futures.map(turn, future, read_session("refresh_session", function(tokens)
      sessions.update(session, tokens.token, tokens.refresh_token)
      return session
    end))
  end

  keep_fresh = keepers.new(settings, function(session, token)
    return refresh(session, nil, { cancellation_token = token })
  end)
  exchange = callers.new(settings, keep_fresh)

  --- Buys new tokens with the session's refresh token, also when the session token has ended, and writes them into the
  --- session: `(session, vars)`. Ends also with `refresh_token_invalid`: the player has to sign in again.
  function client.session_refresh(...)
    local request, options, callback, wrong = calls.arguments(client, { "session", "vars" }, ...)
    return perform("session_refresh", callback, function()
      local session = request.session
      local err = check.failure({ operation = "refresh_session" }, function()
        check.session(session)
        if session.refresh_token == "" then errors.refuse("session", "has no refresh token") end
      end)
      return refresh(session, request.vars, options, wrong or err)
    end)
  end

  --- Refreshes the session if its token ends within `refresh_margin_ms`, as every call that takes a session and every
  --- attempt to connect does by itself; for a game that uses `session.token` elsewhere. Who asks at the same time shares
  --- one refresh. A session that cannot be refreshed stays as it is.
  function client.keep_fresh(...)
    local request, _, callback = calls.arguments(client, { "session" }, ...)
    return perform("keep_fresh", callback, function()
      local err = check.failure({ operation = "refresh_session" }, function() check.session(request.session) end)
      return err and futures.failed(turn, err) or keep_fresh(request.session)
    end)
  end

  -- Defines a call that takes a session.
  local function method(public, name, argument_names, required, build)
    local names = { "session", unpack(argument_names) }
    client[public] = function(...)
      local request, options, callback, wrong = calls.arguments(client, names, ...)
      return perform(public, callback, function()
        return call(name, names, request, options, wrong, required, request.session or false, function()
          return build(request)
        end)
      end)
    end
  end

  --- Makes both tokens of the session invalid: `(session)`. Sockets that are open stay open.
  method("session_logout", "logout_session", {}, nil, function(request)
    return { token = request.session.token, refresh_token = request.session.refresh_token }
  end)
  --- Lists parties that are not hidden: `(session, limit, open, query, cursor)`; at most `limit` (1 to 100, default 10).
  --- What was created or changed within the last second may not be in the list yet; a party without a label is listed
  --- with the label `{}`. Ends also with `invalid_limit` and `list_failed` (a query or cursor that cannot be read).
  method("list_parties", "list_parties", list_names, nil, function(request) return request end)
  --- Lists the player's stored notifications, oldest first: `(session, limit, cacheable_cursor)`; at most `limit` (1 to
  --- 100, default 100). `cacheable_cursor` of the result is set on the last page too: kept, it finds later what has come
  --- since. Ends also with `invalid_limit` and `list_failed`.
  method("list_notifications", "list_notifications", { "limit", "cacheable_cursor" }, nil, function(request)
    return { limit = request.limit or limits.list, cacheable_cursor = request.cacheable_cursor }
  end)
  --- Deletes stored notifications of the player: `(session, ids)`. Ids that are not there are ignored. Ends also with
  --- `invalid_input`.
  method("delete_notifications", "delete_notifications", { "ids" }, { "ids" }, function(request) return request end)
  --- Tells how busy the matchmaker is: `(session)`.
  method("get_matchmaker_stats", "get_matchmaker_stats", {}, nil, function() return {} end)

  --- Calls a function that the game's own server code has registered: `(session, id, payload)`. Ends also with
  --- `rpc_not_found`, `invalid_input`, `request_too_large`, `server_function_failed`, and whatever the function answers.
  function client.rpc_func(...)
    local names = { "session", "id", "payload" }
    local request, options, callback, wrong = calls.arguments(client, names, ...)
    return perform("rpc_func", callback, function()
      local future = call("call_rpc", names, request, options, wrong, { "id" }, request.session or false, function()
        return { id = request.id, payload = request.payload }
      end)
      return futures.map(turn, future, function(reply)
        -- The server's answer does not repeat the id.
        return { id = request.id, payload = reply.payload, http_key = reply.http_key }
      end)
    end)
  end

  --- A socket to the same server, with everything this client was given unless the options say otherwise. It is not
  --- connected yet. A player needs one; each has its own connection.
  --- @param options party.Config?
  --- @return party.Socket
  function client.create_socket(...)
    local request = { ... }
    local options = request[#request]
    local own = type(options) == "table" and options ~= client and options or {}
    return sockets.new(settings_of.resolve(merged(config, own)), {
      keep_fresh = keep_fresh,
      list_names = list_names,
      list_parties = function(session, arguments, bounds)
        return call("list_parties", list_names, arguments, bounds, nil, nil, session, function() return arguments end)
      end,
    })
  end

  return client
end

return M
