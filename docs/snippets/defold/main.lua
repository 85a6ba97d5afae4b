-- lua main.lua http://127.0.0.1:7350: plays everything that the documentation shows, against a server. Ends with status 0
-- when everything was as it should be.
local folder = arg[0]:match("^(.*)/[^/]*$") or "."
package.path = ("%s/?.lua;%s/../../../packages/client-defold/?.lua;"):format(folder, folder) .. package.path

local party = require "party.party"
local world = require "world"

local engine = require("party.engine.luasocket").new()
local stage = world.new(engine, folder, assert(arg[1], "name a server"))

local scenes = require("scenes")(stage)
local is_done = false
-- What snippets print is for their readers.
local said = print
print = function() end

party.sync(function()
  for _, scene in ipairs(scenes) do scene() end
  stage.close()
  is_done = true
end)

-- A program that hangs is one that has failed.
engine.after(50000, function() error("not done within 50 seconds", 0) end)
engine.run(function() return is_done end)
said(("%d scenes played"):format(#scenes))
