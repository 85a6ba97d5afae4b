extends RefCounted
## Keeps sessions from lapsing. Who asks for new tokens while they are being bought waits for the same
## purchase, which ends when nobody waits for it any more. Where there is no new token the old one is tried:
## the server knows better than the clock of this device.

const Wait := preload("../runtime/wait.gd")

## A session has new tokens.
signal refreshed(session: PartySession)

var _options: PartyOptions
## Takes a session and call options; buys new tokens and writes them into the session.
var _refresh: Callable
## The purchases that are under way, by session.
var _runs := {}


class Run:
	signal done
	var ending := PartyCallOptions.new()
	var is_done := false
	var waiting := 0


func _init(options: PartyOptions, refresh: Callable) -> void:
	_options = options
	_refresh = refresh


## Sees to it that a session has a token that will hold for a while, as far as can be.
## [param refused] is a token that the server has refused: unless the session has another by now, it is
## replaced whatever its time.
func keep_fresh(session: PartySession, refused: String, ending: PartyCallOptions) -> void:
	var is_over := ending != null and ending.is_cancelled
	if session == null or session.refresh_token == "" or is_over:
		return
	var now: int = _options.clock.unix_ms()
	var is_ending := (
		session.ends_by(now + _options.refresh_margin_ms) and not session.refresh_ends_by(now)
	)
	if not is_ending and refused != session.token:
		return
	var run: Run = _runs.get(session)
	if run == null:
		run = Run.new()
		_runs[session] = run
		_begin(session, run)
	if run.is_done:
		return
	run.waiting += 1
	var waiting := Wait.new(_options.clock, ending, -1, "")
	var finish := waiting.settle.bind(null)
	run.done.connect(finish)
	await waiting.result()
	run.done.disconnect(finish)
	run.waiting -= 1
	if run.waiting == 0 and not run.is_done:
		_runs.erase(session)
		run.ending.cancel()


func _begin(session: PartySession, run: Run) -> void:
	var result: PartyResult = await _refresh.call(session, run.ending)
	run.is_done = true
	if _runs.get(session) == run:
		_runs.erase(session)
	if not result.is_exception():
		refreshed.emit(session)
	elif _options.logger.is_valid():
		_options.logger.call("debug", "the session was not refreshed: %s" % result.get_exception())
	run.done.emit()
