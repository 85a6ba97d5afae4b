-- What a socket can ask of the server: every call of gen/operations.lua, as types.lua documents them.
local calls = require "party.runtime.calls"
local check = require "party.check"
local envelopes = require "party.socket.envelope"
local errors = require "party.error"
local futures = require "party.runtime.future"
local integers = require "party.json.int64"
local operations = require "party.gen.operations"
local requests = require "party.socket.requests"
local results = require "party.socket.results"

local M = {}

--- @param parts `settings`, `connection`, `replied(operation, request, reply)`, `refused(err)`, `perform(name, callback,
--- start)`
--- @return function call(operation, request, options, wrong) that checks and sends a request and gives a future of what
--- it brings. `wrong` is an error that it ends with at once.
function M.caller(parts)
  local turn = parts.settings.turn

  local function result_of(operation, request, reply)
    local expected = operations[operation].reply
    if expected and reply.name ~= expected then
      return nil, errors.new("unexpected_reply", ("expected %s, got %s"):format(expected, tostring(reply.name)))
    end
    if reply.value and expected then return envelopes.as_envelope(reply.name, reply.value) end
    local make = results.of[operation]
    return make and make(request) or true
  end

  return function(operation, given, options, wrong)
    local request
    local context = { operation = operation, party_id = type(given.party_id) == "string" and given.party_id or nil }
    local err = check.failure(context, function()
      if wrong then error(wrong, 0) end
      check.names(given, operations[operation].arguments)
      check.options(options)
      local complete = requests.complete[operation]
      request = complete and complete(given) or given
      check.fields(request, requests.required[operation])
      if request.op_code ~= nil then request.op_code = integers.of(request.op_code) end
    end)
    if err then return futures.failed(turn, err) end
    local future = futures.new(turn)
    parts.connection.request({
      operation = operation,
      request = request,
      options = options,
      party_id = context.party_id,
      largest = requests.largest[operation],
      on_reply = function(reply) parts.replied(operation, request, reply) end,
      on_refused = parts.refused,
    }).done(function(reply, failure)
      if failure then return future.reject(failure) end
      local result, unexpected = result_of(operation, request, reply)
      if unexpected then future.reject(errors.during(unexpected, context)) else future.resolve(result) end
    end)
    return future
  end
end

--- Gives the socket its methods.
--- @param call as `caller` makes it
--- @param convert by operation: what is made of its result
function M.define(socket, parts, call, convert)
  for operation, description in pairs(operations) do
    socket[operation] = function(...)
      local request, options, callback, wrong = calls.arguments(socket, description.arguments, ...)
      return parts.perform(operation, callback, function()
        return (convert[operation] or call)(operation, request, options, wrong)
      end)
    end
  end
end

return M
