-- Lists of presences and tickets. Somebody is in a party by session: the same user may be in it twice.
local M = {}

local function id_of(item)
  return type(item) == "table" and item.session_id or item
end

function M.is_same(a, b)
  return id_of(a) == id_of(b)
end

function M.has(list, item)
  for _, other in ipairs(list) do
    if M.is_same(item, other) then return true end
  end
  return false
end

--- The items of a list that are not in the other one.
function M.without(list, others)
  local rest = {}
  for _, item in ipairs(list) do
    if not M.has(others, item) then rest[#rest + 1] = item end
  end
  return rest
end

--- The items of a list, and behind them those that only the other one has.
function M.union(list, others)
  local all = { unpack(list) }
  for _, item in ipairs(M.without(others, list)) do all[#all + 1] = item end
  return all
end

--- Whether two lists have the same items in the same order.
function M.equal(a, b)
  if #a ~= #b then return false end
  for index, item in ipairs(a) do
    if not M.is_same(item, b[index]) then return false end
  end
  return true
end

return M
