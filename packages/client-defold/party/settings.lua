-- The options of a client with every default filled in.
local errors = require "party.error"
local limits = require "party.limits"
local policies = require "party.connection.policy"
local random = require "party.runtime.random"
local turns = require "party.runtime.turn"

local M = {}

---@class party.Config
---@field host string? Host name or address, without scheme and port. Default 127.0.0.1.
---@field port integer? Port of HTTP and WebSocket. Default 7350.
---@field use_ssl boolean? Whether to speak https and wss. Default false.
---@field server_key string? The server's key, which a game's clients share. Default defaultkey. `username` is the same, as nakama-defold has it.
---@field timeout_ms number? Milliseconds a call waits for its answer unless it says otherwise, connecting included. Default 10000. `timeout` is the same in seconds, as nakama-defold has it.
---@field heartbeat table|false? `interval_ms` (10000) between the answer to one ping and the next, `timeout_ms` (10000) that a ping may stay unanswered. `false` leaves dead connections to the platform.
---@field reconnect table|function|false? When a connection that was lost is made again: `base_ms` (500), `cap_ms` (15000), `give_up_after_ms` (300000), or a policy of one's own; see connection/policy.lua. `false` for never.
---@field rejoin boolean|function? Whether the player comes back into its parties after a reconnect, or a function that is given a snapshot of each. Default true.
---@field restore_status boolean? Whether status and follows are restored after a reconnect. Default true.
---@field refresh_margin_ms number? How long before its end a session token is replaced when it is to be used. Default 10000.
---@field on_session_refresh fun(session: party.Session)? Told of every session that the SDK has refreshed by itself.
---@field max_message_bytes integer? The largest message the server takes, in bytes. Default 4096.
---@field engine table? The platform; see engine/engine.lua. Default party.engine.defold.
---@field random fun(): number? A number from 0 up to 1. Default one that differs from process to process.
---@field logger table? `debug`, `info`, `warn` and `error`, functions of a message and details. Default says nothing. Tokens are never logged.

local function silent() end

local silent_logger = { debug = silent, info = silent, warn = silent, error = silent }

local defaults = {
  host = "127.0.0.1",
  port = 7350,
  use_ssl = false,
  server_key = "defaultkey",
  timeout_ms = 10000,
  heartbeat = {},
  reconnect = {},
  rejoin = true,
  restore_status = true,
  refresh_margin_ms = 10000,
  max_message_bytes = limits.message_bytes,
  logger = silent_logger,
}

local kinds = {
  host = "string",
  port = "number",
  use_ssl = "boolean",
  server_key = "string",
  timeout_ms = "number",
  refresh_margin_ms = "number",
  on_session_refresh = "function",
  max_message_bytes = "number",
  restore_status = "boolean",
  engine = "table",
  random = "function",
  logger = "table",
}

-- What nakama-defold calls otherwise.
local function with_known_names(config)
  local given = {}
  for name, value in pairs(config) do given[name] = value end
  given.server_key = given.server_key or given.username
  if given.timeout then given.timeout_ms = given.timeout_ms or given.timeout * 1000 end
  given.username, given.password, given.timeout = nil, nil, nil
  return given
end

local function check(given)
  for name, value in pairs(given) do
    local kind = kinds[name]
    if kind and type(value) ~= kind then errors.misuse(name, "has to be a " .. kind) end
    if not kind and defaults[name] == nil then errors.misuse(tostring(name), "is not an option") end
  end
  if given.host and not given.host:find("^[^/@?#%s]+$") then errors.misuse("host", "has to be without scheme and port") end
end

local function heartbeat_of(given)
  if given == false then return nil end
  return { interval_ms = given.interval_ms or 10000, timeout_ms = given.timeout_ms or 10000 }
end

local function reconnect_of(given)
  if given == false then return nil end
  return type(given) == "function" and given or policies.full_jitter(given)
end

--- Raises an error that names the option that is wrong.
function M.resolve(config)
  local given = with_known_names(config)
  check(given)
  local settings = {}
  for name, value in pairs(defaults) do settings[name] = value end
  for name, value in pairs(given) do settings[name] = value end
  settings.engine = settings.engine or require "party.engine.defold"
  settings.heartbeat = heartbeat_of(settings.heartbeat)
  settings.reconnect = reconnect_of(settings.reconnect)
  local is_ipv6 = settings.host:find(":", 1, true) and not settings.host:find("^%[")
  settings.authority = ("%s:%d"):format(is_ipv6 and "[" .. settings.host .. "]" or settings.host, settings.port)

  local engine = settings.engine
  settings.random = settings.random or random.new(tostring({}) .. tostring(engine.now()))
  -- Raises what code of the game has raised where it harms nobody: the platform says so in its own way.
  settings.raise = function(cause)
    engine.after(0, function() error(cause, 0) end)
  end
  local turn = turns.new(settings.raise)
  settings.turn = turn
  settings.clock = {
    now = engine.now,
    after = function(delay_ms, fn) return engine.after(delay_ms, turn.wrap(fn)) end,
    cancel = engine.cancel,
  }
  settings.open_transport = function(url, listener)
    return engine.connect(url, {
      on_open = turn.wrap(listener.on_open),
      on_frame = turn.wrap(listener.on_frame),
      on_close = turn.wrap(listener.on_close),
    })
  end
  return settings
end

return M
