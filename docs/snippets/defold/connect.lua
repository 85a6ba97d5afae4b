-- #region connect
local party = require "party.party"

local function sign_in(device_id)
  local client = party.create_client {
    server_key = "defaultkey",
    host = "127.0.0.1",
    port = 7350,
  }
  local session = party.check(client.authenticate_device(device_id))
  local socket = client.create_socket()
  party.check(socket.connect(session))
  return socket
end

-- Calls wait in a coroutine.
local function start()
  party.sync(function()
    local socket = sign_in("device-id-0001")
    print(socket.session.username, "is", socket.state)
  end)
end
-- #endregion connect

return { sign_in = sign_in, start = start }
