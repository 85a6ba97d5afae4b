-- Where a socket connects to.
local futures = require "party.runtime.future"
local refusal = require "party.http.refusal"
local urls = require "party.http.url"

local M = {}

--- @param parts `settings`, `keep_fresh`, `appears_online()`
--- @return target see connection/dial.lua
function M.new(parts, session, options)
  local settings = parts.settings

  local function url()
    local appears_online = parts.appears_online()
    if appears_online == nil then appears_online = options.appear_online or false end
    local query = {
      { "token", session.token },
      { "format", "json" },
      { "status", tostring(appears_online) },
    }
    if options.lang ~= nil then query[#query + 1] = { "lang", options.lang } end
    return (settings.use_ssl and "wss://" or "ws://") .. settings.authority .. "/ws?" .. urls.query(query)
  end

  return {
    url = function(token, refused_url)
      local is_same = refused_url and refused_url:find(urls.escape(session.token), 1, true)
      return futures.map(
        settings.turn,
        parts.keep_fresh(session, token, is_same and session.token or nil),
        url
      )
    end,
    explain = function(address, close, token)
      return refusal.explain(settings, address, close, token)
    end,
  }
end

return M
