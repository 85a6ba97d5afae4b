-- #region define
local party = require "party.party"

local chat = party.define_message(1, "text")
local cursor = party.define_message(2) -- A table, as JSON.
local snapshot = party.define_message(3, "bytes")
-- #endregion define

local M = { chat = chat }

function M.talk(mine)
  -- #region send
  party.check(mine.send(chat, "ready? 👋"))
  party.check(mine.send(cursor, { x = 3, y = 4 }))
  party.check(mine.send(snapshot, "\0\128\255"))
  -- #endregion send
end

function M.listen(mine)
  local heard = {}
  -- #region listen
  mine.on(chat, function(event)
    table.insert(heard, event.presence.username .. ": " .. event.data)
  end)
  mine.on(cursor, function(event)
    table.insert(heard, event.presence.username .. " is at " .. event.data.x)
  end)
  mine.on(snapshot, function(event)
    table.insert(heard, #event.data .. " bytes")
  end)
  -- #endregion listen
  return heard
end

function M.echo(mine)
  local shown = {}
  -- #region echo
  mine.on(chat, function(event)
    table.insert(shown, event.own and "me: " .. event.data or event.data)
  end)
  party.check(mine.send(chat, "shown to me too", { echo = true }))
  -- #endregion echo
  return shown
end

function M.raw(sender, receiver, party_id)
  local heard = {}
  -- #region raw
  receiver.on_party_data(function(event)
    table.insert(heard, event.presence.username .. " (" .. event.op_code .. "): " .. event.data)
  end)
  party.check(sender.party_data_send(party_id, 1, "hello"))
  -- #endregion raw
  return heard
end

return M
