-- What the server forgets with a connection: the player's status, and whom the player follows.
local M = {}

function M.new()
  local user_ids, usernames = {}, {}
  local memory = {}

  local function note_all(list, values, is_member)
    for _, value in ipairs(values or {}) do
      for index, other in ipairs(list) do
        if other == value then
          table.remove(list, index)
          break
        end
      end
      if is_member then list[#list + 1] = value end
    end
  end

  --- Takes note of a request that the server has agreed to.
  function memory.note(operation, request)
    -- A status of nil is to appear offline.
    if operation == "status_update" then memory.update = { status = request.status } end
    if operation == "status_follow" then
      note_all(user_ids, request.user_ids, true)
      note_all(usernames, request.usernames, true)
    end
    if operation == "status_unfollow" then note_all(user_ids, request.user_ids, false) end
  end

  --- Whom to follow again; nil for nobody.
  function memory.follows()
    if #user_ids + #usernames == 0 then return nil end
    return { user_ids = { unpack(user_ids) }, usernames = { unpack(usernames) } }
  end

  return memory
end

return M
