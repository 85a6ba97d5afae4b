# Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
class_name PartyErrorCode
extends RefCounted
## What a call can end with instead of a result: what [code]PartyError.code[/code] may be.

## It is none.
const SAMPLE_INVALID := "sample_invalid"
