class_name PartyTransition
extends RefCounted
## One step of a connection, and why it was taken.

## The state before: [code]idle[/code], [code]connecting[/code], [code]open[/code], [code]reconnecting[/code]
## or [code]closed[/code].
var from: String
## The state after. The same as [member from] when an attempt to reconnect has failed and another follows.
var to: String
## Stable name of the cause: [code]connect_called[/code], [code]connected[/code], or why there is no
## connection: [code]disconnect_called[/code], [code]connected_elsewhere[/code], [code]banned[/code],
## [code]disconnected_by_server[/code], [code]unauthenticated[/code], [code]server_closed[/code],
## [code]message_too_large[/code], [code]connection_lost[/code], [code]heartbeat_timeout[/code],
## [code]connect_failed[/code].
var code: String
## The cause in words: what the server gave as its reason, or ours.
var reason: String
## Whether the SDK is about to try again by itself.
var will_reconnect := false
## Milliseconds until it does; -1 if it does not.
var retry_in_ms := -1.0
