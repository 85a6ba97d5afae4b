extends RefCounted
## Where a connection can stand, and what leads from one to another.

const IDLE := "idle"
const CONNECTING := "connecting"
const OPEN := "open"
const RECONNECTING := "reconnecting"
const CLOSED := "closed"

const CLOSED_TOO_BIG := 1009
const CLOSED_ABNORMALLY := 1006

## What Nakama gives as its reason when it closes a connection on purpose, whatever the purpose.
const ON_PURPOSE := "server-side session disconnect"

## By state and input, the state that follows. Where there is none the input means nothing.
const STEPS := {
	IDLE: {"connect": CONNECTING},
	CONNECTING: {"opened": OPEN, "end": CLOSED},
	OPEN: {"retry": RECONNECTING, "end": CLOSED},
	RECONNECTING: {"opened": OPEN, "retry": RECONNECTING, "end": CLOSED},
	CLOSED: {"connect": CONNECTING},
}

## After these, to connect again would undo what somebody meant to do, or fail in the same way.
const FINAL: PackedStringArray = [
	"disconnect_called",
	"connected_elsewhere",
	"banned",
	"disconnected_by_server",
	"unauthenticated",
]


## What the server announces by a notification of this code, just before it closes the connection.
static func announcement(notification_code: int) -> String:
	match notification_code:
		PartyApi.NotificationCode.SINGLE_SOCKET:
			return "connected_elsewhere"
		PartyApi.NotificationCode.USER_BANNED:
			return "banned"
	return ""


## Why an open connection has ended, from what was announced and how its transport did.
static func close_cause(code: int, reason: String, announced: String) -> String:
	if announced != "":
		return announced
	if reason == ON_PURPOSE:
		return "disconnected_by_server"
	match code:
		CLOSED_TOO_BIG:
			return "message_too_large"
		CLOSED_ABNORMALLY:
			return "connection_lost"
	return "server_closed"
