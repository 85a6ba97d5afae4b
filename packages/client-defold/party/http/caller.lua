-- Calls of a server's HTTP interface.
local base64 = require "party.json.base64"
local cancellation = require "party.runtime.cancellation"
local errors = require "party.error"
local fetch = require "party.http.fetch"
local operations = require "party.gen.http"
local readers = require "party.gen.read"
local urls = require "party.http.url"
local values = require "party.json.values"
local wait = require "party.runtime.wait"
local writers = require "party.gen.write"

local M = {}

local function body_of(operation, request)
  if not operation.body then return nil end
  if operation.body == "*" then return writers[operation.message](request) end
  local field = request[operation.body]
  if operation.message then return writers[operation.message](field) end
  return values.quote(field or "")
end

local function url_of(settings, operation, request)
  local query = {}
  for _, field in ipairs(operation.query or {}) do
    if request[field] ~= nil then query[#query + 1] = { field, request[field] } end
  end
  local path = operation.path:gsub("{([%w_]+)}", function(field) return urls.escape(request[field]) end)
  local text = urls.query(query)
  return (settings.use_ssl and "https://" or "http://")
    .. settings.authority
    .. path
    .. (text ~= "" and "?" .. text or "")
end

--- @param keep_fresh see keeper.lua
--- @return function call(name, session, build, options) that gives a future of the reply. `session` is nil for a call
--- of the game itself; `build` makes the request, anew for each attempt: it may hold tokens that are replaced
--- meanwhile.
function M.new(settings, keep_fresh)
  local basic = "Basic " .. base64.encode(settings.server_key .. ":")

  local function send(operation, session, request, token)
    return fetch.fetch(settings, {
      url = url_of(settings, operation, request),
      method = operation.method,
      headers = {
        ["Authorization"] = session and "Bearer " .. session.token or basic,
        ["Content-Type"] = "application/json",
      },
      body = body_of(operation, request),
    }, token)
  end

  -- Calls `finish` with the response, or with an error.
  local function exchange(operation, session, build, token, finish)
    local function attempt(then_do)
      send(operation, session, build(), token).done(then_do)
    end
    if not session then return attempt(finish) end
    keep_fresh(session, token).done(function()
      if token.is_cancelled() then return end
      local refused = session.token
      attempt(function(response, err)
        if err or response.status ~= 401 then return finish(response, err) end
        keep_fresh(session, token, refused).done(function()
          if token.is_cancelled() then return end
          if session.token == refused then return finish(response) end
          attempt(finish)
        end)
      end)
    end)
  end

  local function read(operation, response)
    if response.status < 200 or response.status > 299 then
      return nil, errors.http(response.status, response.body, settings.engine.decode)
    end
    if not operation.reply then return true end
    local ok, result = pcall(function()
      return readers[operation.reply](settings.engine.decode(response.body))
    end)
    if ok then return result end
    return nil, errors.new("malformed_message", tostring(result))
  end

  return function(name, session, build, options)
    local operation = operations[name]
    local context = { operation = name }
    local token = cancellation.new()
    local call = wait.new(settings, options, context, token.cancel)
    if call.ended then return call end
    exchange(operation, session, build, token, function(response, err)
      local result
      if response then result, err = read(operation, response) end
      if err then call.reject(errors.during(err, context)) else call.resolve(result) end
    end)
    return call
  end
end

return M
