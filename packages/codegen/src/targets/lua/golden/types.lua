-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
---@meta

--- Request: wave to `whom`.
---
--- It may be repeated.
---@class party.Wave
---@field whom party.Person What `whom` is.
---@field times integer What `times` is.
---@field code integer|string What `code` is.
---@field data string What `data` is.
---@field loud boolean What `loud` is.
---@field force number What `force` is.
---@field note string? What `note` is.
---@field limit integer? What `limit` is.
---@field tags string[] What `tags` is.
---@field weights table<string, number> What `weights` is.
---@field by_name string? What `by_name` is.
---@field by_id string? What `by_id` is.

--- Event: somebody has waved.
---@class party.Waved
---@field people party.Person[] What `people` is.
---@field since string? What `since` is.
---@field code integer|string What `code` is.
---@field note string? What `note` is.

--- Somebody.
---@class party.Person
---@field name string What `name` is.

---@class party.Ping

--- What a socket can ask of the server. Every call takes its arguments in a row or as one table with their
--- names, then options, then a callback; without a callback it has to be made inside of a coroutine, and
--- returns what a callback would get.
---@class party.SocketCalls
local calls = {}

--- Waves to `whom`.
---
--- Errors: `too_far`.
---@param whom party.Person? What `whom` is.
---@param times integer? What `times` is.
---@param code integer|string? What `code` is.
---@param data string? What `data` is.
---@param loud boolean? What `loud` is.
---@param force number? What `force` is.
---@param note string? What `note` is.
---@param limit integer? What `limit` is.
---@param tags string[]? What `tags` is.
---@param weights table<string, number>? What `weights` is.
---@param by_name string? What `by_name` is.
---@param by_id string? What `by_id` is.
---@param options party.CallOptions?
---@param callback fun(result: party.Waved?, error: party.Error?)?
---@return party.Waved? result what the server has answered
---@return party.Error? error
function calls.wave(whom, times, code, data, loud, force, note, limit, tags, weights, by_name, by_id, options, callback) end

--- Asks for an answer.
---@param options party.CallOptions?
---@param callback fun(result: boolean?, error: party.Error?)?
---@return boolean? result true
---@return party.Error? error
function calls.ping(options, callback) end

--- What a socket can hear. Every function returns another one that takes the handler back.
---@class party.SocketEvents
local events = {}

--- Somebody has waved.
---@param handler fun(waved: party.Waved)
---@return fun() undo
function events.on_waved(handler) end
