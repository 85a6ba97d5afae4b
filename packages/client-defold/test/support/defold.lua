-- Defold's modules as its documentation and sources have them, with their odd sides: callbacks come first with the script
-- they belong to and only from the engine's update; timers count in seconds; WebSockets send binary frames unless they
-- are told otherwise, tell an error before every end that is one, and raise an error when nobody listens any more; HTTP
-- has the status 0 for no answer; JSON's null is nil or a userdata.
local decode = require "party.json.decode"
local encode = require "party.json.encode"

local M = {}

local script = { is = "the script instance" }

local function new_timer(defold)
  local timers, last = {}, 0
  local timer = { INVALID_TIMER_HANDLE = 4294967295 }

  function timer.delay(seconds, repeating, callback)
    assert(type(seconds) == "number" and seconds >= 0 and type(repeating) == "boolean" and type(callback) == "function")
    if defold.is_out_of_timers then return timer.INVALID_TIMER_HANDLE end
    last = last + 1
    timers[last] = { handle = last, at = defold.now + seconds, callback = callback }
    return last
  end

  function timer.cancel(handle)
    assert(type(handle) == "number")
    local was_active = timers[handle] ~= nil
    timers[handle] = nil
    return was_active
  end

  function defold.timer_count()
    local count = 0
    for _ in pairs(timers) do count = count + 1 end
    return count
  end

  -- A delay of 0 means the next frame.
  function defold.update_timers()
    local due = {}
    for _, entry in pairs(timers) do
      if entry.at <= defold.now then due[#due + 1] = entry end
    end
    table.sort(due, function(a, b) return a.at < b.at or (a.at == b.at and a.handle < b.handle) end)
    for _, entry in ipairs(due) do
      if timers[entry.handle] then
        timers[entry.handle] = nil
        entry.callback(script, entry.handle, 0)
      end
    end
  end

  return timer
end

local function new_websocket(defold)
  local websocket = {
    EVENT_CONNECTED = 0, EVENT_DISCONNECTED = 1, EVENT_MESSAGE = 2, EVENT_ERROR = 3,
    DATA_TYPE_TEXT = 1, DATA_TYPE_BINARY = 2,
  }
  -- Connections are light userdata: nothing can be looked up in them.
  local by_handle = {}
  defold.connections = {}

  function websocket.connect(url, params, callback)
    assert(type(url) == "string" and type(params) == "table" and type(callback) == "function")
    assert(params.timeout == nil or type(params.timeout) == "number")
    local handle = newproxy()
    local connection = { url = url, params = params, sent = {}, queue = {}, state = "connecting" }
    by_handle[handle] = connection
    connection.tell = function(event, more)
      local data = { event = event, message = "" }
      for name, value in pairs(more or {}) do data[name] = value end
      connection.queue[#connection.queue + 1] = function() callback(script, handle, data) end
    end
    local list = defold.connections
    list[#list + 1] = connection
    return handle
  end

  function websocket.send(handle, message, options)
    local connection = type(handle) == "userdata" and by_handle[handle]
    if not connection then error "Invalid connection" end
    if connection.state ~= "connected" then error "Connection isn't connected" end
    assert(type(message) == "string")
    local kind = options and options.type or websocket.DATA_TYPE_BINARY
    connection.sent[#connection.sent + 1] = { kind = kind, message = message }
  end

  function websocket.disconnect(handle)
    assert(type(handle) == "userdata", "The first argument must be a valid connection!")
    local connection = by_handle[handle]
    if not connection then return end
    connection.state = "disconnected"
    by_handle[handle] = nil
    connection.tell(websocket.EVENT_DISCONNECTED, { code = 1000 })
  end

  local server = {}
  defold.server = server

  function server.accept(connection)
    connection.state = "connected"
    connection.tell(websocket.EVENT_CONNECTED)
  end

  function server.say(connection, message)
    connection.tell(websocket.EVENT_MESSAGE, { message = encode.encode(message) })
  end

  function server.close(connection, code)
    connection.state = "disconnected"
    connection.tell(websocket.EVENT_DISCONNECTED, { code = code })
  end

  function server.fail(connection, words)
    connection.state = "disconnected"
    connection.tell(websocket.EVENT_ERROR, { message = words })
    connection.tell(websocket.EVENT_DISCONNECTED, { code = 0 })
  end

  return websocket
end

local function new_http(defold)
  local http = {}
  defold.requests = {}

  function http.request(url, method, callback, headers, post_data, options)
    assert(type(url) == "string" and type(method) == "string" and type(callback) == "function")
    assert(headers == nil or type(headers) == "table")
    assert(post_data == nil or type(post_data) == "string")
    assert(type(options.timeout) == "number" and options.ignore_cache == true)
    local request = { url = url, method = method, headers = headers, body = post_data, options = options }
    defold.requests[#defold.requests + 1] = request
    function request.reply(response)
      defold.later[#defold.later + 1] = function() callback(script, "hash", response) end
    end
  end

  return http
end

local modules = { "timer", "websocket", "http", "json", "socket" }

--- Runs a function with Defold's modules in place.
--- @param null what JSON's null becomes: nil or a userdata
function M.run(null, fn)
  local defold = { now = 1900000000, later = {} }
  local fake = {
    timer = new_timer(defold),
    websocket = new_websocket(defold),
    http = new_http(defold),
    socket = { gettime = function() return defold.now end },
    json = {
      null = newproxy(),
      encode = encode.encode,
      decode = function(text)
        if null then text = text:gsub(":null", ':"\1null"') end
        local function restore(value)
          if value == "\1null" then return null end
          if type(value) ~= "table" then return value end
          for name, item in pairs(value) do value[name] = restore(item) end
          return value
        end
        return restore(decode.decode(text:gsub("\1", "\\u0001")))
      end,
    },
  }

  --- A frame of the game.
  function defold.update(seconds)
    defold.now = defold.now + (seconds or 0)
    local later = defold.later
    defold.later = {}
    for _, task in ipairs(later) do task() end
    for _, connection in ipairs(defold.connections) do
      local queue = connection.queue
      connection.queue = {}
      for _, task in ipairs(queue) do task() end
    end
    defold.update_timers()
  end

  local before = {}
  for _, name in ipairs(modules) do
    before[name] = rawget(_G, name)
    rawset(_G, name, fake[name])
  end
  local ok, cause = xpcall(function() fn(defold) end, debug.traceback)
  for _, name in ipairs(modules) do rawset(_G, name, before[name]) end
  if not ok then error(cause, 0) end
end

return M
