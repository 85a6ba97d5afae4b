-- What is known of a party that the player is in, and what changes it: a message of the server, a request that the
-- server has granted (it is so from then on), or something that only this side knows. No state is ever changed: another
-- one takes its place.
local lists = require "party.live.lists"

local M = {}

---@class party.Snapshot : party.Party
---@field members party.UserPresence[] The same as `presences`: who has been in it longest first.
---@field is_leader boolean Whether the player leads the party.
---@field join_requests party.UserPresence[] To the leader: who asks to join, oldest request first.
---@field tickets string[] The party's matchmaker tickets, oldest first. One that the leader has withdrawn stays for the others.
---@field stale boolean True while the server tells nothing about the party.
---@field ended string? How the party ended for the player: "left", "kicked", "closed" or "disconnected".

local without, union = lists.without, lists.union

local function ended(cause)
  return { join_requests = {}, tickets = {}, ended = cause, stale = false }
end

local rules = {}

function rules.party(state, party)
  return {
    party_id = party.party_id,
    open = party.open,
    max_size = party.max_size,
    self = party.self,
    leader = party.leader,
    presences = party.presences,
    -- Only the answer to the creator has these; the server knows them, but leaves them out.
    label = party.label ~= "" and party.label or state.label,
    hidden = party.hidden or state.hidden,
    stale = false,
  }
end

function rules.party_presence_event(state, event)
  return {
    -- Who has left and come back at once is told of its own leave.
    presences = union(without(state.presences, without(event.leaves, { state.self })), event.joins),
    tickets = {},
  }
end

function rules.party_leader(state, event)
  return {
    leader = event.presence,
    join_requests = lists.is_same(event.presence, state.self) and state.join_requests or {},
  }
end

function rules.party_update(_, event)
  return { label = event.label, open = event.open, hidden = event.hidden }
end

function rules.party_join_request(state, event)
  return { join_requests = union(state.join_requests, event.presences) }
end

--- The whole list of those who wait, as the leader asked for it.
function rules.listed(_, reply)
  return { join_requests = reply.presences }
end

function rules.party_accept(state, request)
  return { join_requests = without(state.join_requests, { request.presence }) }
end

function rules.party_remove(state, request)
  -- Of somebody who is a member and has asked to become one nevertheless, only the membership is removed.
  return { join_requests = without(state.join_requests, without({ request.presence }, state.presences)) }
end

function rules.party_matchmaker_ticket(state, event)
  return { tickets = union(state.tickets, { event.ticket }) }
end

function rules.party_matchmaker_remove(state, request)
  return { tickets = without(state.tickets, { request.ticket }) }
end

rules.matchmaker_matched = rules.party_matchmaker_remove

function rules.party_join(state)
  -- To join an open party again changes nothing but that its tickets end.
  return state.open and not state.stale and { tickets = {} } or {}
end

function rules.party_leave()
  return ended("left")
end

function rules.party_close(state)
  return state.is_leader and ended("closed") or { stale = true }
end

--- The connection was lost.
function rules.lost()
  return { join_requests = {}, tickets = {}, stale = true }
end

--- The party has ended for the player, who has not been told so.
function rules.ended(_, cause)
  return ended(cause)
end

local function is_unchanged(before, after)
  if type(before) == "table" and type(after) == "table" and not (before.session_id or after.session_id) then
    return lists.equal(before, after)
  end
  return lists.is_same(before, after)
end

local outside = { label = "", hidden = false, presences = {}, join_requests = {}, tickets = {} }

local causes = { lost = "disconnected", party_matchmaker_remove = "removed" }

local function difference(before, after, name, value)
  local changes = {}
  local function tell(event, payload) changes[#changes + 1] = { event, payload } end

  -- The player itself is not told of its own coming and going.
  local selves = { before.self or false, after.self }
  local joins = without(without(after.presences, before.presences), selves)
  local leaves = without(without(before.presences, after.presences), selves)
  if #joins + #leaves > 0 then tell("presence", { joins = joins, leaves = leaves }) end
  if not lists.is_same(before.leader, after.leader) then
    tell("leader", { leader = after.leader, previous = before.leader })
  end
  if before.label ~= after.label or before.open ~= after.open or before.hidden ~= after.hidden then
    tell("update", { label = after.label, open = after.open, hidden = after.hidden })
  end
  local asking = without(after.join_requests, before.join_requests)
  if #asking > 0 then tell("join_request", { presences = asking }) end
  for _, ticket in ipairs(without(after.tickets, before.tickets)) do tell("matchmaking", { ticket = ticket }) end
  local is_matched = name == "matchmaker_matched"
  if not is_matched then
    local cause = after.ended or causes[name] or "membership"
    for _, ticket in ipairs(without(before.tickets, after.tickets)) do
      tell("matchmaking_cancelled", { ticket = ticket, cause = cause })
    end
  end
  if is_matched then tell("matched", value) end
  if after.ended then tell("end", { cause = after.ended }) end
  return changes
end

--- The party after an input, and what the input has changed, in order: a list of `{ event, payload }`. The same table if
--- it has changed nothing.
--- @param state nil: the player is not in the party
--- @param name name of the message or request, or "listed", "lost", "ended"
function M.reduce(state, name, value)
  local before = state or outside
  local rule = rules[name]
  if before.ended or not rule or (not state and name ~= "party") then return state, {} end
  local after, is_new = {}, false
  for field, known in pairs(before) do after[field] = known end
  for field, known in pairs(rule(before, value)) do
    if not is_unchanged(before[field], known) then
      after[field] = known
      is_new = true
    end
  end
  if not is_new then
    after = before
  else
    after.members = after.presences
    after.is_leader = lists.is_same(after.leader, after.self)
  end
  -- Nothing is different for a player who has just come in.
  return after, state and difference(before, after, name, value) or {}
end

return M
