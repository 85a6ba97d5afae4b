-- #region lobby
local party = require "party.party"

local device_id = "device-of-ada-1"
local party_id = nil -- nil creates a party

local function show(mine)
  print(#mine.members .. " in the party " .. mine.party_id)
end

function init(self)
  local client = party.create_client { host = "127.0.0.1", port = 7350, server_key = "defaultkey" }
  self.socket = client.create_socket()
  party.sync(function()
    local session = party.check(client.authenticate_device(device_id))
    party.check(self.socket.connect(session))
    local mine, err
    if party_id then
      mine, err = self.socket.party_join(party_id, { wait = "joined" })
    else
      mine, err = self.socket.party_create(true, 4)
    end
    party.check(mine, err)
    show(mine)
    mine.subscribe(function() show(mine) end)
    mine.on("data", function(event) print(event.presence.username .. " says: " .. event.data) end)
    if party_id then mine.send(1, "ready?") end
  end)
end

function final(self)
  self.socket.disconnect()
end
-- #endregion lobby

local function watch_window(self)
  -- #region focus
  window.set_listener(function(_, event)
    if event == window.WINDOW_EVENT_FOCUS_GAINED then self.socket.reconnect_now() end
  end)
  -- #endregion focus
end

return { watch_window = watch_window }
