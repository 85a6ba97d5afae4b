# Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
extends RefCounted
## What the server tells unasked, as signals.

## Event: a [code]sample[/code] of [code]self_presence[/code].
signal received_sample(sample: PartyApi.Sample)


## Emits the signal of a message. What is no event has none.
func _emit_message(kind: String, message: PartyResult) -> void:
	match kind:
		"sample":
			received_sample.emit(message)
