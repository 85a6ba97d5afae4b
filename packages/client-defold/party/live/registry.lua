-- Keeps the parties of a socket up to date, in the order of entering.
local emitters = require "party.runtime.emitter"
local feeds = require "party.live.feed"
local parties = require "party.live.party"
local state = require "party.live.state"

local M = {}

local max_early = 100

local function leads(snapshot)
  return snapshot.is_leader and not snapshot.stale
end

-- A match names the party with the player.
local function party_id_of(value)
  if type(value) ~= "table" then return "" end
  return value.party_id or (value.self and value.self.party_id) or ""
end

--- @param socket what live parties are made of; see party.lua. And `clock`, `ask(party_id)`, a future of the join requests, and
--- `on_failure(event, cause, trace)` for handlers that fail
function M.new(socket)
  local by_id, order = {}, {}
  local emitter = emitters.new(socket.on_failure)
  -- Data of parties that the player is about to be told of: the server does not always keep the order.
  local early = {}
  local registry = {}
  local apply

  local function relist(fn)
    local list = { unpack(order) }
    fn(list)
    order = list
    emitter.emit("change", nil)
  end

  -- A new leader is not told who has been waiting. What the list says is taken like every reply.
  local function list_requests(party_id)
    socket.ask(party_id).done(function(_, err)
      -- Without the answer whoever has been waiting would wait for ever.
      local feed = by_id[party_id]
      if err and err.code == "timeout" and feed and leads(feed.snapshot) then list_requests(party_id) end
    end)
  end

  -- Whether the player was removed or everyone: the server refuses the same request in another way. It is one that
  -- changes nothing, whoever may be in the party meanwhile.
  local function ask_for_cause(feed)
    socket.ask(feed.snapshot.party_id).done(function(_, err)
      apply(feed, "ended", (not err or err.code == "party_leader_only") and "kicked" or "closed")
    end)
  end

  local function enter(snapshot)
    local feed = feeds.new(snapshot, socket.clock, socket.on_failure)
    feed.party = parties.new(feed, socket)
    by_id[snapshot.party_id] = feed
    relist(function(list) list[#list + 1] = feed.party end)
    local waiting = early
    early = {}
    for _, value in ipairs(waiting) do registry.receive("party_data", value) end
  end

  local function drop(feed)
    local party_id = feed.snapshot.party_id
    -- Another feed is of a membership that has begun since.
    if by_id[party_id] ~= feed then return end
    by_id[party_id] = nil
    relist(function(list)
      for index, party in ipairs(list) do
        if party == feed.party then return table.remove(list, index) end
      end
    end)
  end

  function apply(feed, name, value)
    local before = feed.snapshot
    local after, changes = state.reduce(before, name, value)
    feed.snapshot = after
    parties.show(feed.party, after)
    if after.ended or name == "party_close" then
      drop(feed)
      if not after.ended then ask_for_cause(feed) end
    end
    if leads(after) and not leads(before) then list_requests(after.party_id) end
    for _, change in ipairs(changes) do feed.emitter.emit(change[1], change[2]) end
    if after ~= before then feed.emitter.emit("change", nil) end
  end

  local function keep_early(value)
    early[#early + 1] = value
    if #early > max_early then table.remove(early, 1) end
  end

  --- Takes what the server says, or what else there is to know of a party.
  function registry.receive(name, value, party_id)
    local feed = by_id[party_id or party_id_of(value)]
    if name == "party_data" then
      if not feed then return keep_early(value) end
      return feed.deliver {
        party_id = value.party_id,
        presence = value.presence,
        op_code = value.op_code,
        data = value.data,
        own = false,
      }
    end
    if feed then return apply(feed, name, value) end
    local snapshot = state.reduce(nil, name, value)
    if snapshot then enter(snapshot) end
  end

  --- Takes a request that the server has granted, with the reply: what was asked for is so from now on.
  function registry.replied(operation, request, reply)
    registry.receive(operation, request)
    if not reply.name then return end
    -- As an event the message says who else has asked, as a reply who has asked at all.
    registry.receive(reply.name == "party_join_request" and "listed" or reply.name, reply.value)
  end

  --- A party has ended for the player, who has not been told so.
  function registry.finish(party_id, cause)
    registry.receive("ended", cause, party_id)
  end

  --- Takes what follows from the error of a call: the server may know better what the party is like.
  function registry.refused(err)
    local feed = by_id[err.party_id or ""]
    if not feed or feed.snapshot.stale then return end
    if err.code == "party_not_found" or err.code == "party_closed" then registry.finish(err.party_id, "closed") end
    if err.code == "party_member_not_found" and err.operation == "party_data_send" then
      registry.finish(err.party_id, "left")
    end
    if err.operation == "party_accept" then list_requests(err.party_id) end
  end

  --- The connection was lost. While it is made again the parties stay, and their members may come back into them.
  function registry.lost(will_reconnect)
    early = {}
    for _, party in ipairs(order) do
      if will_reconnect then
        registry.receive("lost", nil, party.party_id)
      else
        registry.finish(party.party_id, "disconnected")
      end
    end
  end

  --- The party of this id; nil if the player is not in it.
  function registry.get(party_id)
    return by_id[party_id] and by_id[party_id].party
  end

  --- The parties as a list: the same one until the player enters a party or one ends. It is not to be written into.
  function registry.list()
    return order
  end

  --- Calls the listener whenever the player has entered a party, or one has ended.
  function registry.subscribe(listener)
    return emitter.on("change", listener)
  end

  return registry
end

return M
