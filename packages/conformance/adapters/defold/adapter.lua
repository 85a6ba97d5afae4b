-- Lets the runner play with the SDK: takes commands, calls the SDK, and sends replies and events.
local operations = require "operations"
local party = require "party.party"
local players = require "players"
local values = require "values"

local M = {}

local function snake(name)
  return (name:gsub("%u", function(letter) return "_" .. letter:lower() end))
end

--- @param features what the SDK can do
--- @param send is called with every message to the runner
function M.new(engine, features, send)
  local actors, calls = {}, {}
  local pending = 0
  local adapter = {}

  local function player_of(command)
    return actors[command.actor] or error("there is no actor " .. command.actor, 0)
  end

  -- An error of the SDK as such; whatever else is raised is a fault of this program.
  local function fail(id, err)
    local message = party.is_error(err) and players.told(err) or { message = tostring(err) }
    message.type = party.is_error(err) and "error" or "fault"
    message.id = id
    send(message)
  end

  local commands = {}

  function commands.open(command, done)
    local seq = 0
    actors[command.actor] = players.open(engine, command, function(name, value)
      seq = seq + 1
      send { type = "event", actor = command.actor, seq = seq, name = name, value = value }
    end)
    done()
  end

  function commands.call(command, done)
    local operation = operations[snake(command.operation)] or error(command.operation .. " is not an operation", 0)
    local token = party.cancellation_token()
    calls[command.id] = token
    local options = { timeout_ms = command.timeoutMs, cancellation_token = token }
    operation(player_of(command), values.from_contract(command.arguments), options, function(result, err)
      calls[command.id] = nil
      done(result, err)
    end)
  end

  function commands.abort(command, done)
    if calls[command.call] then calls[command.call].cancel() end
    done()
  end

  function commands.barrier(command, done)
    local socket = player_of(command).socket
    if socket.state ~= "open" then return done() end
    socket.ping(function(_, err) done(nil, err) end)
  end

  function commands.close(command, done)
    player_of(command).socket.disconnect()
    actors[command.actor] = nil
    done()
  end

  --- Obeys a command.
  function adapter.receive(command)
    pending = pending + 1
    local is_answered = false
    local function done(result, err)
      if is_answered then return end
      is_answered = true
      pending = pending - 1
      if err then return fail(command.id, err) end
      send {
        type = "result",
        id = command.id,
        value = type(result) == "table" and values.to_contract(result) or nil,
      }
    end
    local ok, cause = pcall(commands[command.type], command, done)
    if not ok then done(nil, cause) end
  end

  --- Whether every command has its reply.
  function adapter.is_idle()
    return pending == 0
  end

  --- Disconnects everyone.
  function adapter.close()
    for _, player in pairs(actors) do player.socket.disconnect() end
  end

  send {
    type = "hello",
    contract = 1,
    name = "party for Defold",
    version = "0.1.0",
    language = "Lua",
    features = party.json_array(features),
  }
  return adapter
end

return M
