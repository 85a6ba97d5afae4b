-- lua main.lua: one JSON object a line, until the input ends.
local folder = arg[0]:match("^(.*)/[^/]*$") or "."
package.path = ("%s/?.lua;%s/../../../client-defold/?.lua;"):format(folder, folder) .. package.path

local adapters = require "adapter"
local party = require "party.party"

local engine = require("party.engine.luasocket").new()

-- What features.yaml lists, so that there is one list.
local function read_features()
  local features = {}
  for line in io.lines(folder .. "/features.yaml") do
    features[#features + 1] = line:match("^  %- (.+)$")
  end
  return features
end

local adapter = adapters.new(engine, read_features(), function(message)
  io.write(party.encode_json(message), "\n")
  io.flush()
end)

-- luasocket waits for anything that has the number of a file. Without a buffer of its own, io.read takes no more than
-- the line it returns, so that what is left is still seen.
local stdin = { getfd = function() return 0 end, dirty = function() return false end }
io.stdin:setvbuf("no")

local is_ended = false
local stop
stop = engine.watch(stdin, function()
  local line = io.read("*l")
  if line == nil then
    is_ended = true
    return stop()
  end
  adapter.receive(party.decode_json(line))
end)

engine.run(function() return is_ended and adapter.is_idle() end)
adapter.close()
-- Gives what is being closed the time to say so.
engine.run()
