class_name PartyResult
extends RefCounted
## What every call ends with: what it returns, or an exception instead of that.
##
## [codeblock]
## var party := await socket.create_party_async(false, 4)
## if party.is_exception():
##     print(party.get_exception().code)
## [/codeblock]

var _exception: PartyError


func _init(exception: PartyError = null) -> void:
	_exception = exception


## Whether the call has failed. All else that the result has is then empty.
func is_exception() -> bool:
	return _exception != null


## Why the call has failed; null if it has not.
func get_exception() -> PartyError:
	return _exception


## Whether the call has failed because it was cancelled.
func was_cancelled() -> bool:
	return is_exception() and _exception.code == PartyErrorCode.ABORTED
