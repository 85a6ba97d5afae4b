-- Keeps sessions from lapsing. Who asks for new tokens while they are being bought waits for the same purchase, which
-- ends when nobody waits for it any more. Where there is no new token the old one is tried: the server knows better than
-- the clock of this machine.
local cancellation = require "party.runtime.cancellation"
local futures = require "party.runtime.future"
local sessions = require "party.session"
local tasks = require "party.runtime.tasks"

local M = {}

--- @param refresh buys new tokens and writes them into the session: `refresh(session, token)` gives a future
--- @return function keep_fresh(session, token, refused) that gives a future, which always ends well or, when `token` is
--- cancelled, not at all. `refused` is a token that the server has refused.
function M.new(settings, refresh)
  local runs = setmetatable({}, { __mode = "k" })

  local function tell(session)
    if not settings.on_session_refresh then return end
    tasks.spawn(settings.on_session_refresh, function(cause)
      settings.logger.error("on_session_refresh failed", cause)
    end, session)
  end

  local function begin(session)
    local run = { token = cancellation.new(), waiting = {} }
    runs[session] = run
    refresh(session, run.token).done(function(_, err)
      if run.token.is_cancelled() then return end
      runs[session] = nil
      if err then settings.logger.debug("the session was not refreshed", err.code) else tell(session) end
      for future in pairs(run.waiting) do future.resolve() end
    end)
    return run
  end

  return function(session, token, refused)
    local future = futures.new(settings.turn)
    local now = settings.clock.now()
    local is_ending = sessions.is_token_expired(session, now + settings.refresh_margin_ms)
      and not sessions.is_refresh_token_expired(session, now)
    local is_wanted = is_ending or refused == session.token
    if session.refresh_token == "" or not is_wanted or (token and token.is_cancelled()) then
      future.resolve()
      return future
    end
    local run = runs[session] or begin(session)
    run.waiting[future] = true
    if token then
      future.on_end = token.on_cancel(function()
        run.waiting[future] = nil
        if next(run.waiting) ~= nil then return end
        if runs[session] == run then runs[session] = nil end
        run.token.cancel()
      end)
    end
    return future
  end
end

return M
