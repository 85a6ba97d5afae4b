-- The tests of one interpreter.
local M = { passed = 0, failed = 0 }

local function show(value, depth)
  depth = depth or 0
  if type(value) == "string" then return ("%q"):format(value) end
  if type(value) ~= "table" or depth > 4 then return tostring(value) end
  local parts = {}
  for name, item in pairs(value) do
    if type(item) ~= "function" then parts[#parts + 1] = tostring(name) .. " = " .. show(item, depth + 1) end
  end
  table.sort(parts)
  return "{ " .. table.concat(parts, ", ") .. " }"
end

local function is_equal(a, b)
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  for name, value in pairs(a) do
    if not is_equal(value, b[name]) then return false end
  end
  for name in pairs(b) do
    if a[name] == nil then return false end
  end
  return true
end

-- Whether everything that is expected of a table is in it.
local function contains(whole, part)
  if type(whole) ~= "table" or type(part) ~= "table" then return whole == part end
  for name, value in pairs(part) do
    if not contains(whole[name], value) then return false end
  end
  return true
end

function M.equal(got, expected)
  if not is_equal(got, expected) then error(("got %s\nexpected %s"):format(show(got), show(expected)), 2) end
end

function M.contains(got, expected)
  if not contains(got, expected) then error(("got %s\nexpected in it %s"):format(show(got), show(expected)), 2) end
end

function M.ok(value, what)
  if not value then error(what or "expected it to be so", 2) end
end

--- Expects the function to raise an error, and returns it.
function M.raises(fn)
  local succeeded, cause = pcall(fn)
  if succeeded then error("expected an error", 2) end
  return cause
end

--- Runs a test, which is known by its words.
function M.test(words, fn)
  local ok, trace = xpcall(fn, debug.traceback)
  if ok then
    M.passed = M.passed + 1
  else
    M.failed = M.failed + 1
    print("FAILED " .. words .. "\n" .. tostring(trace))
  end
end

return M
