extends RefCounted
## Brings the player back into its parties after a reconnect.

const Clock := preload("../runtime/clock.gd")

## What became of a party: as [signal PartySocket.party_rejoin] says it.
signal told(outcome: String, party: LiveParty, error: PartyError)
## A party that the player is not in any more.
signal ended(party_id: String)

## How long a server may take a lost connection for alive, and so for a member: Nakama waits 25 seconds for
## its pong. For so long a full party is tried again.
const GHOST_MS := 30_000
## How long to wait before each try.
const RETRY_MS := 5_000

var _options: PartyOptions
var _clock: Clock
## Joins, and returns the error when the server has not taken note.
var _join: Callable
## Asks for anything about a party, and returns the error; what counts is whether it is found.
var _probe: Callable
## The parties that the player is not back in yet, each with what is known of its return.
var _absent := {}


class Return:
	var timer := 0
	var is_asked := false
	var until := 0


func _init(options: PartyOptions, join: Callable, probe: Callable) -> void:
	_options = options
	_clock = options.clock
	_join = join
	_probe = probe


## The connection was made again.
func start(parties: Array[LiveParty]) -> void:
	for party in parties:
		var way := Return.new()
		way.until = _clock.ticks_ms() + GHOST_MS
		_absent[party] = way
		_attempt(party, way)


## The connection was lost, or is over.
func stop() -> void:
	for party: LiveParty in _absent.keys():
		_forget(party)


## The player is in a party.
func entered(party_id: String) -> void:
	for party: LiveParty in _absent.keys():
		if party.party_id == party_id and _forget(party):
			told.emit("rejoined", party, null)


func _attempt(party: LiveParty, way: Return) -> void:
	if not _is_wanted(party):
		_forget(party)
		ended.emit(party.party_id)
		return
	var error: PartyError = await _join.call(party.party_id)
	if _absent.get(party) != way:
		return
	if error == null:
		# One that was open may be closed by now.
		_later(party, way, _options.timeout_ms if party.open else 0, _wait_for_leader)
		return
	# The server takes one request of each player. That of the lost connection can no longer be accepted.
	var is_pending := error.code == PartyErrorCode.PARTY_JOIN_REQUEST_DUPLICATE
	if is_pending:
		_asked(party, way)
	var may_retry := error.code == PartyErrorCode.PARTY_FULL and _clock.ticks_ms() < way.until
	if is_pending or may_retry:
		_later(party, way, RETRY_MS, _attempt)
	else:
		_failed(party, error)


func _is_wanted(party: LiveParty) -> bool:
	if _options.rejoin is Callable:
		return _options.rejoin.call(party)
	return _options.rejoin


func _wait_for_leader(party: LiveParty, way: Return) -> void:
	_asked(party, way)
	_later(party, way, GHOST_MS, _look)


## A party that ends takes the requests along and tells nobody: if all its members were lost connections, say.
func _look(party: LiveParty, way: Return) -> void:
	var error: PartyError = await _probe.call(party.party_id)
	if _absent.get(party) != way:
		return
	if error != null and _is_gone(error):
		_failed(party, error)
	else:
		_later(party, way, GHOST_MS, _look)


func _asked(party: LiveParty, way: Return) -> void:
	if way.is_asked or _absent.get(party) != way:
		return
	way.is_asked = true
	told.emit("requested", party, null)


func _failed(party: LiveParty, error: PartyError) -> void:
	if not _forget(party):
		return
	ended.emit(party.party_id)
	told.emit("gone" if _is_gone(error) else "failed", party, error)


func _later(party: LiveParty, way: Return, delay_ms: int, act: Callable) -> void:
	if _absent.get(party) == way:
		way.timer = _clock.set_timer(delay_ms, _act.bind(party, way, act))


func _act(party: LiveParty, way: Return, act: Callable) -> void:
	if party.end_cause == "":
		act.call(party, way)


## Whether the player was still expected back.
func _forget(party: LiveParty) -> bool:
	var way: Return = _absent.get(party)
	if way == null:
		return false
	_clock.clear_timer(way.timer)
	_absent.erase(party)
	return party.end_cause == ""


static func _is_gone(error: PartyError) -> bool:
	return error.code in [PartyErrorCode.PARTY_NOT_FOUND, PartyErrorCode.PARTY_CLOSED]
