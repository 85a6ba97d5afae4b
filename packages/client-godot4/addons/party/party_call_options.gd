class_name PartyCallOptions
extends RefCounted
## How long one call may take, and a way to call it off. Each call takes it last.
##
## [codeblock]
## var options := PartyCallOptions.new(3000)
## cancel_button.pressed.connect(options.cancel)
## var joined := await socket.join_party_async(party_id, options)
## [/codeblock]

## The call is not wanted any more.
signal cancelled

## Milliseconds until the call ends with [code]timeout[/code]; -1: the client's [code]timeout_ms[/code].
var timeout_ms: int
## Whether [method cancel] was called.
var is_cancelled := false


func _init(with_timeout_ms := -1) -> void:
	timeout_ms = with_timeout_ms


## Ends the call with [code]aborted[/code]. What was already sent may still take effect on the server.
func cancel() -> void:
	if is_cancelled:
		return
	is_cancelled = true
	cancelled.emit()
