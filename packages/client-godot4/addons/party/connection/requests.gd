extends RefCounted
## The requests that wait for their replies, by `cid`. Each ends exactly once: by its reply, the server's
## error, its deadline, its options or the end of the connection.

const Clock := preload("../runtime/clock.gd")
const Request := preload("request.gd")
const Wait := preload("../runtime/wait.gd")

var _clock: Clock
## By `cid`: the request, and who waits.
var _entries := {}
var _last_cid := 0


## What answers a request: a message, or none.
class Reply:
	var kind: String
	var message: PartyResult

	func _init(of_kind: String, with_message: PartyResult) -> void:
		kind = of_kind
		message = with_message


func _init(clock: Clock) -> void:
	_clock = clock


## How many requests wait.
func size() -> int:
	var waiting := func(entry: Array) -> bool: return not entry[1].is_ended
	return _entries.values().filter(waiting).size()


## Sends a request under a new `cid` and waits for its [Reply] or a [PartyError]. [param send] takes the
## `cid` and returns an error, which ends it at once, or null.
func start(request: Request, send: Callable) -> Variant:
	_last_cid += 1
	var cid := str(_last_cid)
	var waiting := Wait.new(_clock, request.options, request.timeout_ms, request.operation, request.party_id)
	if waiting.is_ended:
		return waiting.value
	_entries[cid] = [request, waiting]
	var error: PartyError = send.call(cid)
	if error != null:
		_entries.erase(cid)
		waiting.settle(error.during(request.operation, request.party_id))
	return await waiting.result()


## Ends the request of this `cid` by its reply, or by an error. False if none waits (any more).
func settle(cid: String, reply: Reply, error: PartyError) -> bool:
	if not _entries.has(cid):
		return false
	var request: Request = _entries[cid][0]
	var waiting: Wait = _entries[cid][1]
	var was_waiting := not waiting.is_ended
	_entries.erase(cid)
	if error != null:
		var own := error.during(request.operation, request.party_id)
		if request.on_refused.is_valid():
			request.on_refused.call(own)
		waiting.settle(own)
	else:
		if request.on_reply.is_valid():
			request.on_reply.call(request, reply)
		waiting.settle(reply)
	return was_waiting


## Takes out all that wait: nothing answers them any more. [method fail] ends them.
func take_all() -> Array:
	var ended := _entries.values()
	_entries.clear()
	return ended


## Ends what [method take_all] has taken out, each with an error of its own.
func fail(ended: Array, reason: String) -> void:
	for entry: Array in ended:
		var request: Request = entry[0]
		var waiting: Wait = entry[1]
		waiting.settle(
			PartyError.new(PartyErrorCode.DISCONNECTED, reason, request.operation, request.party_id)
		)
