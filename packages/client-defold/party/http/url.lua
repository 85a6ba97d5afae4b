-- Addresses.
local M = {}

--- A text so that it can stand in a path or a query.
function M.escape(text)
  return (text:gsub("[^%w%-%._~]", function(character) return ("%%%02X"):format(character:byte()) end))
end

--- A query of pairs of name and value, in their order; a value that is a list stands for each of its items.
function M.query(pairs_of)
  local parts = {}
  for _, pair in ipairs(pairs_of) do
    local items = type(pair[2]) == "table" and pair[2] or { pair[2] }
    for _, item in ipairs(items) do
      parts[#parts + 1] = M.escape(pair[1]) .. "=" .. M.escape(tostring(item))
    end
  end
  return table.concat(parts, "&")
end

return M
