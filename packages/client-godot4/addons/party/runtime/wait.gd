extends RefCounted
## A result that is waited for. It ends exactly once: by [method settle], by its deadline, or because
## the caller has cancelled. From then on it holds no timer and no connection.

const Clock := preload("clock.gd")

## It has ended. Who awaits [method result] goes on within this.
signal ended

var is_ended := false
var value: Variant

var _clock: Clock
var _options: PartyCallOptions
var _operation: String
var _party_id: String
var _timeout_ms: int
var _timer := 0


## [param timeout_ms] counts where the options have none; -1 for no deadline.
func _init(
	clock: Clock, options: PartyCallOptions, timeout_ms: int, operation: String, party_id := ""
) -> void:
	_clock = clock
	_options = options
	_operation = operation
	_party_id = party_id
	_timeout_ms = timeout_ms
	if options != null and options.timeout_ms >= 0:
		_timeout_ms = options.timeout_ms
	if options != null and options.is_cancelled:
		_cancelled()
		return
	if options != null:
		options.cancelled.connect(_cancelled)
	if _timeout_ms >= 0:
		_timer = clock.set_timer(_timeout_ms, _timed_out)


## Ends it with a value, which is a [PartyError] if it has failed. What comes later is ignored.
func settle(with: Variant) -> void:
	if is_ended:
		return
	is_ended = true
	value = with
	_clock.clear_timer(_timer)
	if _options != null and _options.cancelled.is_connected(_cancelled):
		_options.cancelled.disconnect(_cancelled)
	ended.emit()


## Waits for the value.
func result() -> Variant:
	if not is_ended:
		await ended
	return value


func _timed_out() -> void:
	var text := "nothing within %d ms" % _timeout_ms
	settle(PartyError.new(PartyErrorCode.TIMEOUT, text, _operation, _party_id))


func _cancelled() -> void:
	settle(PartyError.new(PartyErrorCode.ABORTED, "cancelled", _operation, _party_id))
