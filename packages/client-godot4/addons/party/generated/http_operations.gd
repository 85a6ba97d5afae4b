# Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
extends RefCounted
## Calls over HTTP.

## In [code]path[/code], [code]{name}[/code] stands for a field of the request; [code]body[/code] is
## the field that is the JSON body, [code]*[/code] for the whole request, empty for none; all other
## fields that are set go into the query.
const OPERATIONS := {
	"authenticate_custom": {
		"method": HTTPClient.METHOD_POST,
		"path": "/v2/account/authenticate/custom",
		"auth": "server_key",
		"body": "account",
	},
	"authenticate_device": {
		"method": HTTPClient.METHOD_POST,
		"path": "/v2/account/authenticate/device",
		"auth": "server_key",
		"body": "account",
	},
	"authenticate_email": {
		"method": HTTPClient.METHOD_POST,
		"path": "/v2/account/authenticate/email",
		"auth": "server_key",
		"body": "account",
	},
	"refresh_session": {
		"method": HTTPClient.METHOD_POST,
		"path": "/v2/account/session/refresh",
		"auth": "server_key",
		"body": "*",
	},
	"logout_session": {
		"method": HTTPClient.METHOD_POST,
		"path": "/v2/session/logout",
		"auth": "bearer",
		"body": "*",
	},
	"list_parties": {
		"method": HTTPClient.METHOD_GET,
		"path": "/v2/party",
		"auth": "bearer",
		"body": "",
	},
	"list_notifications": {
		"method": HTTPClient.METHOD_GET,
		"path": "/v2/notification",
		"auth": "bearer",
		"body": "",
	},
	"delete_notifications": {
		"method": HTTPClient.METHOD_DELETE,
		"path": "/v2/notification",
		"auth": "bearer",
		"body": "",
	},
	"call_rpc": {
		"method": HTTPClient.METHOD_POST,
		"path": "/v2/rpc/{id}",
		"auth": "bearer_or_http_key",
		"body": "payload",
	},
	"get_matchmaker_stats": {
		"method": HTTPClient.METHOD_GET,
		"path": "/v2/matchmaker/stats",
		"auth": "bearer",
		"body": "",
	},
}
