-- A platform of tests: a clock that is advanced, a network that does what it is told.
local decode = require "party.json.decode"
local encode = require "party.json.encode"

local M = {}

function M.new()
  local timers, last_id = {}, 0
  local now = 1900000000000
  local engine = { transports = {}, requests = {} }

  function engine.now() return now end

  function engine.after(delay_ms, fn)
    last_id = last_id + 1
    timers[last_id] = { at = now + delay_ms, id = last_id, fn = fn }
    return last_id
  end

  function engine.cancel(handle) timers[handle] = nil end

  --- How many timers wait.
  function engine.timer_count()
    local count = 0
    for _ in pairs(timers) do count = count + 1 end
    return count
  end

  local function next_timer(until_ms)
    local first
    for _, timer in pairs(timers) do
      local is_sooner = not first or timer.at < first.at or (timer.at == first.at and timer.id < first.id)
      if timer.at <= until_ms and is_sooner then first = timer end
    end
    return first
  end

  --- Lets time pass.
  function engine.advance(ms)
    local until_ms = now + ms
    while true do
      local timer = next_timer(until_ms)
      if not timer then break end
      now = timer.at
      timers[timer.id] = nil
      timer.fn()
    end
    now = until_ms
  end

  engine.decode = decode.decode

  --- Answers requests over HTTP: a function of the request that gives a response, or nil for none as yet.
  function engine.answer() return { status = 400, body = "Bad Request" } end

  function engine.http(request, callback)
    local is_over = false
    local entry = { request = request }
    function entry.reply(response, reason)
      if is_over then return end
      is_over = true
      callback(response, reason)
    end
    engine.requests[#engine.requests + 1] = entry
    engine.after(0, function()
      local response, reason = engine.answer(request)
      if response or reason then entry.reply(response, reason) end
    end)
    return function()
      is_over = true
      entry.is_cancelled = true
    end
  end

  function engine.connect(url, listener)
    local transport = { url = url, sent = {}, listener = listener }

    function transport.send(text)
      transport.sent[#transport.sent + 1] = decode.decode(text)
      transport.last_text = text
      return nil
    end

    function transport.close() transport.is_closed = true end
    function transport.abandon() transport.is_abandoned = true end

    --- What was sent last.
    function transport.last() return transport.sent[#transport.sent] end

    function transport.receive(message) listener.on_frame(encode.encode(message)) end

    --- Answers what was sent last.
    function transport.reply(message)
      message.cid = transport.last().cid
      transport.receive(message)
    end

    function transport.drop(code, reason) listener.on_close { code = code or 1006, reason = reason or "" } end

    engine.transports[#engine.transports + 1] = transport
    return transport
  end

  --- The connection that was begun last.
  function engine.transport() return engine.transports[#engine.transports] end

  return engine
end

return M
