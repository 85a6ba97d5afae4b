-- Brings the player back into its parties after a reconnect.
local errors = require "party.error"

local M = {}

-- How long a server may take a lost connection for alive, and so for a member, in milliseconds: Nakama waits 25 seconds
-- for its pong. For so long a full party is tried again.
local ghost_ms = 30000

-- How long to wait before each try, in milliseconds.
local retry_ms = 5000

local function is_gone(err)
  return err.code == "party_not_found" or err.code == "party_closed"
end

---@class party.Rejoin
---@field party_id string
---@field party party.LiveParty The same table as before the connection was lost.
---@field outcome string "rejoined"; "requested": it is closed, and its leader was asked; "gone"; "failed".
---@field error party.Error? With "gone" and "failed", after which the party has ended as "disconnected".

--- @param parts `clock`, `timeout_ms` (within which an open party lets the player in), `rejoin` (true, false, or a
--- function of a snapshot), `join(party_id)` and `probe(party_id)` (futures), `finish(party_id)`, `tell(rejoin)`
function M.new(parts)
  local clock = parts.clock
  -- The parties that the player is not back in yet, each with the timer it waits for, if any.
  local absent = {}
  local rejoin = {}

  -- Returns whether the player was still expected back.
  local function forget(party)
    local entry = absent[party]
    if not entry then return false end
    if entry.timer then clock.cancel(entry.timer) end
    absent[party] = nil
    return not party.ended
  end

  local function tell(party, outcome, err)
    parts.tell { outcome = outcome, party_id = party.party_id, party = party, error = err }
  end

  local function later(party, delay_ms, act)
    local entry = absent[party]
    if not entry then return end
    entry.timer = clock.after(delay_ms, function()
      if absent[party] == entry and not party.ended then act() end
    end)
  end

  local function bring_back(party)
    local party_id = party.party_id
    local until_ms = clock.now() + ghost_ms
    local is_asked = false
    local entry = {}
    absent[party] = entry

    local function is_over() return absent[party] ~= entry end

    local function asked()
      if is_asked or is_over() then return end
      is_asked = true
      tell(party, "requested")
    end

    local function failed(err)
      if is_over() or not forget(party) then return end
      parts.finish(party_id)
      tell(party, is_gone(err) and "gone" or "failed", err)
    end

    -- A party that ends takes the requests along and tells nobody: if all its members were lost connections, say.
    local function look()
      parts.probe(party_id).done(function(_, err)
        if is_over() then return end
        if err and is_gone(err) then return failed(err) end
        later(party, ghost_ms, look)
      end)
    end

    local attempt

    local function refused(err)
      -- The server takes one request of each player. That of the lost connection can no longer be accepted.
      local is_pending = err.code == "party_join_request_duplicate"
      if is_pending then asked() end
      if is_pending or (err.code == "party_full" and clock.now() < until_ms) then
        later(party, retry_ms, attempt)
      else
        failed(err)
      end
    end

    local function is_wanted()
      if type(parts.rejoin) ~= "function" then return parts.rejoin end
      return parts.rejoin(party.get_snapshot())
    end

    function attempt()
      local ok, wanted = pcall(is_wanted)
      if not ok then return failed(errors.from(wanted)) end
      if not wanted then
        forget(party)
        return parts.finish(party_id)
      end
      parts.join(party_id).done(function(_, err)
        if is_over() then return end
        if err then return refused(err) end
        -- One that was open may be closed by now.
        later(party, party.open and parts.timeout_ms or 0, function()
          asked()
          later(party, ghost_ms, look)
        end)
      end)
    end

    attempt()
  end

  --- The connection was made again.
  function rejoin.start(parties)
    for _, party in ipairs(parties) do bring_back(party) end
  end

  --- The connection was lost, or is over.
  function rejoin.stop()
    for party in pairs(absent) do forget(party) end
  end

  --- The player is in a party.
  function rejoin.entered(party_id)
    for party in pairs(absent) do
      if party.party_id == party_id then
        if forget(party) then tell(party, "rejoined") end
        return
      end
    end
  end

  return rejoin
end

return M
