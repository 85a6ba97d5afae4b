-- How a game calls the SDK: arguments in a row or as one table with their names, then options, then a callback. Without
-- a callback a call waits in the coroutine it is made in.
local errors = require "party.error"
local tasks = require "party.runtime.tasks"

local M = {}

---@class party.CallOptions
---@field timeout_ms number? Milliseconds to wait for the answer. Default that of the client, 10000.
---@field cancellation_token table? From `party.cancellation_token()`: calls the call off, which then ends with `aborted`.

-- Whether a table has the arguments of a call in it, by their names. A presence has names too, but others.
local function has_arguments(value, names)
  if type(value) ~= "table" then return false end
  -- A session has `vars`, which some calls that take one have too.
  if names[1] == "session" then return value.session ~= nil end
  for _, name in ipairs(names) do
    if value[name] ~= nil then return true end
  end
  return false
end

-- Arguments without the object itself, for who calls `socket:party_join(id)` instead of `socket.party_join(id)`, and
-- without the callback.
local function unpacked(owner, ...)
  local count = select("#", ...)
  if count > 0 and rawequal((...), owner) then return unpacked(owner, select(2, ...)) end
  local arguments = { ... }
  local callback = arguments[count]
  if type(callback) ~= "function" then return arguments, count, nil end
  arguments[count] = nil
  return arguments, count - 1, callback
end

--- The last of the arguments: of functions that take one, whether they are called with a dot or a colon.
function M.last(...)
  return (select(math.max(1, select("#", ...)), ...))
end

--- The last two of the arguments, the same way.
function M.last_two(...)
  local count = select("#", ...)
  if count < 2 then return (...), nil end
  return select(count - 1, ...)
end

local option_names = { timeout_ms = true, cancellation_token = true }

-- Whether a table is options, which may also follow fewer arguments than a call takes.
local function is_options(value)
  if type(value) ~= "table" or next(value) == nil then return false end
  for name in pairs(value) do
    if not option_names[name] then return false end
  end
  return true
end

--- Sorts out the arguments of a call.
--- @param names how the arguments are called, in their order
--- @return request the arguments by name
--- @return options those of the call: `timeout_ms`, `cancellation_token`
--- @return callback if there is one
--- @return error if they are too many
function M.arguments(owner, names, ...)
  local arguments, count, callback = unpacked(owner, ...)
  local request, options_at = {}, #names + 1
  if has_arguments(arguments[1], names) then
    for name, value in pairs(arguments[1]) do request[name] = value end
    options_at = 2
  else
    if count < options_at and is_options(arguments[count]) then
      arguments[options_at], arguments[count] = arguments[count], nil
      count = options_at
    end
    for index, name in ipairs(names) do request[name] = arguments[index] end
  end
  local options = arguments[options_at]
  if count > options_at or (options ~= nil and type(options) ~= "table") then
    return request, {}, callback, errors.invalid_argument("arguments", "are more than the call takes")
  end
  return request, options or {}, callback, nil
end

--- Makes a call of a game: hands it the future that `start` gives, through the callback or by waiting for it.
--- @param turn see turn.lua
--- @param name what is called, for words
--- @param report is called with what a callback raises, and a traceback
function M.perform(turn, name, callback, report, start)
  if callback == nil and tasks.current() == nil then
    error(name .. ": give it a callback, or call it inside of party.sync(function() ... end)", 3)
  end
  local future = turn.run(function()
    local started = start()
    if callback then
      started.done(function(result, reason) tasks.spawn(callback, report, result, reason) end)
    end
    return started
  end)
  -- Outside of the turn, because Lua 5.1 cannot wait inside of pcall.
  if callback == nil then return future.await() end
  return nil
end

return M
