-- Heads of HTTP answers.
local M = {}

--- The most bytes that a head may have.
M.max_bytes = 65536

--- Reads a head if it is there as a whole.
--- @return head `status`, `headers` by their names in lower case; nil if more bytes are needed
--- @return rest what follows it
function M.read(bytes)
  local stop, after = bytes:find("\r\n\r\n", 1, true)
  if not stop then
    if #bytes > M.max_bytes then return nil, nil, "the head of the answer is too large" end
    return nil
  end
  local head = bytes:sub(1, stop + 1)
  local status = head:match("^HTTP/1%.[01] (%d%d%d)[^\r\n]*\r\n")
  if not status then return nil, nil, "the answer is not HTTP" end
  local headers = {}
  for name, value in head:gmatch("\n([^:\r\n]+):[ \t]*([^\r\n]*)") do headers[name:lower()] = value end
  return { status = tonumber(status), headers = headers }, bytes:sub(after + 1)
end

return M
