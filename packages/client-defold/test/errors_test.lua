local decode = require("party.json.decode").decode
local errors = require "party.error"
local signs = require "party.gen.errors"
local t = require "support.runner"

t.test("an error is known by its number and how its message begins, after what it was about", function()
  t.contains(errors.realtime(3, "party full"), { code = "party_full", realtime_code = 3 })
  t.contains(errors.realtime(3, "Error joining party: party full"), { code = "party_full" })
  t.contains(errors.realtime(3, "something else"), { code = "invalid_input" })
  t.contains(errors.realtime(0, "Failed to create party"), { code = "party_create_failed" })
  t.contains(errors.realtime(0, ""), { code = "server_error", realtime_code = 0 })
  t.contains(errors.realtime(99, "?"), { code = "unknown" })
end)

t.test("every sign of the contract is recognised", function()
  for number, reasons in pairs(signs.realtime) do
    for _, reason in ipairs(reasons) do t.equal(errors.realtime(number, reason[1]).code, reason[2]) end
  end
end)

t.test("an HTTP answer is known by its gRPC code, or by its status where it has none", function()
  local function of(status, text) return errors.http(status, text, decode) end
  t.contains(of(401, '{"code":16,"message":"Refresh token invalid"}'), { code = "refresh_token_invalid", http_status = 401 })
  t.contains(of(404, '{"code":5,"message":"User account not found."}'), { code = "account_not_found" })
  t.contains(of(502, "<html>Bad Gateway</html>"), { code = "unavailable", message = "<html>Bad Gateway</html>" })
  t.contains(of(503, ""), { code = "unavailable", message = "HTTP 503" })
  t.contains(of(418, "teapot"), { code = "unknown" })
end)

t.test("an error of this SDK is known as one, and says itself in words", function()
  local err = errors.new("party_full", "party full")
  t.ok(errors.is(err))
  t.ok(not errors.is { code = "party_full" })
  t.equal(tostring(err), "party_full: party full")
  t.contains(errors.from("boom"), { code = "unknown", message = "boom" })
end)
