class_name PartyOptions
extends RefCounted
## Where the server is, and how the SDK behaves. A client takes them, and each of its sockets may have its
## own.

## The server's key, which a game's clients share: its option [code]socket.server_key[/code].
var server_key := "defaultkey"
## Host name or address, without scheme and port.
var host := "127.0.0.1"
## Port of HTTP and WebSocket.
var port := 7350
## Whether to speak [code]https[/code] and [code]wss[/code].
var ssl := false
## How the server's certificate is checked with [member ssl]. Default by the certificates that Godot trusts; on the
## web the browser decides.
var tls: TLSOptions
## Milliseconds a call waits for its answer unless it says otherwise, connecting included.
var timeout_ms := 10_000
## Milliseconds between the answer to one ping and the next ping. 0 leaves dead connections to the platform.
var heartbeat_interval_ms := 10_000
## Milliseconds a ping may stay unanswered before the connection counts as dead.
var heartbeat_timeout_ms := 10_000
## Whether a connection that was lost is made again.
var reconnect := true
## Longest wait before the first attempt to reconnect, in milliseconds; it doubles with each that fails.
## Each wait is drawn anew from nothing to the longest (full jitter), so that clients that lost a server
## together do not come back together.
var reconnect_base_ms := 500
## Longest wait of all, in milliseconds.
var reconnect_cap_ms := 15_000
## After how many milliseconds without a connection no further attempt is made.
var reconnect_give_up_after_ms := 300_000
## A policy of one's own in place of these: takes a [PartyReconnectAttempt], and returns milliseconds to
## wait, or -1 to give up.
var reconnect_policy := Callable()
## Whether the player comes back into its parties after the connection was made again: true, false, or a
## Callable that takes a [LiveParty] and says so. Open ones are joined, leaders of closed ones are asked.
var rejoin: Variant = true
## Whether the player's status and those it follows are restored after the connection was made again.
var restore_status := true
## The largest message the server takes, in bytes: its option [code]socket.max_message_size_bytes[/code]. What
## is larger is refused before it is sent, because the server would close the connection.
var max_message_bytes := 4096
## How long before its end a session token is replaced when it is to be used, in milliseconds. Nakama's tokens
## live for 60 seconds unless it is told otherwise.
var refresh_margin_ms := 10_000
## Makes a transport: an object with the methods and signals of [code]transport/transport.gd[/code]. Default
## the platform's WebSocket.
var make_transport := Callable()
## Makes HTTP requests: an object with the method of [code]http/http_transport.gd[/code]. Default Godot's
## HTTPClient.
var http: RefCounted
## Time and timers: an object with the methods of [code]runtime/clock.gd[/code]. Default those of the game
## that runs.
var clock: RefCounted
## Returns a number from 0 to 1, to spread what many clients would do at once.
var random := func() -> float: return randf()
## Takes a level ([code]debug[/code], [code]info[/code], [code]warn[/code]) and a text: where the SDK says
## what it does. Default nowhere. Tokens are never told.
var logger := Callable()


## What is wrong with the options; null for nothing. Every call ends with it.
func problem() -> PartyError:
	if RegEx.create_from_string("^[^/@?#\\s]+$").search(host) == null:
		return PartyError.of_argument("host", "has to be without scheme and port")
	return null


## [code]host:port[/code] as a URL has it.
func authority() -> String:
	return "%s:%d" % ["[%s]" % host if host.contains(":") and not host.begins_with("[") else host, port]


## Options with the same values, to be changed on their own.
func copy() -> PartyOptions:
	var other := PartyOptions.new()
	for property in get_script().get_script_property_list():
		if property["usage"] & PROPERTY_USAGE_SCRIPT_VARIABLE:
			other.set(property["name"], get(property["name"]))
	return other
