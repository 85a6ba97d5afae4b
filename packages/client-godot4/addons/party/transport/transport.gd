extends RefCounted
## One connection, being made or made. What is told ends with [signal closed], or once it was closed or
## abandoned from this side.

## It is made.
signal opened
## One message has come, whole: a text, or bytes.
signal frame_received(frame: Variant)
## It has ended, or could not be made, not by this side. The code is 1006 when it broke without a word.
signal closed(code: int, reason: String)


## Begins to connect. Nothing is told before it has returned.
func open(_url: String) -> void:
	pass


## Sends one message; only after [signal opened].
func send(_text: String) -> void:
	pass


## Ends the connection in whatever state it is. What was sent before still goes out.
func close() -> void:
	pass


## Ends a connection whose peer no longer answers, without waiting for it.
func abandon() -> void:
	pass
