-- Envelopes as JSON.
local readers = require "party.gen.read"
local values = require "party.json.values"
local kinds = require "party.json.kinds"
local writers = require "party.gen.write"

local M = {}

--- The text of a request.
--- @param operation one of gen/operations.lua
--- @param name its name, which is that of its message in JSON
function M.encode(cid, name, operation, request)
  local json = {}
  values.put(json, "cid", values.quote(cid))
  values.put(json, name, writers[operation.message](request))
  return values.object(json)
end

--- Reads an envelope: its `cid`, and the name and value of its message, nil where it has none that is known. Never
--- raises: what cannot be read is told as the fourth result.
function M.decode(text, decode_json)
  local cid = ""
  local name
  local ok, cause = pcall(function()
    local json = kinds.fields(decode_json(text))
    cid = kinds.text(json.cid)
    for field, read in pairs(readers.replies) do
      if type(json[field]) ~= "nil" then
        name = field
        return read(json[field])
      end
    end
    return nil
  end)
  if ok then return cid, name, cause, nil end
  return cid, nil, nil, (name and name .. ": " or "") .. tostring(cause)
end

return M
