-- lua test/run.lua [OTHER_LUA …]: runs every test in this interpreter, and then in the others. Ends with status 1 if one
-- has failed.
local folder = arg[0]:match("^(.*)/[^/]*$") or "."
package.path = ("%s/?.lua;%s/../?.lua;"):format(folder, folder) .. package.path

local runner = require "support.runner"

local specs = {
  "json_test", "messages_test", "errors_test", "calls_test", "connection_test", "reconnect_test", "session_test",
  "http_test", "socket_test", "live_party_test", "roster_test", "rejoin_test", "defold_test", "loop_test",
  "websocket_test", "http_client_test",
}

for _, spec in ipairs(specs) do require(spec) end

local passed, failed = runner.passed, runner.failed
for _, other in ipairs(arg) do
  local output = assert(io.popen(('"%s" "%s"'):format(other, arg[0])))
  local last = ""
  for line in output:lines() do
    last = line
    if not line:find("^%d+ passed, ") then print(line) end
  end
  output:close()
  local more, worse = last:match("^(%d+) passed, (%d+) failed$")
  if not more then
    print("FAILED " .. other .. " has not come to an end")
    more, worse = 0, 1
  end
  passed, failed = passed + more, failed + worse
end

print(("%d passed, %d failed"):format(passed, failed))
os.exit(failed == 0 and 0 or 1)
