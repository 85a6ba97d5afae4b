# Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
extends RefCounted
## Calls over the socket.

const Fields := preload("../json/json_fields.gd")

## The message that each call sends, and the one that answers it, empty for an answer without one.
const OPERATIONS := {
	"send_sample": {"request": "sample_send", "reply": ""},
}


## Reads the message of this name in an envelope; null if it is none that a client knows.
static func read(kind: String, envelope: Fields) -> PartyResult:
	match kind:
		"error":
			return PartyApi.RealtimeError.read(envelope.message(kind))
		"sample":
			return PartyApi.Sample.read(envelope.message(kind))
	return null
