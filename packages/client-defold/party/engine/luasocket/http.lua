-- Requests over HTTP/1.1, each over a connection of its own.
local heads = require "party.engine.luasocket.head"
local streams = require "party.engine.luasocket.stream"

local M = {}

local function text_of(request, address)
  local lines = {
    ("%s %s HTTP/1.1"):format(request.method, address.path),
    "Host: " .. address.authority,
    "Connection: close",
  }
  for name, value in pairs(request.headers) do lines[#lines + 1] = name .. ": " .. value end
  if request.body or request.method ~= "GET" then
    lines[#lines + 1] = "Content-Length: " .. #(request.body or "")
  end
  return table.concat(lines, "\r\n") .. "\r\n\r\n" .. (request.body or "")
end

-- The body of chunks, nil if more bytes are needed.
local function read_chunks(bytes)
  local parts, index = {}, 1
  while true do
    local _, stop, size = bytes:find("^(%x+)[^\r\n]*\r\n", index)
    if not size then return nil end
    local length = tonumber(size, 16)
    if length == 0 then return table.concat(parts) end
    if #bytes < stop + length + 2 then return nil end
    parts[#parts + 1] = bytes:sub(stop + 1, stop + length)
    index = stop + length + 3
  end
end

-- The body, nil if more bytes are needed.
local function read_body(head, rest, is_ended)
  if head.status == 204 or head.status == 304 then return "" end
  if (head.headers["transfer-encoding"] or ""):lower():find("chunked", 1, true) then return read_chunks(rest) end
  local length = tonumber(head.headers["content-length"])
  if length then return #rest >= length and rest:sub(1, length) or nil end
  return is_ended and rest or nil
end

--- Makes a request; see engine/engine.lua.
function M.request(loop, max_bytes, request, callback)
  local address = streams.parse(request.url)
  local received, head = {}, nil
  local stream, failing, is_over

  local function finish(response, reason)
    if is_over then return end
    is_over = true
    if stream then stream.close() end
    callback(response, reason)
  end

  local function look(is_ended)
    local bytes = table.concat(received)
    if not head then
      local found, rest, wrong = heads.read(bytes)
      if wrong then return finish(nil, wrong) end
      if not found then return is_ended and finish(nil, "the connection ended before the answer") end
      head, bytes = found, rest
    end
    received = { bytes }
    if #bytes > max_bytes then return finish(nil, "the answer is too large") end
    local body = read_body(head, bytes, is_ended)
    if body then return finish { status = head.status, body = body } end
    if is_ended then finish(nil, "the connection ended before the answer") end
  end

  if not address or address.scheme ~= "http" then
    failing = loop.after(0, function() finish(nil, "only http is spoken here") end)
  else
    stream = streams.connect(loop, address.host, address.port, {
      on_open = function() stream.send(text_of(request, address)) end,
      on_data = function(bytes)
        received[#received + 1] = bytes
        look(false)
      end,
      on_close = function(reason)
        if reason == "closed" then return look(true) end
        finish(nil, reason)
      end,
    })
  end

  return function()
    if is_over then return end
    is_over = true
    if stream then stream.close() end
    if failing then loop.cancel(failing) end
  end
end

return M
