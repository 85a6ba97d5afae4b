# Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
extends RefCounted
## Calls over HTTP.

## In [code]path[/code], [code]{name}[/code] stands for a field of the request; [code]body[/code] is
## the field that is the JSON body, [code]*[/code] for the whole request, empty for none; all other
## fields that are set go into the query.
const OPERATIONS := {
	"list_samples": {
		"method": HTTPClient.METHOD_GET,
		"path": "/v2/sample/{id}",
		"auth": "bearer",
		"body": "",
	},
}
