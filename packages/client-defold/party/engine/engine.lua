-- What the SDK uses of a platform. Any table with these functions is one: for LÖVE, Solar2D, a server.
---@meta

---@class party.Engine
local engine = {}

--- Milliseconds since the Unix epoch.
---@return number
function engine.now() end

--- Calls the function once, after so many milliseconds and never before this returns.
---@param delay_ms number
---@param fn fun()
---@return any handle
function engine.after(delay_ms, fn) end

--- Takes a call back that has not been made yet. For one that has been made it does nothing.
function engine.cancel(handle) end

--- The value of a JSON text. Raises an error for what is none. null may be nil or a userdata.
---@param text string
---@return any
function engine.decode(text) end

--- Makes a request over HTTP, and calls the function once, with `{ status, body }`, or with nil and what went wrong.
---@param request table `url`, `method`, `headers`, and `body` or nil
---@param callback fun(response: table?, reason: string?)
---@return fun() cancel the callback is not called any more
function engine.http(request, callback) end

--- Begins to open a WebSocket. It returns at once and calls no listener before it has returned.
---@param url string
---@param listener table `on_open()`; `on_frame(text)`, one message, whole; `on_close(close)` with `code` (1006 when the connection broke, or never came to be) and `reason`, which was not by `close` or `abandon`, and after which nothing follows
---@return table transport `send(text)`, only after `on_open`, returns what went wrong, if anything; `close()` ends the connection in whatever state it is, what was sent before still goes out; `abandon()` ends one whose peer no longer answers
function engine.connect(url, listener) end
