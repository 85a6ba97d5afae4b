# Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
extends RefCounted
## How the server says its errors: by number, pairs of how a message begins, in lower case, and the
## code.

## By the number of an [code]error[/code] envelope.
const REALTIME := {
	3: [
		["bad \"sample\"", "sample_invalid"],
		["", "sample_invalid"],
	],
}

## By gRPC code, or by HTTP status where an answer has none.
const HTTP := {
	3: [
		["bad", "sample_invalid"],
	],
	502: [
		["", "sample_invalid"],
	],
}
