-- A player's connection to the server: everything a party does, and everything it hears.
local calls = require "party.runtime.calls"
local check = require "party.check"
local connections = require "party.connection.connection"
local errors = require "party.error"
local events_of = require "party.socket.events"
local futures = require "party.runtime.future"
local joining = require "party.socket.joining"
local registries = require "party.live.registry"
local rejoins = require "party.live.rejoin"
local sessions = require "party.session"
local socket_calls = require "party.socket.calls"
local status_memory = require "party.socket.status_memory"
local targets = require "party.socket.target"

local M = {}

-- A minute: several heartbeats, should some refreshes fail.
local refresh_token_margin_ms = 60000

---@class party.Socket : party.SocketCalls, party.SocketEvents
---@field state string Where the connection stands: "idle", "connecting", "open", "reconnecting" or "closed".
---@field session party.Session? The session last given to `connect`.
---@field party_create fun(...): party.LiveParty?, party.Error? What is created is live.
---@field party_join fun(...): (party.LiveParty|boolean)?, party.Error? Live with the option `wait = "joined"`, else true.
---@field party_promote fun(...): party.PartyLeader?, party.Error? Who leads now.
---@field party_update fun(...): party.PartyUpdate?, party.Error? What the party is like now.
---@field ping fun(...): number?, party.Error? How long the answer took, in milliseconds.

