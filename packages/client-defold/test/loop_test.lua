local engines = require "party.engine.luasocket"
local t = require "support.runner"

t.test("timers run in the order of their time, and those at the same time in the order in which they were made", function()
  local engine = engines.new()
  local heard = {}
  engine.after(20, function() heard[#heard + 1] = "c" end)
  engine.after(0, function() heard[#heard + 1] = "a" end)
  engine.after(0, function() heard[#heard + 1] = "b" end)
  local cancelled = engine.after(5, function() heard[#heard + 1] = "never" end)
  engine.cancel(cancelled)
  engine.cancel(cancelled)
  engine.run()
  t.equal(heard, { "a", "b", "c" })
end)

t.test("a timer that makes itself again does not keep the others from running", function()
  local engine = engines.new()
  local count, is_done = 0, false
  local function again()
    count = count + 1
    if not is_done then engine.after(0, again) end
  end
  again()
  engine.after(10, function() is_done = true end)
  engine.run()
  t.ok(is_done and count > 1)
end)

t.test("a timer may be taken back by another one that is due at the same time", function()
  local engine = engines.new()
  local heard, second = {}, nil
  engine.after(0, function()
    heard[#heard + 1] = "first"
    engine.cancel(second)
  end)
  second = engine.after(0, function() heard[#heard + 1] = "second" end)
  engine.run()
  t.equal(heard, { "first" })
end)

t.test("run ends when it is told that it is enough, whatever still waits", function()
  local engine = engines.new()
  local is_done = false
  engine.after(60000, function() end)
  engine.after(0, function() is_done = true end)
  local before = engine.now()
  engine.run(function() return is_done end)
  t.ok(engine.now() - before < 5000)
end)

t.test("random numbers are from 0 up to 1, and differ from engine to engine", function()
  local first, second = engines.new().random, engines.new().random
  local differs = false
  for _ = 1, 1000 do
    local a, b = first(), second()
    t.ok(a >= 0 and a < 1)
    differs = differs or a ~= b
  end
  t.ok(differs)
end)
