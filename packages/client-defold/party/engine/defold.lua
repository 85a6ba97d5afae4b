-- The platform as Defold has it: its modules `http`, `json`, `timer` and `socket`, and the extension `websocket`.
--
-- Defold ties timers and callbacks to the script that has made them, and they die with it: the script that connects has
-- to live for as long as the connection.
local M = {}

-- A WebSocket that is not open by then is given up by the extension, whose own default is 3 seconds.
local connect_timeout_ms = 30000

-- Without it a request that is never answered would hold one of Defold's few HTTP threads for ever.
local http_timeout_s = 30

local closed_abnormally = 1006

function M.now()
  return socket.gettime() * 1000
end

function M.after(delay_ms, fn)
  local handle = timer.delay(delay_ms / 1000, false, function() fn() end)
  if handle == timer.INVALID_TIMER_HANDLE then error("Defold has no timer left: see max_timer_count", 0) end
  return handle
end

function M.cancel(handle)
  timer.cancel(handle)
end

function M.decode(text)
  return json.decode(text)
end

function M.http(request, callback)
  local is_over = false
  http.request(request.url, request.method, function(_, _, response)
    if is_over then return end
    is_over = true
    -- Defold has no answer of this status: it stands for none.
    if response.status == 0 then return callback(nil, response.error or "no answer") end
    callback { status = response.status, body = response.response or "" }
  end, request.headers, request.body, { timeout = http_timeout_s, ignore_cache = true })
  -- Defold cannot call a request off.
  return function() is_over = true end
end

function M.connect(url, listener)
  if not websocket then error("Defold's WebSocket extension is missing: add it to the dependencies in game.project", 0) end
  local is_over = false

  local function finish(code, reason)
    if is_over then return end
    is_over = true
    listener.on_close { code = code, reason = reason or "" }
  end

  local connection = websocket.connect(url, { timeout = connect_timeout_ms }, function(_, _, data)
    if is_over then return end
    if data.event == websocket.EVENT_CONNECTED then
      listener.on_open()
    elseif data.event == websocket.EVENT_MESSAGE then
      listener.on_frame(data.message)
    elseif data.event == websocket.EVENT_ERROR then
      -- EVENT_DISCONNECTED follows, without words. Older versions of the extension have them in `error`.
      finish(closed_abnormally, data.message or data.error)
    elseif data.event == websocket.EVENT_DISCONNECTED then
      -- The code is missing, or 0, where the server has given none.
      local code = data.code and data.code > 0 and data.code or closed_abnormally
      finish(code, data.message)
    end
  end)

  local function close()
    if is_over then return end
    is_over = true
    websocket.disconnect(connection)
  end

  return {
    send = function(text)
      -- The extension sends binary frames unless it is told otherwise, which the server does not take for JSON; and it
      -- raises an error for a connection that has just ended.
      local ok, cause = pcall(websocket.send, connection, text, { type = websocket.DATA_TYPE_TEXT })
      return not ok and tostring(cause) or nil
    end,
    close = close,
    abandon = close,
  }
end

return M