--- Made by `client.create_socket`.
--- @param settings see settings.lua
--- @param client `keep_fresh(session, token, refused)` and `list_parties(session, request, options)`, which give futures
function M.new(settings, client)
  local socket = {}
  local turn, clock = settings.turn, settings.clock
  local events = events_of.define(socket, settings)
  local memory = status_memory.new()
  local session, connection, registry, rejoin, call

  local function perform(name, callback, start)
    local function report(cause, trace) events.failed("callback of " .. name, cause, trace) end
    return calls.perform(turn, name, callback, report, start)
  end

  -- Without it a connection that held for longer than the refresh token could not be made again.
  local function keep_refresh_token()
    local now = clock.now()
    if not session or sessions.is_refresh_token_expired(session, now) then return end
    if not sessions.is_refresh_token_expired(session, now + refresh_token_margin_ms) then return end
    client.keep_fresh(session, nil, session.token)
  end

  -- Reports what fails, unless it fails for the end of the connection: the next one will do it again.
  local function restore(operation, request, done)
    call(operation, request, {}).done(function(result, err)
      if err and err.code ~= "disconnected" then events.error(err) end
      if result and done then done(result) end
    end)
  end

  local function restore_status()
    -- An empty status, or none, was asked for with the connection itself.
    local status = memory.update and memory.update.status
    if status and status ~= "" then restore("status_update", { status = status }) end
    local follows = memory.follows()
    if not follows then return end
    restore("status_follow", follows, function(online) events.emit("status_restored", online) end)
  end

  local function tell_disconnect(transition)
    local from, to = transition.from, transition.to
    if from ~= "open" and not (from == "reconnecting" and to == "closed") then return end
    events.emit("disconnect", {
      code = transition.code,
      reason = transition.reason,
      will_reconnect = transition.will_reconnect,
    })
  end

  local function moved(transition)
    local from, to = transition.from, transition.to
    if to == "connecting" then memory = status_memory.new() end
    if from == "open" or to == "closed" then
      rejoin.stop()
      registry.lost(transition.will_reconnect)
    end
    -- Before the game hears of the new connection, so that what it does then comes after.
    if from == "reconnecting" and to == "open" then
      restore_status()
      rejoin.start(registry.list())
    end
    events.emit("transition", transition)
    tell_disconnect(transition)
  end

  connection = connections.new(settings, {
    on_message = function(name, value)
      registry.receive(name, value)
      events.push(name, value)
      if name == "party" then rejoin.entered(value.party_id) end
    end,
    on_error = events.error,
    on_transition = moved,
    on_alive = keep_refresh_token,
  })

  call = socket_calls.caller {
    settings = settings,
    connection = connection,
    replied = function(operation, request, reply)
      if settings.restore_status then memory.note(operation, request) end
      registry.replied(operation, request, reply)
    end,
    refused = function(err) registry.refused(err) end,
  }

  registry = registries.new {
    turn = turn,
    clock = clock,
    call = call,
    perform = perform,
    ask = function(party_id) return call("party_join_request_list", { party_id = party_id }, {}) end,
    on_failure = function(event, cause, trace) events.failed("party " .. event, cause, trace) end,
  }

  rejoin = rejoins.new {
    clock = clock,
    timeout_ms = settings.timeout_ms,
    rejoin = settings.rejoin,
    join = function(party_id) return call("party_join", { party_id = party_id }, {}) end,
    probe = function(party_id) return call("party_join_request_list", { party_id = party_id }, {}) end,
    finish = function(party_id) registry.finish(party_id, "disconnected") end,
    tell = function(outcome) events.emit("party_rejoin", outcome) end,
  }

  local convert = joining.converters {
    turn = turn,
    settings = settings,
    call = call,
    registry = registry,
    events = events,
  }
  socket_calls.define(socket, { perform = perform }, call, convert)

  --- Waits for the next event of this name: `socket.once("party_data", { timeout_ms = 1000, where = function(event) … end
  --- })`. Ends also with `timeout`, `aborted`, and `disconnected` when the connection ends for good first.
  function socket.once(...)
    local request, options, callback, wrong = calls.arguments(socket, { "event" }, ...)
    return perform("once", callback, function()
      if wrong then return futures.failed(turn, wrong) end
      return joining.wait_for_event(settings, events, request.event, options)
    end)
  end

  --- Connects the player. Calling it again while it connects, or connects again, waits for the same; while it is open it
  --- ends at once. Register handlers before: what the server says first may arrive together with the connection.
  ---
  --- A first attempt that fails is not repeated; once it was open, a connection that is lost is made again (option
  --- `reconnect`). Each attempt uses the tokens that the session has by then.
  ---
  --- Ends also with `unauthenticated` (the server takes neither the token nor the refresh token: sign in again),
  --- `connection_failed` and `disconnected` (`disconnect` was called meanwhile).
  --- @param session party.Session
  --- @param options `appear_online` (false): whether followers see the player come online, with an empty status; `lang`:
  --- language of the player, for server code to read; `timeout_ms`, `cancellation_token`
  function socket.connect(...)
    local request, options, callback, wrong = calls.arguments(socket, { "session" }, ...)
    return perform("connect", callback, function()
      local bounds = { timeout_ms = options.timeout_ms, cancellation_token = options.cancellation_token }
      local wanted = request.session
      local err = check.failure({ operation = "connect" }, function()
        if wrong then error(wrong, 0) end
        check.connect(wanted, options, bounds)
        local is_free = connection.state == "idle" or connection.state == "closed"
        if not is_free and wanted.user_id ~= session.user_id then
          errors.refuse("session", "is of another player; disconnect first")
        end
      end)
      if err then return futures.failed(turn, err) end
      session = wanted
      return connection.connect(targets.new({
        settings = settings,
        keep_fresh = client.keep_fresh,
        appears_online = function()
          if not memory.update then return nil end
          return memory.update.status == ""
        end,
      }, wanted, options), bounds)
    end)
  end

  --- Ends the connection, or the attempts to make one. Calls under way end with `disconnected`; `on_disconnect` follows
  --- if there was a connection. Handlers stay, for the next `connect`. The server takes the player out of all parties.
  function socket.disconnect()
    turn.run(connection.disconnect)
  end

  --- While the socket reconnects: makes the next attempt now, and counts the attempts anew. While it is open: tests now
  --- whether the server still answers. To be called when the game's window comes back (`window.WINDOW_EVENT_FOCUS_GAINED`).
  function socket.reconnect_now()
    turn.run(connection.reconnect_now)
  end

  --- Lists parties with the session of this socket. It goes over HTTP. See `client.list_parties`.
  function socket.list_parties(...)
    local request, options, callback, wrong = calls.arguments(socket, client.list_names, ...)
    return perform("list_parties", callback, function()
      if wrong then return futures.failed(turn, wrong) end
      if not session then
        return futures.failed(turn, errors.not_connected(connection.state, { operation = "list_parties" }))
      end
      return client.list_parties(session, request, options)
    end)
  end

  --- The parties that the player is in, in the order of entering: the same list until the player enters a party or one
  --- ends. It is not to be written into.
  function socket.parties() return registry.list() end

  --- The live party of this id; nil if the player is not in it.
  function socket.get_party(...)
    return registry.get(calls.last(...))
  end

  --- Calls the listener whenever the player has entered a party, or one has ended, until the function that is returned is
  --- called.
  function socket.on_parties(...)
    return registry.subscribe(calls.last(...))
  end

  return setmetatable(socket, {
    __index = function(_, field)
      if field == "state" then return connection.state end
      if field == "session" then return session end
      return nil
    end,
  })
end

return M
