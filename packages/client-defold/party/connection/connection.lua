-- One connection to the server, over and over: its state, its transport, the requests that wait on it, and its
-- heartbeat. Every change of state goes through `move`, which ends what belongs to the state before.
local codec = require "party.connection.codec"
local dial = require "party.connection.dial"
local errors = require "party.error"
local heartbeats = require "party.connection.heartbeat"
local operations = require "party.gen.operations"
local request_table = require "party.connection.requests"
local states = require "party.connection.state"
local wait = require "party.runtime.wait"
local futures = require "party.runtime.future"

local M = {}

-- How long a connection has to hold before the next loss counts as a first one, in milliseconds.
local steady_ms = 10000

--- @param settings see settings.lua
--- @param listener `on_message(name, value)`, `on_transition(transition)`, `on_error(err)`, `on_alive()`
function M.new(settings, listener)
  local clock, turn, logger = settings.clock, settings.turn, settings.logger
  local requests = request_table.new(settings)
  local connection = { state = "idle" }
  -- The callers of `connect` that wait.
  local waiting = {}
  -- Transitions that were made and not told yet.
  local untold = {}
  local target, transport, announced
  -- Ends the wait for the next attempt, or the attempt.
  local timer
  local retry_count, opened_at, lost_at = 0, 0, 0
  local heartbeat, move, lost, failed

  local function stop_timer()
    if timer then clock.cancel(timer) end
    timer = nil
  end

  local function end_transport(code)
    local ended = transport
    transport = nil
    if heartbeat then heartbeat.stop() end
    if not ended then return end
    if code == "heartbeat_timeout" then ended.abandon() else ended.close() end
  end

  local function tell(transition)
    untold[#untold + 1] = transition
    -- Told in the order in which they were made, also those that a handler brings about.
    if #untold > 1 then return end
    while untold[1] do
      local next_one = untold[1]
      logger.info(("connection %s -> %s: %s"):format(next_one.from, next_one.to, next_one.code))
      listener.on_transition(next_one)
      table.remove(untold, 1)
    end
  end

  local function end_waiting(settle)
    local ended = waiting
    waiting = {}
    for _, waiter in ipairs(ended) do settle(waiter) end
  end

  local function receive(frame)
    local cid, name, value, cause = codec.decode(frame, settings.engine.decode)
    local err
    if cause then
      err = errors.new("malformed_message", cause)
    elseif name == "error" then
      err = errors.realtime(value.code, value.message)
    end
    if requests.settle(cid, { name = name, value = value }, err) then return end
    if err then return listener.on_error(err) end
    if cid ~= "" or not name then return logger.debug("ignored a message", { cid = cid, name = name }) end
    if name == "notifications" then
      for _, notification in ipairs(value.notifications) do
        announced = announced or states.announcement(notification.code)
      end
    end
    listener.on_message(name, value)
  end

  local function attempt()
    transport = dial.start(target, settings.open_transport, {
      on_open = function() move("opened", "connected", "the connection is open") end,
      on_frame = receive,
      on_close = function(close) lost(states.close_cause(close, announced)) end,
      on_fail = function(err) failed(err) end,
    })
  end

  local function try_again()
    stop_timer()
    timer = clock.after(settings.timeout_ms, function()
      failed(errors.new("timeout", ("nothing within %d ms"):format(settings.timeout_ms), { operation = "connect" }))
    end)
    attempt()
  end

  -- There is a new reason to try.
  local function begin_anew()
    retry_count = 0
    lost_at = clock.now()
  end

  -- The only place where the state changes. Inputs that mean nothing in the present state do nothing.
  function move(input, code, reason, retry_in_ms, err)
    local from = connection.state
    local to = states.next(from, input)
    if not to then return end
    connection.state = to
    stop_timer()
    if to == "open" then
      announced = nil
      opened_at = clock.now()
      if heartbeat then heartbeat.start() end
      end_waiting(function(waiter) waiter.resolve() end)
    else
      end_transport(code)
      requests.fail_all(reason)
    end
    if to == "connecting" then
      begin_anew()
      attempt()
    elseif to == "reconnecting" then
      timer = clock.after(retry_in_ms, try_again)
    elseif to == "closed" then
      local ended = err or errors.disconnected(reason, { operation = "connect" })
      end_waiting(function(waiter) waiter.reject(ended) end)
    end
    tell {
      from = from,
      to = to,
      code = code,
      reason = reason,
      will_reconnect = input == "retry",
      retry_in_ms = retry_in_ms,
    }
  end

  function failed(err)
    lost(err.code == "unauthenticated" and err.code or "connect_failed", err.message, err)
  end

  local function decide(code, reason)
    if connection.state == "connecting" or not settings.reconnect or not states.may_retry(code) then return nil end
    local attempted = retry_count
    retry_count = retry_count + 1
    local ok, wait_ms = pcall(settings.reconnect, {
      retry_count = attempted,
      elapsed_ms = clock.now() - lost_at,
      code = code,
      reason = reason,
      random = settings.random(),
    })
    if not ok then logger.error("the reconnect policy failed", wait_ms) end
    return ok and type(wait_ms) == "number" and wait_ms or nil
  end

  -- Decides what becomes of a connection that was lost, or that could not be made.
  function lost(code, reason, err)
    if connection.state == "open" then
      lost_at = clock.now()
      -- Only if it has held does the count begin anew: a server may let in and throw out.
      if lost_at - opened_at >= steady_ms then retry_count = 0 end
    end
    local retry_in_ms = decide(code, reason)
    if retry_in_ms then
      move("retry", code, reason, retry_in_ms, err)
    else
      move("end", code, reason, nil, err)
    end
  end

  --- Sends a request and gives a future of its reply.
  --- @param call `operation`, `request`, `options`, `largest`, `party_id`, `on_reply`, `on_refused`
  function connection.request(call)
    if connection.state ~= "open" then
      local future = futures.new(turn)
      future.reject(errors.not_connected(connection.state, request_table.context_of(call)))
      return future
    end
    return requests.start(call, function(cid)
      local frame = codec.encode(cid, call.operation, operations[call.operation], call.request)
      if #frame > settings.max_message_bytes then
        local argument = call.largest or "the call"
        local words = ("%s: %d bytes; the server takes %d"):format(argument, #frame, settings.max_message_bytes)
        return errors.new("message_too_large", words, { argument = argument })
      end
      local failure = transport.send(frame)
      return failure and errors.disconnected(failure) or nil
    end)
  end

  --- Waits no longer for the next attempt, and tests a connection that is open.
  function connection.reconnect_now()
    if heartbeat then heartbeat.hurry() end
    if connection.state ~= "reconnecting" or transport then return end
    begin_anew()
    try_again()
  end

  --- Gives a future that ends when the connection is open: at once if it is, with the others if an attempt is under
  --- way. Who gives up waiting takes only himself out; a first attempt ends when nobody waits for it any more.
  function connection.connect(to, options)
    local waiter
    waiter = wait.new(settings, options, { operation = "connect" }, function()
      for index, other in ipairs(waiting) do
        if other == waiter then table.remove(waiting, index) end
      end
      if connection.state == "connecting" and #waiting == 0 then
        move("end", "connect_failed", "nobody waits any more")
      end
    end)
    if waiter.ended then return waiter end
    target = to
    waiting[#waiting + 1] = waiter
    if connection.state == "open" then
      waiter.resolve()
    elseif connection.state == "reconnecting" then
      connection.reconnect_now()
    else
      move("connect", "connect_called", "connect() was called")
    end
    return waiter
  end

  --- Ends the connection, or the attempts to make one. Does nothing where there is neither.
  function connection.disconnect()
    move("end", "disconnect_called", "disconnect() was called")
  end

  --- How many requests wait.
  connection.pending = requests.size

  if settings.heartbeat then
    heartbeat = heartbeats.new {
      clock = clock,
      random = settings.random,
      interval_ms = settings.heartbeat.interval_ms,
      ping = function()
        return connection.request {
          operation = "ping",
          request = {},
          options = { timeout_ms = settings.heartbeat.timeout_ms },
          on_reply = listener.on_alive,
        }
      end,
      on_dead = function() lost("heartbeat_timeout", "a ping was not answered") end,
    }
  end

  return connection
end

return M
