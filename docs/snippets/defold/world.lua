-- Players for the snippets, and lines that can be broken.
local party = require "party.party"

local M = {}

function M.new(engine, folder, url)
  local host, port = url:match "^http://([^:/]+):(%d+)"
  local sockets, lines, count = {}, {}, 0
  -- Names are new for every run, because a server keeps its players.
  local run = ("%x"):format(math.floor(engine.random() * 0xffffff))
  local stage = { folder = folder, config = { engine = engine, host = host, port = tonumber(port) } }

  -- A platform whose connections can be broken off.
  local breakable = setmetatable({}, { __index = engine })
  stage.config.engine = breakable
  function breakable.connect(address, listener)
    local transport = engine.connect(address, listener)
    lines[#lines + 1] = { transport = transport, listener = listener }
    return transport
  end

  --- Breaks the line of the player who has connected last.
  function stage.break_line()
    local line = table.remove(lines)
    line.transport.abandon()
    line.listener.on_close { code = 1006, reason = "" }
  end

  --- Waits until it is so, at most ten seconds. Only in a coroutine.
  function stage.await(is_so)
    local thread = coroutine.running()
    local until_ms = engine.now() + 10000
    local function look()
      if is_so() then return assert(coroutine.resume(thread)) end
      if engine.now() > until_ms then return assert(coroutine.resume(thread, "it has not come to be in ten seconds")) end
      engine.after(10, look)
    end
    engine.after(0, look)
    local late = coroutine.yield()
    if late then error(late, 2) end
  end

  --- A player who is connected.
  function stage.player(name)
    count = count + 1
    local username = ("%s-%s-%d"):format(name, run, count)
    local client = party.create_client(stage.config)
    local session = party.check(client.authenticate_custom("id-" .. username, nil, true, username))
    local socket = client.create_socket { reconnect = { base_ms = 50, cap_ms = 200 } }
    party.check(socket.connect(session))
    sockets[#sockets + 1] = socket
    return socket, client
  end

  --- A leader and a member of an open party: both sockets, and the party as each sees it.
  function stage.pair()
    local ada, bo = stage.player "ada", stage.player "bo"
    local of_ada = party.check(ada.party_create(true, 4))
    local of_bo = party.check(bo.party_join(of_ada.party_id, { wait = "joined" }))
    stage.await(function() return #of_ada.members == 2 and #of_bo.members == 2 end)
    return ada, bo, of_ada, of_bo
  end

  function stage.keep(socket)
    sockets[#sockets + 1] = socket
  end

  function stage.close()
    for _, socket in ipairs(sockets) do socket.disconnect() end
  end

  return stage
end

return M
