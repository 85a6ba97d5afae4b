-- The platform as plain Lua has it, with luasocket: for tests, tools, and engines that come with it. It speaks no TLS.
--
--     local engine = require("party.engine.luasocket").new()
--     local client = party.create_client { engine = engine }
--     engine.run(function() return is_done end)
--
-- Nothing happens but in `run` and `step`: an engine with a loop of its own calls `step(0)` once a frame.
local json = require "party.json.decode"
local loops = require "party.engine.luasocket.loop"
local http = require "party.engine.luasocket.http"
local random = require "party.runtime.random"
local websocket = require "party.engine.luasocket.websocket"

local M = {}

--- @param options `max_message_bytes` (1 MiB): the largest message or HTTP answer that is taken
function M.new(options)
  local max_bytes = options and options.max_message_bytes or 1048576
  local loop = loops.new()
  local draw = random.new(tostring({}) .. tostring(loop.now()))
  return {
    now = loop.now,
    after = loop.after,
    cancel = loop.cancel,
    decode = json.decode,
    random = draw,
    http = function(request, callback) return http.request(loop, max_bytes, request, callback) end,
    connect = function(url, listener) return websocket.connect(loop, max_bytes, draw, url, listener) end,
    --- Waits for what comes next, at most so many seconds (default: until something comes), and does it.
    step = loop.step,
    --- Does what comes until the function says that it is enough, or, without one, until there is nothing to wait for.
    run = loop.run,
    --- Calls the function when there is something to read, until the function that is returned is called.
    --- @param source a socket, or any table with `getfd` and `dirty`
    watch = loop.watch_read,
  }
end

return M
